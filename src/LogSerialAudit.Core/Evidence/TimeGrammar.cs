using LogSerialAudit.Lines;
using LogSerialAudit.Messages.Language;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence;

/// <summary>Written times, and the pieces of them that the grammars of evidence share. Digits are ASCII, whatever the culture.</summary>
internal static class TimeGrammar
{
    private const string OffsetName = "an offset such as +00 or -07:00";
    private static readonly long LastSecond = Instant.FromUtc(2100, 1, 1, 0, 0).ToUnixTimeSeconds();

    internal static readonly Parser<string> Digits = LineInput.Run(char.IsAsciiDigit, "digits");

    internal static readonly Parser<string> Blank = LineInput.Run(sign => sign is ' ' or '\t', "a blank");

    private static readonly Parser<string> Word = LineInput.Run(sign => sign is not (' ' or '\t'), "a word");

    /// <summary>A number of so many digits, within bounds.</summary>
    internal static Parser<int> Number(int digits, int least, int most, string name) =>
        Digits.Where(text => text.Length == digits && int.Parse(text, null) >= least && int.Parse(text, null) <= most).Named(name).Select(text => int.Parse(text, null));

    internal static Parser<T> After<T>(char sign, Parser<T> then) => Parse.Char(sign).Then(_ => then);

    /// <summary>A year, a month and a day with a sign between them.</summary>
    internal static Parser<LocalDate> Date(char sign, int firstYear) =>
        from year in Number(4, firstYear, Calendar.LastYear, "a year of four digits")
        from month in After(sign, Number(2, 1, 12, "a month, 01 to 12"))
        from day in After(sign, Number(2, 1, 31, "a day, 01 to 31").Where(day => day <= CalendarSystem.Iso.GetDaysInMonth(year, month)).Named("a day of that month"))
        select new LocalDate(year, month, day);

    /// <summary><c>hh:mm:ss</c>; a leap second is the second before it.</summary>
    internal static readonly Parser<LocalTime> Clock =
        from hour in Number(2, 0, 23, "an hour, 00 to 23")
        from minute in After(':', Number(2, 0, 59, "a minute, 00 to 59"))
        from second in After(':', Number(2, 0, 60, "a second, 00 to 60"))
        select new LocalTime(hour, minute, Math.Min(second, 59));

    /// <summary><c>+00</c>, <c>-0700</c>, <c>+05:30</c>, <c>+05:30:10</c>.</summary>
    internal static readonly Parser<Offset> OffsetSigned =
        from sign in Parse.Chars("+-").Named(OffsetName)
        from hours in Number(2, 0, 18, OffsetName).Or(Number(4, 0, 1800, OffsetName).Select(both => -both))
        from minutes in After(':', Number(2, 0, 59, "minutes of an offset")).Optional()
        from seconds in After(':', Number(2, 0, 59, "seconds of an offset")).Optional()
        let hour = hours < 0 ? -hours / 100 : hours
        let minute = hours < 0 ? -hours % 100 : minutes.GetOrDefault()
        let all = (hour * 3600) + (minute * 60) + seconds.GetOrDefault()
        where minute < 60 && all <= 18 * 3600
        select Offset.FromSeconds(sign == '-' ? -all : all);

    private static readonly Parser<long> Fraction =
        Parse.Chars(".,").Then(_ => Digits).Where(digits => digits.Length <= 9).Named("a fraction of up to nine digits").Select(digits => long.Parse(digits.PadRight(9, '0'), null));

    private static readonly Parser<(Offset? Offset, string Word)> Zone =
        Parse.Char('Z').Return(((Offset?)Offset.Zero, "")).Or(OffsetSigned.Select(offset => ((Offset?)offset, "")))
            .Or(LineInput.Run(char.IsAsciiLetter, "a zone").Where(word => word.Length is >= 2 and <= 6).Select(word => ((Offset?)null, word)));

    private static readonly Parser<(Offset? Offset, string Word)> ZoneOrNone = Blank.Optional().Then(_ => Zone).Or(Parse.Return(((Offset?)null, "")));

    private static readonly Parser<LocalTime> ShortClock =
        from hour in Number(2, 0, 23, "an hour, 00 to 23")
        from minute in After(':', Number(2, 0, 59, "a minute, 00 to 59"))
        from second in After(':', Number(2, 0, 60, "a second, 00 to 60")).Optional()
        from fraction in Fraction.Optional()
        select new LocalTime(hour, minute, Math.Min(second.GetOrDefault(), 59)).PlusNanoseconds(fraction.GetOrDefault());

    private static Parser<WrittenTime> DateAndTime(Parser<LocalDate> dates) =>
        from date in dates
        from time in Parse.Chars("T_ ").Then(_ => ShortClock).Optional()
        from zone in ZoneOrNone
        select new WrittenTime(date + time.GetOrElse(LocalTime.Midnight), zone.Offset, zone.Word, time.IsEmpty);

    /// <summary><c>20190525</c>.</summary>
    private static readonly Parser<LocalDate> CompactDate =
        from digits in Digits.Where(digits => digits.Length == 8).Named("a date")
        let number = int.Parse(digits, null)
        where number / 10000 is >= 1980 and <= 2099 && number / 100 % 100 is >= 1 and <= 12
            && number % 100 >= 1 && number % 100 <= CalendarSystem.Iso.GetDaysInMonth(number / 10000, number / 100 % 100)
        select new LocalDate(number / 10000, number / 100 % 100, number % 100);

    private static readonly Parser<WrittenTime> CompactTime =
        from date in CompactDate
        from time in Parse.Chars("T_-").Then(_ => Number(6, 0, 235960, "hours, minutes and seconds")).Where(time => time / 100 % 100 < 60 && time % 100 <= 60).Optional()
        from zone in ZoneOrNone
        let clock = time.GetOrDefault()
        select new WrittenTime(
            date + new LocalTime(clock / 10000, clock / 100 % 100, Math.Min(clock % 100, 59)), zone.Offset, zone.Word, time.IsEmpty);

    /// <summary>Seconds since 1970, with or without a fraction or an <c>@</c> before them; thirteen digits are milliseconds.</summary>
    private static readonly Parser<WrittenTime> Unix =
        from at in Parse.Char('@').Optional()
        from digits in Digits.Where(digits => digits.Length is 9 or 10 or 13).Named("seconds since 1970")
        from fraction in Fraction.Optional()
        let number = long.Parse(digits, null)
        let instant = digits.Length == 13 ? Instant.FromUnixTimeMilliseconds(number) : Instant.FromUnixTimeSeconds(number).PlusNanoseconds(fraction.GetOrDefault())
        where instant.ToUnixTimeSeconds() < LastSecond
        select new WrittenTime(instant.InUtc().LocalDateTime, Offset.Zero, "", IsDay: false);

    private static readonly Parser<int> Month = Word.Select(word => MonthNames.Month(System.Text.Encoding.UTF8.GetBytes(word))).Where(month => month > 0).Named("the name of a month");

    private static readonly Parser<int> Day = Digits.Where(digits => digits.Length <= 2 && int.Parse(digits, null) is >= 1 and <= 31).Named("a day, 1 to 31").Select(digits => int.Parse(digits, null));

    private static readonly Parser<int> Year = Number(4, 1980, 2099, "a year of four digits");

    private static Parser<LocalDate> DateOf(int year, int month, int day) => input => day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        ? Result.Success(new LocalDate(year, month, day), input)
        : Result.Failure<LocalDate>(input, "unexpected", ["a day of that month"]);

    /// <summary>What <c>date</c> and <c>dig</c> print: <c>Sat Nov 28 02:03:42 UTC 2026</c>, in any language; the zone may be missing.</summary>
    internal static readonly Parser<WrittenTime> OfDate =
        from weekday in Word.Where(word => !char.IsAsciiDigit(word[0])).Named("the name of a day")
        from a in Blank
        from month in Month
        from b in Blank
        from day in Day
        from c in Blank
        from time in Clock
        from zone in Blank.Then(_ => Zone).Optional()
        from d in Blank
        from year in Year
        from date in DateOf(year, month, day)
        select new WrittenTime(date + time, zone.GetOrDefault().Offset, zone.GetOrDefault().Word ?? "", IsDay: false);

    /// <summary>The date of a mail (RFC 5322 section 3.3).</summary>
    private static readonly Parser<WrittenTime> OfMail =
        from weekday in Parse.Letter.AtLeastOnce().Then(_ => Parse.Char(',')).Then(_ => Blank).Optional()
        from day in Day
        from a in Blank
        from month in Month
        from b in Blank
        from year in Year
        from c in Blank
        from time in ShortClock
        from zone in ZoneOrNone
        from date in DateOf(year, month, day)
        select new WrittenTime(date + time, zone.Offset, zone.Word, IsDay: false);

    /// <summary>Any of them, as a whole text.</summary>
    internal static readonly Parser<WrittenTime> Any = new[] { DateAndTime(Date('-', 1970)), DateAndTime(Date('/', 1970)), CompactTime, Unix, OfDate, OfMail }
        .Select(time => time.End()).Aggregate((one, other) => one.Or(other));
}
