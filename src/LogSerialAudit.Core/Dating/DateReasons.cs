using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Dating;

/// <summary>Says in a few lines why the lines of a file have the years that they have.</summary>
internal static class DateReasons
{
    private const int MostRuns = 6;
    private const string InGzipHeader = "the time in its gzip header";
    private const string LastChange = "its time of last change";
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static IEnumerable<string> Of(SequenceFile file, Lazy<SerialEvidence> serials, DatingOptions options)
    {
        if (file.Runs.Count == 0)
        {
            yield break;
        }

        foreach (var years in Years(file).Take(MostRuns))
        {
            yield return years;
        }

        yield return $"the year is from: {file.Source.Word()}";
        if (options.Year is { } given)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--year {given} was given for the last line of the log");
        }

        if (options.NotAfter is { } limit)
        {
            yield return $"--not-after {Local(YearSolver.Seconds(limit))}Z was given: no line is later";
        }

        foreach (var serial in Serials(file, serials.Value))
        {
            yield return serial;
        }

        foreach (var time in FileTime.Of(file.Evidence, options.Now))
        {
            yield return Time(file, time);
        }

        foreach (var silent in TimesThatSayNothing(file.Evidence, options.Now))
        {
            yield return silent;
        }

        if (file.Runs.FirstOrDefault(run => run.HasLeapDay) is { } leap)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"a 29 February in {Lines(leap.FirstLine, leap.LastLine)}: a leap year");
        }

        var late = file.Runs.Where(run => run.IsOutOfOrder).ToList();
        if (late.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"out of the order of time: {late.Count} of {file.Runs.Count} stretches of lines, first at line {late[0].FirstLine}; each is taken for the nearest such day");
        }

        if (late.Find(run => run is { WrittenYear: 0, YearIsSure: false } && HostClock.IsUnset(run.First)) is { } unset)
        {
            yield return $"{Lines(unset.FirstLine, unset.LastLine)} may be of a clock that was not set yet, and stood at the beginning of 1970";
        }

        foreach (var hour in file.Runs.SelectMany(run => run.RepeatedHours).DistinctBy(hour => hour.From))
        {
            yield return $"the clocks were set back: {Local(hour.From)} to {Local(hour.To)} occurred twice";
        }
    }

    private static IEnumerable<string> Years(SequenceFile file)
    {
        var from = 0;
        for (var run = 1; run <= file.Runs.Count; run++)
        {
            if (run < file.Runs.Count && file.Runs[run].Year == file.Runs[from].Year && file.Runs[run].YearIsSure == file.Runs[from].YearIsSure)
            {
                continue;
            }

            var (first, last) = (file.Runs[from], file.Runs[run - 1]);
            yield return string.Create(CultureInfo.InvariantCulture, $"{Lines(first.FirstLine, last.LastLine)}: {first.Year}{(first.YearIsSure ? "" : ", not sure")}{(first.WrittenYear != 0 ? ", as written" : "")}");
            from = run;
        }
    }

    /// <summary>A line, or some that follow each other.</summary>
    internal static string Lines(long first, long last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"line {first}")
        : string.Create(CultureInfo.InvariantCulture, $"lines {first} to {last}");

    private static IEnumerable<string> Serials(SequenceFile file, SerialEvidence serials)
    {
        if (file.Runs.All(run => run.WrittenYear != 0))
        {
            // The lines say their year themselves.
            yield break;
        }

        if (file.Anchors == 0)
        {
            yield return "no serial was minted close to its line";
            if (file.OlderSerials > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{file.OlderSerials} serial{(file.OlderSerials == 1 ? "" : "s")} named here {(file.OlderSerials == 1 ? "was" : "were")} minted days before, and no line is older than its serial");
            }

            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{file.Anchors} serial{(file.Anchors == 1 ? " was" : "s were")} minted within three days of {(file.Anchors == 1 ? "its line" : "their lines")}");
        var (run, place) = file.Runs
            .SelectMany(run => Enumerable.Range(0, run.Mentions.Count).Select(place => (run, place)))
            .Where(each => serials.Of(each.run)[each.place].Weight > 0.3)
            .MinBy(each => Math.Abs(serials.Of(each.run)[each.place].Age(each.run.Year)));
        var (mention, age) = (run.Mentions[place], serials.Of(run)[place].Age(run.Year));
        yield return string.Create(CultureInfo.InvariantCulture, $"line {mention.Line}: serial {mention.Serial} of {file.ZoneOf(mention.Zone).Name}, minted {Math.Abs(age)} s {(age < 0 ? "after" : "before")} it{(serials.ReadIn is { } zone ? $", if the stamps are of {zone.Id}" : "")}");
    }

    private static string Time(SequenceFile file, FileTime time)
    {
        var name = time.Source switch
        {
            YearSource.FileName => "the date in its name",
            YearSource.GzipTime => InGzipHeader,
            _ => LastChange,
        };
        var last = file.LastWithoutYear;
        return $"{name}, {Local(time.At)}, is {Beside(time.At - last.Latest.LocalSeconds(last.Year))}";
    }

    private static string Beside(long seconds)
    {
        var apart = Duration.FromSeconds(Math.Abs(seconds));
        return apart < Duration.FromMinutes(1) ? "that of the last line"
            : $"{DurationText.Words(apart, apart.Days >= 10 ? 1 : 2)} {(seconds < 0 ? "before" : "after")} the last line";
    }

    /// <summary>What a reader would expect to count and what does not.</summary>
    private static IEnumerable<string> TimesThatSayNothing(FileEvidence evidence, Instant now)
    {
        if (evidence.GzipTime is { } gzip && FileTime.IsOfTheFuture(gzip, now))
        {
            yield return $"{InGzipHeader}, {Local(YearSolver.Seconds(gzip) + evidence.OffsetSeconds)}, is in the future and says nothing";
        }

        if (evidence.FileTime is { } time && FileTime.IsOfTheFuture(time, now))
        {
            yield return $"{LastChange}, {Local(YearSolver.Seconds(time) + evidence.OffsetSeconds)}, is in the future and says nothing";
        }
        else if (evidence.IsOfOneCopy)
        {
            yield return $"{LastChange} says nothing: all files were last changed within a minute, as by a copy";
        }
    }

    private static string Local(long seconds) => Pattern.Format(new LocalDateTime(1, 1, 1, 0, 0).PlusSeconds(seconds));
}
