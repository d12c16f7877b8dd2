namespace LogSerialAudit.Lines;

/// <content>Stamps with the year behind the time of day, or before the month.</content>
public static partial class StampReader
{
    /// <summary>The days of the week, with their blank.</summary>
    private const int WeekdayLength = 4;

    /// <summary>Whether the bytes begin with <c>Thu May 30 10:05:36 2019</c>, by a few separators.</summary>
    internal static bool ProbeYearLast(ReadOnlySpan<byte> text) =>
        text.Length >= 24 && text[3] == ' ' && text[7] == ' ' && text[13] == ':' && text[16] == ':' && text[19] == ' ' && Weekday(text) >= 0;

    /// <summary>Whether the bytes begin with <c>2019 May 30 10:05:36</c>, by a few separators.</summary>
    internal static bool ProbeYearFirst(ReadOnlySpan<byte> text) =>
        text.Length >= 20 && text[4] == ' ' && text[8] == ' ' && text[14] == ':' && text[17] == ':' && char.IsAsciiDigit((char)text[0]);

    private static bool TryReadYearFirst(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length) = (default, 0);
        var month = text[5..];
        if (!TryDigits(text[..4], out var year) || year == 0 || !TryMonthAndDay(month, out var number, out var day, out var at)
            || !TryTime(month, ref at, out var second, out var nanos, out var digitCount) || !Ends(month, at))
        {
            return false;
        }

        length = at + 5;
        return TryMake(year, number, day, second, nanos, digitCount, null, out stamp);
    }

    private static bool TryReadYearLast(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length, var word) = (default, 0, 0);
        var hasWeekday = text[3] == ' ' && Weekday(text) >= 0;
        var start = hasWeekday ? WeekdayLength : 0;
        if (!TryMonthAndDay(text[start..], out var month, out var day, out var at))
        {
            return false;
        }

        at += start;
        if (!TryTime(text, ref at, out var second, out var nanos, out var digitCount))
        {
            return false;
        }

        // What date prints has the zone before the year.
        if (!TryOffsetBehindBlank(text, ref at, out var offset) || (offset is null && !TryMailZone(text, ref at, out offset, out word))
            || text.Length < at + 5 || text[at] != ' '
            || !TryDigits(text.Slice(at + 1, 4), out var year) || year == 0 || !Ends(text, length = at + 5)
            || !TryMake(year, month, day, second, nanos, digitCount, offset, out stamp)
            || (hasWeekday && Weekday(text) != WeekdayOf(stamp)))
        {
            (stamp, length) = (default, 0);
        }

        stamp = word == 0 || !stamp.Exists ? stamp : stamp.In(word);
        return stamp.Exists;
    }
}
