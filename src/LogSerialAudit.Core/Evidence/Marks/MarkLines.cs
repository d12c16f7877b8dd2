using LogSerialAudit.History;
using LogSerialAudit.Messages.Language;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.Marks;

/// <summary>Lines of a time and a number with blanks between them, as <c>uniq -c</c> and small scripts print statistics.</summary>
internal static class MarkLines
{
    private const int LinesOfHead = 50;
    private const int LongestLine = 4096;

    private static readonly Parser<string> Time = LineInput.Run(sign => sign is not (' ' or '\t' or ',' or ';'), "a time");

    private static readonly Parser<long> Count = TimeGrammar.Digits.Where(digits => digits.Length <= 18).Named("a number").Select(digits => long.Parse(digits, null));

    private static readonly Parser<(WrittenTime Time, long Count)> Line =
        from before in TimeGrammar.Blank.Optional()
        from time in Time.Then(text => Written(text))
        from blank in TimeGrammar.Blank
        from count in Count
        from after in TimeGrammar.Blank.Optional().End()
        select (time, count);

    /// <summary>Whether a text has such lines, and no table.</summary>
    public static bool Are(string text) => Lines(text).Take(LinesOfHead).Any(line => Line(new LineInput(line.Text, 0)).WasSuccessful);

    /// <summary>Reads them. Text around them is passed over; what begins like a date and is none is said.</summary>
    public static IReadOnlyList<Mark> Read(MarkSource source, string text, RepeatedErrors errors)
    {
        var marks = new List<Mark>();
        var zone = Lines(text).Take(LinesOfHead).Any(line => NamesUtc(line.Text)) ? DateTimeZone.Utc : source.Zone;
        foreach (var (line, number) in Lines(text))
        {
            var result = Line(new LineInput(line, 0));
            if (result.WasSuccessful)
            {
                var time = result.Value.Time;
                var at = time.In(zone, out var isSure);
                marks.Add(new Mark(source.Name, at, time.Local.Date, time.IsDay, isSure, result.Value.Count, "", new SourceLine(source.Path, number)));
            }
            else if (line.Length > 5 && line[..4].All(char.IsAsciiDigit) && line[4] == '-')
            {
                errors.Add(new EvidenceError(source.Path, number, result.Remainder.Column, $"expected {string.Join(" or ", result.Expectations.Distinct())}"));
            }
        }

        return marks;
    }

    /// <summary>A heading such as <c>YYYY-MM-DD (in UTC) and # of lines</c> says more than any option.</summary>
    private static bool NamesUtc(string line) =>
        !line.Any(char.IsAsciiDigit) && line.Split(' ', '(', ')', ',', ':', '\t').Any(word => word is "UTC" or "GMT");

    private static Parser<WrittenTime> Written(string text) => input => TimeGrammar.Any(new LineInput(text, 0)) is { WasSuccessful: true } time
        ? Result.Success(time.Value, input)
        : Result.Failure<WrittenTime>(new LineInput(input.Source, input.Position - text.Length), "unexpected", ["a time such as 2019-05-28"]);

    private static IEnumerable<(string Text, long Number)> Lines(string text)
    {
        var number = 1L;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return (text[start..Math.Min(end, start + LongestLine)].TrimEnd('\r'), number);
            start = end + 1;
        }
    }
}
