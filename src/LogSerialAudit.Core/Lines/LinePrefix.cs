namespace LogSerialAudit.Lines;

/// <summary>What tools that show lines of several logs write before each: docker compose, <c>kubectl logs --prefix</c>, grep.</summary>
internal static class LinePrefix
{
    private const int LongestName = 128;

    /// <summary>A quoted entry of a list has two.</summary>
    private const int MostMarks = 3;

    /// <summary>Namespace, pod and container.</summary>
    private const int MostWords = 3;

    /// <summary>The longest path that Linux opens, with a line number.</summary>
    private const int LongestPath = 4096 + 16;

    /// <summary>Reads <c>named-1  | </c> (also in colour) and <c>[pod/bind-0/named] </c>: the container or pod, and the line.</summary>
    public static bool TryContainer(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rest)
    {
        name = rest = default;
        return line[0] == '[' ? TryPod(line, ref name, ref rest) : TryCompose(line, ref name, ref rest);
    }

    /// <summary>
    /// Takes off what stands around a line that is shown to others: its number (<c>cat -n</c>, <c>nl</c>, <c>less -N</c>, or a count of <c>uniq -c</c>), the
    /// mark of a list, quotes and the bars of a table. Only where something that can be a line's stamp stands behind it.
    /// </summary>
    public static bool TryMarks(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> rest)
    {
        rest = line.Trim(" \t\r"u8);
        for (var marks = 0; marks < MostMarks && !rest.IsEmpty; marks++)
        {
            var length = MarkLength(rest);
            if (length == 0)
            {
                return false;
            }

            if (StampWords.AreEither(rest) && (marks > 0 || rest.Length == line.TrimEnd(" \t\r"u8).Length))
            {
                // Of a list, or a date: a column of numbers is indented.
                return false;
            }

            var mark = rest[0];
            rest = rest[length..].TrimStart(" \t"u8);
            if (mark is (byte)'`' or (byte)'"' or (byte)'|')
            {
                // In a list of strings a comma follows. What is quoted may itself end so.
                rest = mark == '"' && rest.EndsWith("\","u8) ? rest[..^1] : rest;
                for (var mate = 0; mate < length && rest.EndsWith([mark]); mate++)
                {
                    rest = rest[..^1];
                }

                rest = rest.TrimEnd((byte)' ');
            }

            if (EnvelopeReader.BeginsWithStamp(rest))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How long the mark is that a text begins with, blanks behind it left out; 0 where it is none.</summary>
    private static int MarkLength(ReadOnlySpan<byte> text)
    {
        switch (text[0])
        {
            case (byte)'`' or (byte)'"':
                return text.Length - text.TrimStart(text[0]).Length;
            case (byte)'*' or (byte)'-' or (byte)'+' or (byte)'|':
                return text.Length > 1 && text[1] == ' ' ? 1 : 0;
            case 0xe2:
                return text.StartsWith("\u2022 "u8) ? 3 : 0;
        }

        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is < 1 or > 9)
        {
            return 0;
        }

        var end = text[digits] is (byte)'.' or (byte)')' or (byte)':' ? digits + 1 : digits;
        return end < text.Length && text[end] is (byte)' ' or (byte)'\t' ? end : 0;
    }

    /// <summary>
    /// Reads <c>bind-0 named </c> or <c>dns bind-0 named </c>, pod and container as stern shows them, before a line with a full date: the pod, and the line.
    /// </summary>
    public static bool TryPodAndContainer(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> pod, out ReadOnlySpan<byte> rest)
    {
        pod = default;
        rest = line;
        for (var word = 1; word <= MostWords; word++)
        {
            var blank = rest[..Math.Min(rest.Length, LongestName)].IndexOf((byte)' ');
            if (blank <= 0 || !IsName(rest[..blank]))
            {
                return false;
            }

            var name = rest[..blank];
            rest = rest[(blank + 1)..];
            var form = StampReader.Probe(rest);
            if (word > 1 && form is StampForm.Bind or StampForm.Iso && StampReader.TryRead(form, rest, out _, out _))
            {
                return true;
            }

            pod = name;
        }

        return false;
    }

    /// <summary>Reads <c>ns1: </c> before a line with a stamp, as pdsh, clush and their like show what several hosts say: the host, and the line.</summary>
    public static bool TryHost(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rest)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        name = colon > 0 && line[colon..].StartsWith(": "u8) ? line[..colon] : default;
        rest = name.IsEmpty ? default : line[(colon + 2)..];
        return name.ContainsAnyExceptInRange((byte)'0', (byte)'9') && IsName(name) && !PriorityWord.IsSeverity(name) && EnvelopeReader.BeginsWithStamp(rest);
    }

    /// <summary>Whether a word has small letters, digits, hyphens and dots only, as Kubernetes' names do.</summary>
    private static bool IsName(ReadOnlySpan<byte> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterLower((char)letter) && !char.IsAsciiDigit((char)letter) && letter is not ((byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The next place, from <paramref name="at"/> on, behind which grep's <c>FILE:</c>, <c>FILE:LINE:</c>, <c>LINE:</c>, or with <c>-</c> of a line of
    /// context, may end and the line begin; -1 where there is none. A path may hold colons and hyphens, so the caller looks for a stamp there.
    /// </summary>
    public static int NextGrep(ReadOnlySpan<byte> line, int at)
    {
        var head = line[..Math.Min(line.Length, LongestPath)];
        while (at < head.Length)
        {
            var next = head[at..].IndexOfAny((byte)':', (byte)'-');
            if (next < 0)
            {
                return -1;
            }

            at += next + 1;
            if (at >= line.Length || (line[at - 1] == ':' && line[at] == ' '))
            {
                // "word: " is a message, and no file of a log is called so.
                return -1;
            }

            if (at > 1)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The file that grep names before a line: the prefix without the line number.</summary>
    public static ReadOnlySpan<byte> FileOf(ReadOnlySpan<byte> prefix)
    {
        var file = prefix[..^1];
        var digits = file.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 ? default
            : digits < file.Length - 1 && file[digits] == prefix[^1] ? file[..digits]
            : file;
    }

    private static bool TryPod(ReadOnlySpan<byte> line, ref ReadOnlySpan<byte> name, ref ReadOnlySpan<byte> rest)
    {
        if (!line.StartsWith("[pod/"u8))
        {
            return false;
        }

        var close = line[..Math.Min(line.Length, 2 * LongestName)].IndexOf("] "u8);
        var pod = close < 0 ? default : line[5..close];
        var slash = pod.IndexOf((byte)'/');
        if (slash <= 0)
        {
            return false;
        }

        name = pod[..slash];
        rest = line[(close + 2)..];
        return true;
    }

    private static bool TryCompose(ReadOnlySpan<byte> line, ref ReadOnlySpan<byte> name, ref ReadOnlySpan<byte> rest)
    {
        var text = WithoutColour(line);
        var end = 0;
        while (end < text.Length && end < LongestName
            && (char.IsAsciiLetterOrDigit((char)text[end]) || (end > 0 && text[end] is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'@')))
        {
            end++;
        }

        if (end == 0 || end >= text.Length || text[end] != ' ')
        {
            return false;
        }

        var bar = WithoutColour(text[end..].TrimStart((byte)' '));
        if (bar.IsEmpty || bar[0] != '|')
        {
            return false;
        }

        bar = WithoutColour(bar[1..]);
        if (!bar.IsEmpty && bar[0] != ' ')
        {
            return false;
        }

        name = text[..end];
        rest = WithoutColour(bar.IsEmpty ? bar : bar[1..]);
        return true;
    }

    /// <summary>The text behind terminal colours (<c>ESC [ 36 m</c>).</summary>
    private static ReadOnlySpan<byte> WithoutColour(ReadOnlySpan<byte> text)
    {
        while (text.StartsWith("\u001b["u8))
        {
            var end = text[..Math.Min(text.Length, 24)].IndexOf((byte)'m');
            if (end < 0 || text[2..end].ContainsAnyExceptInRange((byte)'0', (byte)';'))
            {
                return text;
            }

            text = text[(end + 1)..];
        }

        return text;
    }
}
