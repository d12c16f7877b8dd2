using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>
/// Rebuilds the text of each revision: on the trunk back from the head, on a branch on from where it begins. A text is
/// kept as pieces of the file, a line each; what is not asked for is never put together.
/// </summary>
/// <param name="source">The RCS file, a character a byte.</param>
internal sealed class RcsTexts(string source)
{
    /// <summary>Lines of one text at most.</summary>
    private const int MostLines = 4_000_000;

    /// <summary>The lines of a text that stands in full.</summary>
    public IReadOnlyList<RcsSpan>? Lines(RcsSpan text, out Fault? fault)
    {
        var lines = new List<RcsSpan>();
        var start = text.Start;
        while (start < text.End && lines.Count <= MostLines)
        {
            lines.Add(LineAt(start, text.End));
            start = lines[^1].End;
        }

        fault = start < text.End ? new Fault(start, $"a text of more than {MostLines} lines is left out") : null;
        return fault is null ? lines : null;
    }

    /// <summary>The lines after some edits.</summary>
    /// <param name="before">The lines of the text that the edits are to.</param>
    /// <param name="edits">The edits, in the order of lines; line numbers are those of <paramref name="before"/>.</param>
    /// <param name="fault">What is wrong with the edits; null where nothing is.</param>
    public IReadOnlyList<RcsSpan>? Edit(IReadOnlyList<RcsSpan> before, RcsSpan edits, out Fault? fault)
    {
        var after = new List<RcsSpan>(before.Count);
        var (taken, position) = (0, edits.Start);
        while (position < edits.End)
        {
            var line = LineAt(position, edits.End);
            var edit = RcsGrammar.Edit(new LineInput(source[line.Start..line.End], 0));
            if (!edit.WasSuccessful)
            {
                fault = new Fault(line.Start + edit.Remainder.Position, $"no edit of a text; expected {string.Join(" or ", edit.Expectations.Distinct())}");
                return null;
            }

            var (sign, number, count) = edit.Value;
            var keep = sign == 'a' ? number : number - 1;
            if (keep < taken || keep > before.Count || (sign == 'd' && count > before.Count - keep))
            {
                fault = new Fault(line.Start, $"{(sign == 'a' ? "lines are added" : "lines are taken away")} where the text has none ({before.Count} lines)");
                return null;
            }

            Copy(before, taken, keep, after);
            (taken, position) = (sign == 'a' ? keep : keep + count, line.End);
            for (; sign == 'a' && count > 0; count--)
            {
                if (position >= edits.End)
                {
                    fault = new Fault(line.Start, "fewer lines follow than are said to be added");
                    return null;
                }

                after.Add(LineAt(position, edits.End));
                position = after[^1].End;
            }
        }

        Copy(before, taken, before.Count, after);
        fault = after.Count > MostLines ? new Fault(edits.Start, $"a text of more than {MostLines} lines is left out") : null;
        return fault is null ? after : null;
    }

    /// <summary>The text of lines, up to some length, with <c>@</c> as it was.</summary>
    public string Text(IReadOnlyList<RcsSpan> lines, int mostLength)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            _ = text.Append(source, line.Start, line.Length);
            if (text.Length > mostLength)
            {
                break;
            }
        }

        return text.Replace("@@", "@").ToString();
    }

    private RcsSpan LineAt(int start, int end)
    {
        var length = source.AsSpan(start, end - start).IndexOf('\n');
        return new RcsSpan(start, length < 0 ? end - start : length + 1);
    }

    private static void Copy(IReadOnlyList<RcsSpan> from, int first, int end, List<RcsSpan> into)
    {
        for (var index = first; index < end; index++)
        {
            into.Add(from[index]);
        }
    }
}
