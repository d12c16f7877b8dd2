namespace LogSerialAudit.Lines;

/// <content>Dates with slashes and the year last, in which a day may stand before its month or behind it.</content>
public static partial class StampReader
{
    private const int HalfDay = 12 * 3600;

    /// <summary>
    /// Reads two numbers with slashes and a year, <c>30/05/2019</c>, <c>5/30/2019</c>, and says where the time of day begins behind a blank, or a comma and
    /// a blank.
    /// </summary>
    /// <returns>False where the bytes begin with no such date.</returns>
    internal static bool TrySlashes(ReadOnlySpan<byte> text, out int first, out int second, out int year, out int at)
    {
        (second, year, at) = (0, 0, 0);
        if (text.Length < 17 || !TryShort(text, ref at, (byte)'/', out first) || !TryShort(text, ref at, (byte)'/', out second)
            || !TryDigits(text.Slice(at, 4), out year) || year == 0)
        {
            first = 0;
            return false;
        }

        at += text[at + 4] == ',' ? 6 : 5;
        return text[at - 1] == ' ' && at + 7 <= text.Length && char.IsAsciiDigit((char)text[at]);
    }

    /// <summary><c>30/05/2019 10:05:36</c>, <c>5/30/2019, 1:05:36.123 PM</c>: the hour has one digit or two, and may be one of half a day.</summary>
    private static bool TryReadSlashed(bool isDayFirst, ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length) = (default, 0);
        if (!TrySlashes(text, out var first, out var second, out var year, out var at))
        {
            return false;
        }

        // The reader of times wants two digits.
        Span<byte> clock = stackalloc byte[20];
        var isShort = text[at + 1] == ':';
        var rest = text[at..];
        rest = rest[..Math.Min(rest.Length, clock.Length - 1)];
        clock[0] = (byte)'0';
        rest.CopyTo(clock[(isShort ? 1 : 0)..]);
        clock = clock[..(rest.Length + (isShort ? 1 : 0))];
        var end = 0;
        if (!TryTime(clock, ref end, out var time, out var nanos, out var digitCount))
        {
            return false;
        }

        at += end - (isShort ? 1 : 0);
        if (TryHalfDay(text[at..], out var isAfternoon, out var width))
        {
            var hour = time / 3600;
            if (hour is 0 or > 12)
            {
                return false;
            }

            time += (hour == 12 ? -HalfDay : 0) + (isAfternoon ? HalfDay : 0);
            at += width;
        }

        if (!TryOffset(text, ref at, out var offset)
            || (offset is null && !TryOffsetBehindBlank(text, ref at, out offset))
            || !Ends(text, length = at)
            || !TryMake(year, isDayFirst ? second : first, isDayFirst ? first : second, time, nanos, digitCount, offset, out stamp))
        {
            return false;
        }

        stamp = first <= 12 && second <= 12 && first != second ? stamp.AsExchangeable() : stamp;
        return true;
    }

    /// <summary>A blank, and <c>AM</c> or <c>PM</c>, or <c>a.m.</c> or <c>p.m.</c>; Windows writes the narrow blank of Unicode, U+202F, in some versions.</summary>
    private static bool TryHalfDay(ReadOnlySpan<byte> text, out bool isAfternoon, out int width)
    {
        var blank = text.StartsWith(" "u8) ? 1 : text.StartsWith("\u202f"u8) ? 3 : 0;
        var isDotted = text.Length >= blank + 4 && text[blank + 1] == '.' && text[blank + 3] == '.';
        (isAfternoon, width) = (false, blank + (isDotted ? 4 : 2));
        if (blank == 0 || text.Length < width || (text[blank + (isDotted ? 2 : 1)] | 0x20) != 'm')
        {
            return false;
        }

        isAfternoon = (text[blank] | 0x20) == 'p';
        return (isAfternoon || (text[blank] | 0x20) == 'a') && Ends(text, width);
    }

    /// <summary>One digit or two, and what stands behind them.</summary>
    private static bool TryShort(ReadOnlySpan<byte> text, ref int at, byte behind, out int number)
    {
        var digits = text[at + 1] == behind ? 1 : 2;
        var isRead = TryDigits(text.Slice(at, digits), out number) && text[at + digits] == behind;
        at += digits + 1;
        return isRead;
    }
}
