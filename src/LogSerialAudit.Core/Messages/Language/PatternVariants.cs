namespace LogSerialAudit.Messages.Language;

/// <summary>
/// Every way to read a pattern, as rows of literals and captures: an optional part with it first, then without; of
/// alternatives the one written first. No row holds a decision, so matching one needs no backtracking.
/// </summary>
internal static class PatternVariants
{
    /// <summary>The most rows of one entry.</summary>
    internal const int Most = 1024;

    /// <summary>How many rows there are; a number above <see cref="Most"/> only says that there are more.</summary>
    public static int Count(IReadOnlyList<PatternPart> parts) => parts.Aggregate(1, (count, part) => part switch
    {
        PatternPart.Choice choice => Math.Min(Most + 1, count * choice.Texts.Count),
        PatternPart.Optional optional => Math.Min(Most + 1, count * (Count(optional.Parts) + 1)),
        _ => count,
    });

    /// <summary>The rows.</summary>
    public static List<PatternPart[]> Of(IReadOnlyList<PatternPart> parts)
    {
        var rows = new List<PatternPart[]> { Array.Empty<PatternPart>() };
        foreach (var part in parts)
        {
            var ways = Ways(part);
            var longer = new List<PatternPart[]>(rows.Count * ways.Count);
            foreach (var row in rows)
            {
                foreach (var way in ways)
                {
                    longer.Add([.. row, .. way]);
                }
            }

            rows = longer;
        }

        return rows;
    }

    /// <summary>Whether text or the end of the message shows where the capture at <paramref name="index"/> ends.</summary>
    public static bool HasEnd(IReadOnlyList<PatternPart> row, int index) => After(row, index) is not PatternPart.Capture;

    /// <summary>The text behind a capture, up to the next; empty at the end. And whether the message ends with it.</summary>
    public static (string Text, bool IsLast) TextAfter(IReadOnlyList<PatternPart> row, int index)
    {
        var text = string.Empty;
        for (var i = index + 1; i < row.Count; i++)
        {
            if (row[i] is PatternPart.Literal literal)
            {
                text += literal.Text;
            }
            else if (TakesRoom(row[i]))
            {
                return (text, false);
            }
        }

        return (text, true);
    }

    private static PatternPart? After(IReadOnlyList<PatternPart> row, int index)
    {
        for (var i = index + 1; i < row.Count; i++)
        {
            if (TakesRoom(row[i]))
            {
                return row[i];
            }
        }

        return null;
    }

    private static bool TakesRoom(PatternPart part) =>
        part is not (PatternPart.Literal { Text: "" } or PatternPart.Capture { Type: CaptureType.Here });

    private static List<PatternPart[]> Ways(PatternPart part) => part switch
    {
        PatternPart.Choice choice => [.. choice.Texts.Select(text => new PatternPart[] { new PatternPart.Literal(choice.At, text) })],
        PatternPart.Optional optional => [.. Of(optional.Parts), Array.Empty<PatternPart>()],
        _ => [[part]],
    };
}
