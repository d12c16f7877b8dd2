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

        var (year, month, day) = Calendar.DateOf(Calendar.UnixEpochDay + (seconds / 86400));
        stamp = new Stamp(year, month, day, (int)(seconds % 86400), nanos, Math.Min(fraction.Length, 9), 0);
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
