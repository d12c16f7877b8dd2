using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Lines of what <c>rlog</c> and <c>cvs log</c> print (rcs src/rlog.c; cvs src/log.c), and serials that a log message names.</summary>
internal static class RlogGrammar
{
    private static readonly Parser<string> Digits = LineInput.Run(char.IsAsciiDigit, "digits");

    private static Parser<int> Number(int digits, int least, int most, string name) =>
        Digits.Where(text => text.Length == digits && int.Parse(text, null) >= least && int.Parse(text, null) <= most).Named(name).Select(text => int.Parse(text, null));

    private static Parser<T> After<T>(char sign, Parser<T> then) => Parse.Char(sign).Then(_ => then);

    /// <summary><c>revision 1.2</c>, and who has it locked.</summary>
    internal static readonly Parser<string> Revision =
        from word in Parse.String("revision ")
        from number in LineInput.Run(sign => char.IsAsciiDigit(sign) || sign == '.', "a revision number").Where(number => number.Contains('.', StringComparison.Ordinal)).Named("a revision number")
        from rest in Parse.Char('\t').Then(_ => Parse.AnyChar.Many()).Optional().End()
        select number;

    private static Parser<LocalDateTime> Stamp(char sign) =>
        from year in Number(4, 1900, 9999, "a year of four digits")
        from month in After(sign, Number(2, 1, 12, "a month, 01 to 12"))
        from day in After(sign, Number(2, 1, 31, "a day, 01 to 31").Where(day => day <= CalendarSystem.Iso.GetDaysInMonth(year, month)).Named("a day of that month"))
        from hour in After(' ', Number(2, 0, 23, "an hour, 00 to 23"))
        from minute in After(':', Number(2, 0, 59, "a minute, 00 to 59"))
        from second in After(':', Number(2, 0, 60, "a second, 00 to 60"))
        select new LocalDateTime(year, month, day, hour, minute, Math.Min(second, 59));

    private static readonly Parser<Offset> Zone =
        from blank in Parse.Char(' ').Optional()
        from sign in Parse.Chars("+-").Named("an offset such as +00 or -07:00")
        from hours in Number(2, 0, 18, "an offset such as +00 or -07:00").Or(Number(4, 0, 1800, "an offset such as +00 or -07:00").Select(both => -both))
        from minutes in After(':', Number(2, 0, 59, "minutes of an offset")).Optional()
        from seconds in After(':', Number(2, 0, 59, "seconds of an offset")).Optional()
        let hour = hours < 0 ? -hours / 100 : hours
        let minute = hours < 0 ? -hours % 100 : minutes.GetOrDefault()
        let all = (hour * 3600) + (minute * 60) + seconds.GetOrDefault()
        where minute < 60 && all <= 18 * 3600
        select Offset.FromSeconds(sign == '-' ? -all : all);

    /// <summary>With slashes it is UTC; with dashes, under <c>-z</c>, the offset is written too.</summary>
    private static readonly Parser<Instant> Time = Stamp('/').Select(time => time.InUtc().ToInstant())
        .Or(from time in Stamp('-') from offset in Zone select time.WithOffset(offset).ToInstant());

    /// <summary>A text as a whole or not at all, so that an error points at its beginning.</summary>
    private static Parser<string> Exactly(string text) => input => string.CompareOrdinal(input.Source, input.Position, text, 0, text.Length) == 0
        ? Result.Success(text, new LineInput(input.Source, input.Position + text.Length))
        : Result.Failure<string>(input, "unexpected", [$"\"{text}\""]);

    private static readonly Parser<string> Value = LineInput.Run(sign => sign != ';', "a value");

    /// <summary><c>date: 2019/05/30 20:57:51;  author: root;  state: Exp;  lines: +1 -1</c>.</summary>
    internal static readonly Parser<(Instant At, string Author)> Date =
        from word in Parse.String("date: ")
        from at in Time
        from author in Exactly(";  author: ").Then(_ => Value)
        from end in Parse.Char(';')
        from rest in Parse.AnyChar.Many().End()
        select (at, author);

    private static readonly Parser<string> Label = new[] { "serial", "s/n", "soa" }.Select(word => Parse.IgnoreCase(word).Text()).Aggregate((one, other) => one.Or(other));

    private static readonly Parser<string> Filler = new[] { "number", "no.", "is", "now", "to", "set", "bumped", "raised", "serial", "->", "=", ":", "#", " " }
        .Select(word => Parse.IgnoreCase(word).Text()).Aggregate((one, other) => one.Or(other));

    private static readonly Parser<string> Digit10 = Digits.Where(digits => digits.Length <= 10 && ulong.Parse(digits, null) <= uint.MaxValue).Named("a serial");

    /// <summary>A serial that is called one: <c>serial number is now 1559249859</c>. What follows must not make it a version or a date.</summary>
    internal static readonly Parser<SerialNumber> Serial =
        from label in Label
        from filler in Filler.Many()
        from digits in Digit10
        from end in Parse.Chars(" \t,;)\"'").Or(Parse.Char('.').Then(dot => Parse.Char(' ').Return('.').Or(Parse.Return('.').End()))).Or(Parse.Return(' ').End())
        select new SerialNumber(uint.Parse(digits, null));
}
