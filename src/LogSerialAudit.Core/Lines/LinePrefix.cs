namespace LogSerialAudit.Lines;

/// <summary>What tools that show lines of several logs write before each: docker compose, <c>kubectl logs --prefix</c>, grep.</summary>
internal static class LinePrefix
{
    private const int LongestName = 128;

    /// <summary>The longest path that Linux opens, with a line number.</summary>
    private const int LongestPath = 4096 + 16;

    /// <summary>Reads <c>named-1  | </c> (also in colour) and <c>[pod/bind-0/named] </c>: the container or pod, and the line.</summary>
    public static bool TryContainer(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rest)
    {
        name = rest = default;
        return line[0] == '[' ? TryPod(line, ref name, ref rest) : TryCompose(line, ref name, ref rest);
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
