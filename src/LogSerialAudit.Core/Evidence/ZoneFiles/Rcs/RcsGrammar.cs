using LogSerialAudit.Lines;
using LogSerialAudit.Messages.Language;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>
/// The grammar of rcsfile(5), a character a byte. Phrases that it does not name are passed over (<c>newphrase</c>), wherever
/// they stand, and those that it names may come in any order: CVS and older releases of RCS have written both.
/// </summary>
internal static class RcsGrammar
{
    private static readonly Parser<object?> White = input =>
    {
        var end = input.Position;
        while (end < input.Source.Length && IsWhite(input.Source[end]))
        {
            end++;
        }

        return Result.Success<object?>(null, end == input.Position ? input : new LineInput(input.Source, end));
    };

    private static Parser<T> Lexeme<T>(Parser<T> parser) =>
        from value in parser
        from white in White
        select value;

    private static Parser<(string Text, int Position)> Placed(Parser<string> parser) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful
            ? Result.Success((result.Value, input.Position), result.Remainder)
            : Result.Failure<(string, int)>(result.Remainder, result.Message, result.Expectations);
    };

    private static readonly Parser<(string Text, int Position)> Id = Lexeme(Placed(LineInput.Run(IsIdChar, "an id")));

    private static readonly Parser<(string Text, int Position)> Num = Id.Where(id => IsNumber(id.Text)).Named("a revision number");

    private static Parser<(string Text, int Position)> Keyword(string name) => Id.Where(id => id.Text == name).Named(name);

    /// <summary>A string, without the <c>@</c> around it.</summary>
    private static readonly Parser<RcsSpan> String = Lexeme<RcsSpan>(input =>
    {
        var source = input.Source;
        if (input.AtEnd || input.Current != '@')
        {
            return Result.Failure<RcsSpan>(input, "unexpected", ["a string in @"]);
        }

        for (var end = source.IndexOf('@', input.Position + 1); end >= 0; end = source.IndexOf('@', end + 2))
        {
            if (end + 1 == source.Length || source[end + 1] != '@')
            {
                return Result.Success(new RcsSpan(input.Position + 1, end - input.Position - 1), new LineInput(source, end + 1));
            }

            if (end + 2 >= source.Length)
            {
                break;
            }
        }

        return Result.Failure<RcsSpan>(input.Advance(), "unexpected", ["the end of this string, @"]);
    });

    private static readonly Parser<RcsWord> Word = Id.Select(id => new RcsWord(id.Text, id.Position))
        .Or(Lexeme(Placed(Parse.String(":").Text())).Select(colon => new RcsWord(colon.Text, colon.Position)))
        .Or(String.Select(text => new RcsWord("", text.Start)));

    private static readonly Parser<char> Semicolon = Lexeme(Parse.Char(';'));

    private static Parser<RcsPhrase> PhraseBut(string name) =>
        from key in Id.Where(id => id.Text != name && !IsNumber(id.Text)).Named("a phrase")
        from words in Word.XMany()
        from end in Semicolon
        select new RcsPhrase(key.Text, key.Position, [.. words]);

    private static readonly Parser<RcsPhrase> Phrase = PhraseBut("desc");

    private static readonly Parser<RcsDelta> Delta =
        from number in Num
        from phrases in Phrase.XMany()
        select new RcsDelta(number.Text, number.Position, [.. phrases]);

    private static readonly Parser<RcsDeltaText> DeltaText =
        from number in Num
        from log in Keyword("log").Then(_ => String)
        from other in PhraseBut("text").XMany()
        from text in Keyword("text").Then(_ => String)
        select new RcsDeltaText(number.Text, number.Position, log, text);

    /// <summary>A whole file.</summary>
    internal static readonly Parser<RcsTree> File =
        from white in White
        from head in Keyword("head")
        from number in Word.XMany()
        from end in Semicolon
        from admin in Phrase.XMany()
        from deltas in Delta.XMany()
        from description in Keyword("desc").Then(_ => String)
        from texts in DeltaText.XMany().End()
        select new RcsTree([new RcsPhrase("head", head.Position, [.. number]), .. admin], [.. deltas], [.. texts]);

    private static Parser<int> AfterDot(Parser<int> part) => Parse.Char('.').Then(_ => part);

    /// <summary>A date in UTC; two digits are a year of the twentieth century.</summary>
    internal static readonly Parser<Instant> Date =
        from year in TimeGrammar.Number(2, 0, 99, "a year of two or four digits").Select(year => year + 1900).Or(TimeGrammar.Number(4, 1970, Calendar.LastYear, "a year of two or four digits"))
        from month in AfterDot(TimeGrammar.Number(2, 1, 12, "a month, 01 to 12"))
        from day in AfterDot(TimeGrammar.Number(2, 1, 31, "a day, 01 to 31").Where(day => day <= CalendarSystem.Iso.GetDaysInMonth(year, month)).Named("a day of that month"))
        from hour in AfterDot(TimeGrammar.Number(2, 0, 23, "an hour, 00 to 23"))
        from minute in AfterDot(TimeGrammar.Number(2, 0, 59, "a minute, 00 to 59"))
        from second in AfterDot(TimeGrammar.Number(2, 0, 60, "a second, 00 to 60")).End()
        select Instant.FromUtc(year, month, day, hour, minute, Math.Min(second, 59));

    /// <summary>One edit of a delta, as <c>diff -n</c> writes it: the sign, the line of the text before any edit, how many lines.</summary>
    internal static readonly Parser<(char Sign, int Line, int Count)> Edit =
        from sign in Parse.Chars("ad").Named("a or d")
        from line in Count
        from blank in Parse.Char(' ')
        from count in Count
        from end in Parse.Char('\r').Optional().Then(_ => Parse.Char('\n').Named("the end of the line"))
        select (sign, line, count);

    private static Parser<int> Count => LineInput.Run(char.IsAsciiDigit, "digits")
        .Where(digits => int.TryParse(digits, System.Globalization.NumberStyles.None, null, out _)).Named("a number of lines").Select(digits => int.Parse(digits, null));

    /// <summary>Whether this is a number of rcsfile(5), digits and dots.</summary>
    internal static bool IsNumber(string text) => text.Length > 0 && text.All(sign => char.IsAsciiDigit(sign) || sign == '.');

    private static bool IsWhite(char sign) => sign is ' ' or (>= '\b' and <= '\r');

    private static bool IsIdChar(char sign) => sign is > ' ' and <= '~' or >= '\u00a0' and <= '\u00ff' && sign is not ('$' or ',' or ':' or ';' or '@');
}
