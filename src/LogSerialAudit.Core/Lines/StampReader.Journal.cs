namespace LogSerialAudit.Lines;

/// <content>The stamps of <c>journalctl</c> that no other program writes.</content>
public static partial class StampReader
{
    /// <summary>Whether the bytes begin with <c>Sat 2019-05-25 </c>, by a few separators.</summary>
    internal static bool ProbeFull(ReadOnlySpan<byte> text) =>
        text.Length >= 23 && text[3] == ' ' && text[8] == '-' && text[11] == '-' && text[14] == ' ' && text[17] == ':';

    /// <summary>How many bytes stand before the time of day of <see cref="StampForm.Named"/>, its blank left out; -1 where there is none.</summary>
    internal static int NamedDayLength(ReadOnlySpan<byte> text)
    {
        // "MONTH DAY HH:", the month of up to so many bytes.
        var colon = text[..Math.Min(text.Length, MonthNames.LongestName + 8)].IndexOf((byte)':');
        return colon >= 7 && text[colon - 3] == ' ' && char.IsAsciiDigit((char)text[colon - 4]) ? colon - 3 : -1;
    }

    private static bool TryReadNamed(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var end = NamedDayLength(text);
        if (end < 0)
        {
            return false;
        }

        var start = char.IsAsciiDigit((char)text[end - 2]) ? end - 2 : end - 1;
        if (text[start - 1] != ' ' || !TryDigits(text[start..end], out var day))
        {
            return false;
        }

        var (month, at) = (MonthNames.Month(text[..start]), end + 1);
        return month > 0
            && TryTime(text, ref at, out var second, out var nanos, out var digitCount)
            && Ends(text, length = at)
            && TryMake(0, month, day, second, nanos, digitCount, null, out stamp);
    }

    private static bool TryReadFull(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        if (!ProbeFull(text) || !TryReadIso(text[4..], out stamp, out length) || Weekday(text) != WeekdayOf(stamp))
        {
            (stamp, length) = (default, 0);
            return false;
        }

        length += 4;
        if (!stamp.HasOffset && ZoneWord.TryRead(text[length..], out var word, out var wordLength))
        {
            stamp = stamp.In(word);
            length += wordLength;
        }

        return true;
    }

    /// <summary><c> UTC</c>, <c> GMT</c>, <c> +03</c> or <c> -0700</c> behind a time and a blank; all else is left alone.</summary>
    private static bool TryOffsetBehindBlank(ReadOnlySpan<byte> text, ref int at, out int? offsetMinutes)
    {
        offsetMinutes = null;
        if (at + 3 >= text.Length || text[at] != ' ')
        {
            return true;
        }

        var word = text[(at + 1)..];
        var end = at + 1;
        if (word.StartsWith("UTC"u8) || word.StartsWith("GMT"u8))
        {
            if (text.Length == at + 4 || text[at + 4] is (byte)' ' or (byte)']')
            {
                (at, offsetMinutes) = (at + 4, 0);
            }
        }
        else if (word[0] is (byte)'+' or (byte)'-' && TryOffset(text, ref end, out var offset) && (end == text.Length || text[end] is (byte)' ' or (byte)']'))
        {
            (at, offsetMinutes) = (end, offset);
        }

        return true;
    }

    /// <summary>Whether a word is an English day of the week, by its short name.</summary>
    internal static bool IsWeekday(ReadOnlySpan<byte> word) => word.Length == 3 && Weekday(word) >= 0;

    /// <summary>Whether a word is a month, by its short name in any language.</summary>
    internal static bool IsMonth(ReadOnlySpan<byte> word) => word.Length == 3 ? Month(word) > 0 : MonthNames.Month(word) > 0;

    /// <summary>Monday is 0; -1 for what is no English weekday.</summary>
    private static int Weekday(ReadOnlySpan<byte> text)
    {
        var at = "MonTueWedThuFriSatSun"u8.IndexOf(text[..3]);
        return at >= 0 && at % 3 == 0 ? at / 3 : -1;
    }

    // 0001-01-01 was a Monday.
    private static int WeekdayOf(Stamp stamp) => (int)(Calendar.DayNumber(stamp.Year, stamp.Month, stamp.Day) % 7);
}
