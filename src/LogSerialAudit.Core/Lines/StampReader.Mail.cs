namespace LogSerialAudit.Lines;

/// <content>The dates of mails (RFC 2822 section 3.3), and the basic format of ISO 8601.</content>
public static partial class StampReader
{
    /// <summary>A zone's name behind a mail's date has so many letters at most; RFC 2822 section 4.3 has three.</summary>
    private const int LongestMailZone = 5;

    /// <summary>Whether the bytes begin with <c>Thu, 30 May 2019 13:05:01</c>, or without the day of the week, by a few separators.</summary>
    internal static bool ProbeMail(ReadOnlySpan<byte> text)
    {
        var at = MailDay(text);
        if (at < 0 || text.Length < at + 19 || !char.IsAsciiDigit((char)text[at]))
        {
            return false;
        }

        at += text[at + 1] == ' ' ? 1 : 2;
        return text[at] == ' ' && text[at + 4] == ' ' && text[at + 9] == ' ' && text[at + 12] == ':';
    }

    /// <summary>Whether the bytes begin with <c>20190530T130501</c>, or with a blank for the <c>T</c>, by a few of them.</summary>
    internal static bool ProbeBasic(ReadOnlySpan<byte> text) =>
        text.Length >= 15 && text[8] is (byte)'T' or (byte)' ' && char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[7]) && char.IsAsciiDigit((char)text[14]);

    /// <summary>Where the day of the month begins: behind the day of the week, where there is one; -1 where it cannot begin.</summary>
    private static int MailDay(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4 || text[3] != ',')
        {
            return 0;
        }

        return text.Length > 6 && text[4] == ' ' && Weekday(text) >= 0 ? (text[5] == ' ' ? 6 : 5) : -1;
    }

    private static bool TryReadMail(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length) = (default, 0);
        if (!ProbeMail(text))
        {
            return false;
        }

        var start = MailDay(text);
        var digits = text[start + 1] == ' ' ? 1 : 2;
        var at = start + digits + 10;
        if (!TryDigits(text.Slice(start, digits), out var day) || Month(text[(start + digits + 1)..]) is not (> 0 and var month)
            || !TryDigits(text.Slice(at - 5, 4), out var year) || year == 0
            || !TryTime(text, ref at, out var second, out var nanos, out var digitCount))
        {
            return false;
        }

        var word = 0;
        if (!TryOffsetBehindBlank(text, ref at, out var offset) || (offset is null && !TryMailZone(text, ref at, out offset, out word))
            || !Ends(text, at) || !TryMake(year, month, day, second, nanos, digitCount, offset, out stamp)
            || (start > 0 && Weekday(text) != WeekdayOf(stamp)))
        {
            stamp = default;
            return false;
        }

        stamp = word == 0 ? stamp : stamp.In(word);
        length = at + CommentLength(text[at..]);
        return true;
    }

    /// <summary>
    /// <c> Z</c>, <c> UT</c> and the names of zones, which end with a T, as <c>EST</c> and <c>CEST</c> do: another word in capitals is a host, or of the
    /// message.
    /// </summary>
    private static bool TryMailZone(ReadOnlySpan<byte> text, ref int at, out int? offset, out int word)
    {
        (offset, word) = (null, 0);
        if (at >= text.Length || text[at] != ' ')
        {
            return true;
        }

        var rest = text[(at + 1)..];
        if (rest is [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'9', ..])
        {
            // Without an offset that is there and cannot be read, the date would be another instant.
            return false;
        }

        var end = rest[..Math.Min(rest.Length, LongestMailZone + 1)].IndexOf((byte)' ');
        var name = end < 0 ? rest : rest[..end];
        if (name.SequenceEqual("UT"u8) || name.SequenceEqual("Z"u8))
        {
            offset = 0;
        }
        else if (name.Length is < 3 or > LongestMailZone || name[^1] != 'T' || !ZoneWord.TryRead(text[at..], out word, out _))
        {
            return true;
        }

        at += name.Length + 1;
        return true;
    }

    /// <summary>The length of <c> (CEST)</c>, a name that says nothing that the offset before it does not say.</summary>
    private static int CommentLength(ReadOnlySpan<byte> text)
    {
        var close = text.StartsWith(" ("u8) ? text[..Math.Min(text.Length, LongestMailZone + 4)].IndexOf((byte)')') : -1;
        return close > 2 && !text[2..close].ContainsAnyExceptInRange((byte)'A', (byte)'Z') ? close + 1 : 0;
    }

    private static bool TryReadBasic(ReadOnlySpan<byte> text, out Stamp stamp, out int length)
    {
        (stamp, length) = (default, 0);
        if (!ProbeBasic(text) || !TryDigits(text[..4], out var year) || year == 0 || !TryDigits(text.Slice(4, 2), out var month)
            || !TryDigits(text.Slice(6, 2), out var day))
        {
            return false;
        }

        // The reader of times wants colons.
        Span<byte> clock = stackalloc byte[20];
        var rest = text[9..Math.Min(text.Length, 9 + clock.Length - 2)];
        rest[..2].CopyTo(clock);
        rest[2..4].CopyTo(clock[3..]);
        rest[4..].CopyTo(clock[6..]);
        clock[2] = clock[5] = (byte)':';
        clock = clock[..(rest.Length + 2)];
        var end = 0;
        if (!TryTime(clock, ref end, out var second, out var nanos, out var digitCount))
        {
            return false;
        }

        var at = 9 + end - 2;
        return TryOffset(text, ref at, out var offset)
            && (offset is not null || text[8] == 'T' || TryOffsetBehindBlank(text, ref at, out offset))
            && Ends(text, length = at)
            && TryMake(year, month, day, second, nanos, digitCount, offset, out stamp);
    }
}
