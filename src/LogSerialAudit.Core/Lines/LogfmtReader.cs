namespace LogSerialAudit.Lines;

/// <summary>
/// Reads a log line of pairs, <c>time=2019-05-30T10:05:36Z level=info msg="zone ..."</c> (logfmt), with the names that are known in JSON. A line that has
/// anything else, or no time and no message, is none. Values without escapes stay where they are, others are decoded into one buffer.
/// </summary>
internal sealed class LogfmtReader
{
    private const int LongestName = 40;
    private byte[] _buffer = [];
    private int _used;

    /// <summary>Whether a line can be one.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> line) => NameLength(line) > 0;

    /// <summary>Reads a line; false where it is none.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, out JsonLine fields)
    {
        fields = default;
        _used = 0;
        Span<int> ranks = stackalloc int[(int)JsonField.Part + 1];
        ranks.Fill(int.MaxValue);
        for (var seen = 0UL; !line.IsEmpty; line = line.TrimStart((byte)' '))
        {
            var length = NameLength(line);
            var key = length == 0 ? -1 : JsonKeys.Find(0, line[..length]);
            if (length == 0 || !TryValue(line[(length + 1)..], out var value, out var rest) || (key >= 0 && (seen & (1UL << key)) != 0))
            {
                return false;
            }

            line = rest;
            var (field, rank) = key < 0 ? default : JsonKeys.At(key);
            seen |= key < 0 ? 0 : 1UL << key;
            if (field != JsonField.None && rank < ranks[(int)field])
            {
                ranks[(int)field] = rank;
                fields.Set(field, value);
            }
        }

        return fields.HasMessage && fields.TimeForm != StampForm.None;
    }

    /// <summary>The length of the name before an equals sign; 0 where there is none.</summary>
    private static int NameLength(ReadOnlySpan<byte> text)
    {
        var length = text[..Math.Min(text.Length, LongestName)].IndexOf((byte)'=');
        for (var at = 0; at < length; at++)
        {
            if (!char.IsAsciiLetterOrDigit((char)text[at]) && text[at] is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)'@'))
            {
                return 0;
            }
        }

        return Math.Max(length, 0);
    }

    /// <summary>A word, or a text in quotes with escapes; behind it a blank or the end.</summary>
    private bool TryValue(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> value, out ReadOnlySpan<byte> rest)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            var end = text.IndexOf((byte)' ');
            value = end < 0 ? text : text[..end];
            rest = text[value.Length..];
            return !value.ContainsAny((byte)'"', (byte)'=');
        }

        value = rest = default;
        var close = 1;
        var isEscaped = false;
        while (true)
        {
            var next = text[close..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0 || (text[close + next] == '\\' && close + next + 2 > text.Length))
            {
                return false;
            }

            close += next;
            if (text[close] == '"')
            {
                break;
            }

            (isEscaped, close) = (true, close + 2);
            if (close > text.Length)
            {
                return false;
            }
        }

        value = isEscaped ? Decoded(text[1..close]) : text[1..close];
        rest = text[(close + 1)..];
        return rest.IsEmpty || rest[0] == ' ';
    }

    /// <summary><c>\n</c>, <c>\t</c> and <c>\r</c> are what they are in Go; before anything else a backslash stands for what follows it.</summary>
    private ReadOnlySpan<byte> Decoded(ReadOnlySpan<byte> text)
    {
        if (_buffer.Length < _used + text.Length)
        {
            // What was decoded before stays in the old one.
            (_buffer, _used) = (new byte[Math.Max(4096, text.Length * 2)], 0);
        }

        var start = _used;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\' && at + 1 < text.Length)
            {
                letter = text[++at] switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', var other => other };
            }

            _buffer[_used++] = letter;
        }

        return _buffer.AsSpan(start.._used);
    }
}
