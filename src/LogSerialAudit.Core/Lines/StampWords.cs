using System.Buffers;

namespace LogSerialAudit.Lines;

/// <summary>
/// What reads like a date and a time, and is none that is known: 30 February, a 25th hour, a year of two digits, a day of the week that does not fit, a form
/// that nobody else writes. A server's line behind it has no date, but is a line all the same.
/// </summary>
internal static class StampWords
{
    /// <summary>No date has more words.</summary>
    private const int Most = 7;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("0123456789.,:/+-_TZtz"u8);

    private static readonly SearchValues<byte> Offset = SearchValues.Create("0123456789:"u8);

    /// <summary>How many bytes from the beginning on are words of a date and a time; 0 where they are not both there.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        var (length, hasDate, hasTime) = (0, false, false);
        if (text.Length < 15 || !(char.IsAsciiDigit((char)text[0]) || IsDayOrMonth(text)))
        {
            return 0;
        }

        for (var (words, at) = (0, 0); words < Most && at < text.Length; words++)
        {
            var end = text[at..].IndexOfAny((byte)' ', (byte)'\t');
            var word = end < 0 ? text[at..] : text.Slice(at, end);
            if (!(hasTime && ZoneLength(word) == word.Length) && !TakeWord(word, words == 0, ref hasDate, ref hasTime))
            {
                break;
            }

            length = at + word.Length;
            at = text.Length - text[length..].TrimStart(" \t"u8).Length;
        }

        return hasDate && hasTime ? length : 0;
    }

    /// <summary>
    /// The length of words that a stamp may have behind it and that tell another time than the stamp alone: <c>PM</c>, <c>+0200</c>, <c>UTC</c>, <c>CEST</c>,
    /// <c>GMT+2</c>, perhaps with a colon. None of them is a host.
    /// </summary>
    public static int ZoneLength(ReadOnlySpan<byte> text)
    {
        var (length, at) = (0, 0);
        while (at < text.Length && MayBeZone(text[at..]))
        {
            var end = text[at..].IndexOf((byte)' ');
            var word = end < 0 ? text[at..] : text.Slice(at, end);
            if (!IsZone(word.TrimEnd(":,"u8)))
            {
                break;
            }

            length = at + word.Length;
            at = length + 1;
        }

        return length;
    }

    /// <summary>Whether the bytes are a day, a month, and a year of two digits, or a number before a month and a day: <c>30 May 19 10:05:36</c>.</summary>
    public static bool AreEither(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits is 1 or 2 && text.Length > digits + 10 && text[digits] == ' ' && (digits == 1 || text[0] <= '3') && text[digits + 4] == ' '
            && char.IsAsciiDigit((char)text[digits + 5]) && char.IsAsciiDigit((char)text[digits + 6]) && text[digits + 7] == ' ' && text[digits + 10] == ':';
    }

    private static bool MayBeZone(ReadOnlySpan<byte> text) => text[0] is (byte)'+' or (byte)'-' or (byte)'(' or (>= (byte)'A' and <= (byte)'Z')
        || (text[0] is (byte)'a' or (byte)'p' or (byte)'m' && text.Length > 2 && (text[1] == '.' || (text[1] == 'm' && text[2] == ' ')));

    private static bool IsZone(ReadOnlySpan<byte> word)
    {
        word = word is [(byte)'(', .. var inner, (byte)')'] ? inner : word;
        if (word.Length is < 1 or > 9)
        {
            return false;
        }

        var offset = word.StartsWith("UTC"u8) || word.StartsWith("GMT"u8) ? word[3..] : word;
        return offset.IsEmpty || ZoneWord.IsUsual(word) || word.SequenceEqual("Z"u8)
            || IsHalfDay(word)
            || (offset is [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'9', ..] && !offset[1..].ContainsAnyExcept(Offset));
    }

    /// <summary><c>PM</c>, <c>p.m.</c>, and what Spanish has with a blank of some kind, <c>p. m.</c></summary>
    private static bool IsHalfDay(ReadOnlySpan<byte> word) => word switch
    {
        [(byte)'m', (byte)'.'] or [(byte)'a' or (byte)'p', (byte)'.'] or [(byte)'a' or (byte)'p', (byte)'.', .., (byte)'m', (byte)'.'] => true,
        [var half, var m] => (half | 0x20) is 'a' or 'p' && (m | 0x20) == 'm',
        _ => false,
    };

    private static bool TakeWord(ReadOnlySpan<byte> word, bool isFirst, ref bool hasDate, ref bool hasTime)
    {
        if (!char.IsAsciiDigit((char)word[0]))
        {
            // Behind the time stands no name of a month, but that of a host.
            var name = word.TrimEnd(".,"u8);
            if (hasTime || !(isFirst || IsDayOrMonth(word) || MonthNames.Month(name) > 0))
            {
                return word.SequenceEqual("@"u8);
            }

            hasDate |= StampReader.IsMonth(name);
            return true;
        }

        if (IsDayMonthYear(word, out var length))
        {
            hasDate = true;
            hasTime |= length < word.Length;
            return true;
        }

        if (word.ContainsAnyExcept(Signs))
        {
            return false;
        }

        var digits = word.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0 || digits == word.Length - 1)
        {
            digits = digits < 0 ? word.Length : digits;
            hasDate |= digits == 8;
            return hasTime ? digits == 4 : digits is 1 or 2 or 4 or 8;
        }

        // An address with a port has three dots.
        var colon = word.IndexOf((byte)':');
        var day = colon < 0 ? word : word[..colon];
        hasTime |= colon > 0 && word[colon..] is [_, >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', ..];
        hasDate |= day.Count((byte)'-') == 2 || day.Count((byte)'.') == 2 || day.Count((byte)'/') is 1 or 2;
        return true;
    }

    /// <summary>Whether a line begins with an English day of the week, short or long, or the short name of a month.</summary>
    private static bool IsDayOrMonth(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, 11)].IndexOfAny(" ,."u8);
        return end is 3 or > 5 && (StampReader.IsWeekday(text[..3]) ? end == 3 || text[..end].EndsWith("day"u8) : end == 3 && StampReader.IsMonth(text[..3]));
    }

    /// <summary><c>30-May-2019</c>, <c>30-May-19</c> or <c>30/May/2019:10:05:36</c>, and how much of the word is the date.</summary>
    private static bool IsDayMonthYear(ReadOnlySpan<byte> word, out int length)
    {
        var digits = word.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = 0;
        if (digits is < 1 or > 2 || word.Length < digits + 7 || word[digits] is not ((byte)'-' or (byte)'/') || word[digits + 4] != word[digits]
            || !StampReader.IsMonth(word.Slice(digits + 1, 3)))
        {
            return false;
        }

        var year = word[(digits + 5)..];
        var end = year.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        end = end < 0 ? year.Length : end;
        length = digits + 5 + end;
        return end is 2 or 4 && (length == word.Length || word[length] is (byte)':' or (byte)'T' or (byte)',');
    }
}
