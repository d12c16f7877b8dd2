using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Lines of what <c>rlog</c> and <c>cvs log</c> print (rcs src/rlog.c; cvs src/log.c), and serials that a log message names.</summary>
internal static class RlogGrammar
{
    /// <summary><c>revision 1.2</c>, and who has it locked.</summary>
    internal static readonly Parser<string> Revision =
        from word in Parse.String("revision ")
        from number in LineInput.Run(sign => char.IsAsciiDigit(sign) || sign == '.', "a revision number").Where(number => number.Contains('.', StringComparison.Ordinal)).Named("a revision number")
        from rest in Parse.Char('\t').Then(_ => Parse.AnyChar.Many()).Optional().End()
        select number;

    private static Parser<LocalDateTime> Stamp(char sign) =>
        from date in TimeGrammar.Date(sign, 1900)
        from time in TimeGrammar.After(' ', TimeGrammar.Clock)
        select date + time;

    private static readonly Parser<Offset> Zone = Parse.Char(' ').Optional().Then(_ => TimeGrammar.OffsetSigned);

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

    private static readonly Parser<string> Digit10 = TimeGrammar.Digits.Where(digits => digits.Length <= 10 && ulong.Parse(digits, null) <= uint.MaxValue).Named("a serial");

    /// <summary>A serial that is called one: <c>serial number is now 1559249859</c>. What follows must not make it a version or a date.</summary>
    internal static readonly Parser<SerialNumber> Serial =
        from label in Label
        from filler in Filler.Many()
        from digits in Digit10
        from end in Parse.Chars(" \t,;)\"'").Or(Parse.Char('.').Then(dot => Parse.Char(' ').Return('.').Or(Parse.Return('.').End()))).Or(Parse.Return(' ').End())
        select new SerialNumber(uint.Parse(digits, null));
}
