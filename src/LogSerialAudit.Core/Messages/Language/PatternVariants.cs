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

    /// <summary>The rows; two literals never stand side by side.</summary>
    public static IEnumerable<IReadOnlyList<PatternPart>> Of(IReadOnlyList<PatternPart> parts) => From(parts, 0).Select(Joined);

    /// <summary>The next literal or capture behind <paramref name="index"/> that takes up room, or null at the end.</summary>
    public static PatternPart? After(IReadOnlyList<PatternPart> variant, int index)
    {
        for (var i = index + 1; i < variant.Count; i++)
        {
            if (variant[i] is not PatternPart.Capture { Type: CaptureType.Here })
            {
                return variant[i];
            }
        }

        return null;
    }

    private static IEnumerable<IEnumerable<PatternPart>> From(IReadOnlyList<PatternPart> parts, int index)
    {
        if (index == parts.Count)
        {
            return [[]];
        }

        var tails = From(parts, index + 1).ToList();
        return Heads(parts[index]).SelectMany(head => tails.Select(tail => head.Concat(tail)));
    }

    private static IEnumerable<IEnumerable<PatternPart>> Heads(PatternPart part) => part switch
    {
        PatternPart.Choice choice => choice.Texts.Select(text => Enumerable.Repeat(new PatternPart.Literal(choice.At, text), 1)),
        PatternPart.Optional optional => From(optional.Parts, 0).Append([]),
        _ => [[part]],
    };

    private static List<PatternPart> Joined(IEnumerable<PatternPart> parts)
    {
        var joined = new List<PatternPart>();
        foreach (var part in parts)
        {
            if (part is PatternPart.Literal { Text: "" })
            {
                continue;
            }

            if (part is PatternPart.Literal literal && joined is [.., PatternPart.Literal last])
            {
                joined[^1] = last with { Text = last.Text + literal.Text };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }
}
