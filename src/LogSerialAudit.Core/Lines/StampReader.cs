namespace LogSerialAudit.Lines;

/// <summary>
/// Reads stamps out of bytes. Nothing is allocated, nothing depends on culture or clock, and what is not
/// a stamp in full (a 13th month, a 25th hour, 31 April) is refused, never mended.
/// </summary>
public static partial class StampReader
{
    /// <summary>Which form the bytes begin with, by looking at a few separators only.</summary>
    public static StampForm Probe(ReadOnlySpan<byte> text)
    {
        if (text.Length < 15)
        {
            return StampForm.None;
        }

        if (text[3] == ' ' && text[9] == ':' && text[12] == ':')
        {
            return StampForm.Classic;
        }

        if (text[4] is (byte)'-' or (byte)'/' && text[7] == text[4] && text.Length >= 19)
        {
            return StampForm.Iso;
        }

        if (text[2] == '-' && text[6] == '-' && text.Length >= 20)
        {
            return StampForm.Bind;
        }

        return text[3] == ' ' && IsOddClassic(text) ? StampForm.Classic : StampForm.None;
    }

    /// <summary>One blank before a day of one digit, or a year after the day, or both.</summary>
    private static bool IsOddClassic(ReadOnlySpan<byte> text) =>
        (text[8] == ':' && text[11] == ':')
        || (text.Length >= 20 && ((text[11] == ' ' && text[14] == ':') || (text[10] == ' ' && text[13] == ':')));

    /// <summary>Reads a stamp of the given form at the start of the bytes.</summary>
    /// <param name="form">What <see cref="Probe"/> said.</param>
    /// <param name="text">The line from its stamp on.</param>
    /// <param name="stamp">The stamp.</param>
    /// <param name="length">How many bytes it takes, without the blank after it.</param>
    /// <returns>False where the bytes are not a valid stamp of that form.</returns>
    public static bool TryRead(StampForm form, ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        return form switch
        {
            StampForm.Classic when text.Length >= 14 => TryReadClassic(text, out stamp, out length),
            StampForm.Iso when text.Length >= 19 => TryReadIso(text, out stamp, out length),
            StampForm.Bind when text.Length >= 20 => TryReadBind(text, out stamp, out length),
            StampForm.Named => TryReadNamed(text, out stamp, out length),
            StampForm.Full when text.Length >= 23 => TryReadFull(text, out stamp, out length),
            StampForm.Unix => UnixStamp.TryRead(text, out stamp, out length),
            StampForm.YearLast when text.Length >= 20 => TryReadYearLast(text, out stamp, out length),
            StampForm.DayFirst or StampForm.MonthFirst => TryReadSlashed(form == StampForm.DayFirst, text, out stamp, out length),
            StampForm.YearFirst when ProbeYearFirst(text) => TryReadYearFirst(text, out stamp, out length),
            StampForm.Mail => TryReadMail(text, out stamp, out length),
            StampForm.Basic => TryReadBasic(text, out stamp, out length),
            StampForm.Svlogd when text.Length >= 25 => TryReadSvlogd(text, out stamp, out length),
            _ => false,
        };
    }

    /// <summary>Reads the time of day of a classic stamp in the usual places that begins like another one, up to the first digit of the hour.</summary>
    internal static Stamp ReadClock(ReadOnlySpan<byte> text, in Stamp like)
    {
        var at = EnvelopeReader.ClockStart;
        return TryTime(text, ref at, out var second, out _, out _) ? like.At(second) : default;
    }

    private static bool TryReadClassic(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        if (!TryMonthAndDay(text, out var month, out var day, out var at))
        {
            return false;
        }

        var year = 0;
        if (text.Length > at + 4 && text[at + 4] == ' ' && TryDigits(text.Slice(at, 4), out year))
        {
            at += 5;
        }

        return TryTime(text, ref at, out var second, out var nanos, out var digitCount)
            && Ends(text, length = at)
            && TryMake(year, month, day, second, nanos, digitCount, null, out stamp);
    }

    /// <summary>A month's short name, one or two blanks, a day of one or two digits, and a blank, behind which <paramref name="at"/> points.</summary>
    private static bool TryMonthAndDay(ReadOnlySpan<byte> text, out int month, out int day, out int at)
    {
        (month, day, at) = (Month(text), 0, text[4] == ' ' ? 5 : 4);
        for (var digits = 0; digits < 2 && at < text.Length && char.IsAsciiDigit((char)text[at]); digits++, at++)
        {
            day = (day * 10) + text[at] - '0';
        }

        return month > 0 && at < text.Length && text[at++] == ' ';
    }

    private static bool TryReadIso(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ' or (byte)'_')
            || (text[4] == '/' && text[10] != ' ')
            || !TryDigits(text[..4], out var year) || year == 0
            || !TryDigits(text.Slice(5, 2), out var month)
            || !TryDigits(text.Slice(8, 2), out var day))
        {
            return false;
        }

        var at = 11;
        return TryTime(text, ref at, out var second, out var nanos, out var digitCount)
            && TryOffset(text, ref at, out var offset)
            && (offset is not null || TryOffsetBehindBlank(text, ref at, out offset))
            && Ends(text, length = at)
            && (text[10] != '_' || (digitCount == SvlogdDigits && offset is null))
            && TryMake(year, month, day, second, nanos, digitCount, text[10] == '_' ? 0 : offset, out stamp)
            && (offset is not null || TakeZone(text, ref stamp, ref length));
    }

    /// <summary>Takes the usual short name of a zone behind a blank, where there is one.</summary>
    private static bool TakeZone(ReadOnlySpan<byte> text, ref Stamp stamp, ref int length)
    {
        if (ZoneWord.TryRead(text[length..], out var word, out var wordLength) && ZoneWord.IsUsual(text.Slice(length + 1, wordLength - 1)))
        {
            stamp = stamp.In(word);
            length += wordLength;
        }

        return true;
    }

    /// <summary>
    /// runit's <c>svlogd</c> writes UTC without saying so, and so many digits of a second: <c>-tt</c> with an underscore before the time, as nobody else, and
    /// <c>-ttt</c> with a <c>T</c>, as what others write who leave noughts at the end out.
    /// </summary>
    private const int SvlogdDigits = 5;

    private static bool TryReadSvlogd(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        var isRead = TryReadIso(text, out stamp, out length) && text[10] == 'T' && stamp is { HasOffset: false, ZoneWord: 0, FractionDigits: SvlogdDigits };
        stamp = isRead ? new Stamp(stamp.Year, stamp.Month, stamp.Day, stamp.SecondOfDay, stamp.Nanosecond, stamp.FractionDigits, 0) : default;
        return isRead;
    }

    private static bool TryReadBind(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var month = Month(text[3..]);
        if (month == 0 || text[11] != ' '
            || !TryDigits(text[..2], out var day)
            || !TryDigits(text.Slice(7, 4), out var year) || year == 0)
        {
            return false;
        }

        var at = 12;
        return TryTime(text, ref at, out var second, out var nanos, out var digitCount)
            && Ends(text, length = at)
            && TryMake(year, month, day, second, nanos, digitCount, null, out stamp);
    }

    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out int second, out int nanos, out int digitCount)
    {
        second = nanos = digitCount = 0;
        if (text.Length < at + 8 || text[at + 2] != ':' || text[at + 5] != ':'
            || !TryDigits(text.Slice(at, 2), out var hour) || hour > 23
            || !TryDigits(text.Slice(at + 3, 2), out var minute) || minute > 59
            || !TryDigits(text.Slice(at + 6, 2), out var seconds) || seconds > 60)
        {
            return false;
        }

        second = (hour * 3600) + (minute * 60) + seconds;
        at += 8;
        if (at + 1 >= text.Length || text[at] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)text[at + 1]))
        {
            return true;
        }

        var scale = 100_000_000;
        for (at++; at < text.Length && char.IsAsciiDigit((char)text[at]); at++, scale /= 10)
        {
            // Digits past the nanosecond are dropped: no clock that writes logs has them.
            nanos += (text[at] - '0') * scale;
            digitCount = Math.Min(digitCount + 1, 9);
        }

        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref int at, out int? offsetMinutes)
    {
        offsetMinutes = null;
        if (at >= text.Length)
        {
            return true;
        }

        switch (text[at])
        {
            case (byte)'Z' or (byte)'z':
                offsetMinutes = 0;
                at++;
                return true;
            case (byte)'+' or (byte)'-':
                break;
            default:
                return true;
        }

        var sign = text[at] == '-' ? -1 : 1;
        if (text.Length < at + 3 || !TryDigits(text.Slice(at + 1, 2), out var hours) || hours > 18)
        {
            return false;
        }

        at += 3;
        var colon = at < text.Length && text[at] == ':' ? 1 : 0;
        var minutes = 0;
        if (text.Length >= at + colon + 2 && TryDigits(text.Slice(at + colon, 2), out minutes))
        {
            at += colon + 2;
        }
        else if (colon == 1)
        {
            return false;
        }

        offsetMinutes = sign * ((hours * 60) + minutes);
        return minutes < 60;
    }

    private static bool TryMake(
        int year, int month, int day, int second, int nanos, int digitCount, int? offset, out Stamp stamp)
    {
        // Without a year 29 February has to be allowed.
        var valid = year <= Calendar.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month);
        stamp = valid ? new Stamp(year, month, day, second, nanos, digitCount, offset) : default;
        return valid;
    }

    /// <summary>A stamp ends with its line or before something that cannot go on with it.</summary>
    private static bool Ends(ReadOnlySpan<byte> text, int length) =>
        length == text.Length || !char.IsAsciiLetterOrDigit((char)text[length]);

    private static bool TryDigits(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            var value = (uint)(digit - '0');
            if (value > 9)
            {
                return false;
            }

            number = (number * 10) + (int)value;
        }

        return true;
    }

    /// <summary>The month of three letters in any case, English or not, or 0.</summary>
    private static int Month(ReadOnlySpan<byte> text) =>
        ((text[0] | 0x20) << 16 | (text[1] | 0x20) << 8 | (text[2] | 0x20)) switch
        {
            'j' << 16 | 'a' << 8 | 'n' => 1,
            'f' << 16 | 'e' << 8 | 'b' => 2,
            'm' << 16 | 'a' << 8 | 'r' => 3,
            'a' << 16 | 'p' << 8 | 'r' => 4,
            'm' << 16 | 'a' << 8 | 'y' => 5,
            'j' << 16 | 'u' << 8 | 'n' => 6,
            'j' << 16 | 'u' << 8 | 'l' => 7,
            'a' << 16 | 'u' << 8 | 'g' => 8,
            's' << 16 | 'e' << 8 | 'p' => 9,
            'o' << 16 | 'c' << 8 | 't' => 10,
            'n' << 16 | 'o' << 8 | 'v' => 11,
            'd' << 16 | 'e' << 8 | 'c' => 12,
            _ => MonthNames.Month(text[..3]),
        };
}
