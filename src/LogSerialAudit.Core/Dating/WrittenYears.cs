using System.Globalization;

namespace LogSerialAudit.Dating;

/// <summary>
/// Years that lines write themselves and that can't be right. rsyslog is known to give the first lines of a New Year the
/// old one, a known defect. What is written stays; it is marked and said.
/// </summary>
internal static class WrittenYears
{
    private const double NearSeconds = 2 * Ages.Day;

    /// <summary>Marks such runs as not sure, and names their lines.</summary>
    public static IEnumerable<string> Contradictions(SequenceFile file, SerialEvidence serials, DatingOptions options)
    {
        var written = file.Runs.Where(run => run.WrittenYear != 0).ToList();
        foreach (var contradiction in Options(written, options))
        {
            yield return contradiction;
        }

        for (var place = 0; place < written.Count; place++)
        {
            var run = written[place];
            var mentions = serials.Of(run);
            var odd = Enumerable.Range(0, mentions.Count).Where(index => Contradicts(mentions[index], run.WrittenYear)).ToList();
            if (odd.Count > 0 && odd.Count * 2 > mentions.Count(mention => mention.Fit > 0))
            {
                run.YearIsSure = false;
                var (mention, year) = (run.Mentions[odd[0]], mentions[odd[0]].BestYear);
                yield return string.Create(CultureInfo.InvariantCulture, $"line {mention.Line} writes {run.WrittenYear}, but its serial {mention.Serial} fits {year}: the year as written may be wrong in {Lines(run)}");
            }
            else if (IsYearBehind(written, place))
            {
                run.YearIsSure = false;
                yield return string.Create(CultureInfo.InvariantCulture, $"{Lines(run)} {(run.FirstLine == run.LastLine ? "writes" : "write")} {run.WrittenYear} between lines of {run.WrittenYear + 1}: the year as written may be wrong");
            }
        }
    }

    /// <summary>What is written stays, also where the operator says otherwise.</summary>
    private static IEnumerable<string> Options(List<ClockRun> written, DatingOptions options)
    {
        if (options.Year is { } year && written.Find(run => run.WrittenYear > year) is { } later)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"line {later.FirstLine} writes {later.WrittenYear}, later than --year {year}: it stays as written");
        }

        // A day of slack: the stamp may be of any zone.
        if (options.NotAfter is { } limit && written.Find(run => run.Latest.LocalSeconds(run.WrittenYear) > YearSolver.Seconds(limit) + Ages.Day) is { } after)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Lines(after)} {(after.FirstLine == after.LastLine ? "goes" : "go")} past --not-after, in {after.WrittenYear}: what is written stays");
        }
    }

    private static bool Contradicts(SerialEvidence.Weighed mention, int written) =>
        mention.Weight > 0.3 && mention.Fit > 2 && mention.BestYear != written && Math.Abs(mention.Age(mention.BestYear)) < Ages.Day;

    /// <summary>Whether the run before ends, and the next begins, just about a year after this one.</summary>
    private static bool IsYearBehind(List<ClockRun> runs, int place)
    {
        if (place == 0 || place == runs.Count - 1)
        {
            return false;
        }

        var (run, before, after) = (runs[place], runs[place - 1], runs[place + 1]);
        return Math.Abs(run.First.LocalSeconds(run.WrittenYear + 1) - before.Latest.LocalSeconds(before.WrittenYear)) < NearSeconds
            && Math.Abs(after.First.LocalSeconds(after.WrittenYear) - run.Latest.LocalSeconds(run.WrittenYear + 1)) < NearSeconds;
    }

    private static string Lines(ClockRun run) => run.FirstLine == run.LastLine
        ? string.Create(CultureInfo.InvariantCulture, $"line {run.FirstLine}")
        : string.Create(CultureInfo.InvariantCulture, $"lines {run.FirstLine} to {run.LastLine}");
}
