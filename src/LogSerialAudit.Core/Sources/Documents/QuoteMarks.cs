namespace LogSerialAudit.Sources.Documents;

/// <summary>The marks that mail programs set before the lines of a mail that is answered.</summary>
internal static class QuoteMarks
{
    /// <summary>Deeper quotes count as this deep.</summary>
    public const int Deepest = 16;

    private const int MostInitials = 4;

    /// <summary>Takes <c>&gt;</c>, <c>&gt; &gt; </c>, <c>| </c> or <c>RM&gt; </c> off the front of a line. The bars of a table are none.</summary>
    /// <returns>How deep it is quoted, 0 for a line without marks.</returns>
    public static int Strip(ref ReadOnlySpan<byte> line)
    {
        var (depth, end) = (0, 0);
        var isOfTable = line.TrimEnd(" \r"u8).EndsWith("|"u8);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == ' ' || (depth > 0 && line[at] == '\t'))
            {
                continue;
            }

            if (line[at] == '>' || (line[at] == '|' && !isOfTable && (at + 1 == line.Length || line[at + 1] is (byte)' ' or (byte)'|' or (byte)'>')))
            {
                (depth, end) = (depth + 1, at + 1);
            }
            else if (Initials(line[at..]) is var letters and > 0)
            {
                at += letters;
                (depth, end) = (depth + 1, at + 1);
            }
            else
            {
                break;
            }
        }

        line = line[end..];
        return Math.Min(depth, Deepest);
    }

    /// <summary>How many letters of a writer's initials stand before a mark; 0 where none do.</summary>
    private static int Initials(ReadOnlySpan<byte> text)
    {
        var letters = 0;
        while (letters < text.Length && letters <= MostInitials && char.IsAsciiLetter((char)text[letters]))
        {
            letters++;
        }

        return letters is > 0 and <= MostInitials && letters + 1 < text.Length && text[letters] == '>' && text[letters + 1] is (byte)' ' or (byte)'>' ? letters : 0;
    }
}
