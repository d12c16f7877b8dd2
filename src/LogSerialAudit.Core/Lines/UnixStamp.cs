using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>Stamps that count from 1970-01-01T00:00:00Z.</summary>
internal static class UnixStamp
{
    /// <summary>
    /// Reads seconds (ten digits, perhaps with a fraction), or as many digits more as milliseconds, microseconds or nanoseconds have.
    /// So it reads the times from 2001-09-09 to 2286-11-20.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        if (!text.IsEmpty && text[0] == '@')
        {
            return TryReadTai(text, out stamp, out length);
        }

        stamp = default;
        length = 0;
        var digits = Digits(text);
        if (digits is not (10 or 13 or 16 or 19) || text[0] == '0')
        {
            return false;
        }

        var seconds = 0L;
        foreach (var digit in text[..10])
        {
            seconds = (seconds * 10) + digit - '0';
        }

        var fraction = text[10..digits];
        length = digits;
        if (digits == 10 && text.Length > 11 && text[10] == '.')
        {
            fraction = text.Slice(11, Digits(text[11..]));
            length = 11 + fraction.Length;
        }

        if (length < text.Length && char.IsAsciiLetterOrDigit((char)text[length]))
        {
            return false;
        }

        var (nanos, scale) = (0, 100_000_000);
        foreach (var digit in fraction[..Math.Min(fraction.Length, 9)])
        {
            nanos += (digit - '0') * scale;
            scale /= 10;
        }

        stamp = Of(seconds, nanos, Math.Min(fraction.Length, 9));
        return true;
    }

    /// <summary>
    /// Reads <c>@4000000065a0b1c2075bcd15</c>, as multilog and s6-log write it (TAI64N): seconds from 2^62 on, ten ahead of those since 1970
    /// as these programs count them, and nanoseconds.
    /// </summary>
    private static bool TryReadTai(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length) = (default, 25);
        if (text.Length < length || !text[1..].StartsWith("40000000"u8)
            || !Utf8Parser.TryParse(text[9..17], out uint seconds, out var digits, 'x') || digits != 8
            || !Utf8Parser.TryParse(text[17..length], out uint nanos, out digits, 'x') || digits != 8 || nanos >= 1_000_000_000)
        {
            return false;
        }

        stamp = Of(Math.Max(0L, seconds - 10L), (int)nanos, 9);
        return true;
    }

    private static Stamp Of(long seconds, int nanos, int digits)
    {
        var (year, month, day) = Calendar.DateOf(Calendar.UnixEpochDay + (seconds / 86400));
        return new Stamp(year, month, day, (int)(seconds % 86400), nanos, digits, 0);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
