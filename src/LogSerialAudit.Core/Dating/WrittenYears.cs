using System.Globalization;

namespace LogSerialAudit.Dating;

/// <summary>
/// Years that lines write themselves and that can't be right. rsyslog is known to give the first lines of a New Year the
/// old one, a known defect. What is written stays, is marked and said; only the order of rows goes by the year that fits.
/// </summary>
internal static class WrittenYears
{
    private const double NearSeconds = 2 * Ages.Day;

    /// <summary>Marks such runs of a file as not sure, and names their lines.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sequence">The sequence that it is of: a New Year may lie between two files.</param>
    /// <param name="serials">What the serials say.</param>
    /// <param name="options">What the operator says.</param>
    public static IEnumerable<DateWarning> Contradictions(SequenceFile file, DatedSequence sequence, SerialEvidence serials, DatingOptions options)
    {
        var written = file.Runs.Where(run => run.WrittenYear != 0).ToList();
        foreach (var contradiction in Options(written, options))
        {
            yield return contradiction;
        }

        var all = written.Count == 0 ? [] : sequence.Files.SelectMany(each => each.Runs).Where(run => run.WrittenYear != 0).ToList();
        var from = written.Count == 0 ? 0 : all.IndexOf(written[0]);
        for (var place = 0; place < written.Count; place++)
        {
            var run = written[place];
            run.StandsInYear = 0;
            var mentions = serials.Of(run);
            var odd = Enumerable.Range(0, mentions.Count).Where(index => Contradicts(mentions[index], run.WrittenYear)).ToList();
            if (odd.Count > 0 && odd.Count * 2 > mentions.Count(mention => mention.Fit > 0))
            {
                var (mention, year) = (run.Mentions[odd[0]], mentions[odd[0]].BestYear);
                (run.YearIsSure, run.StandsInYear) = (false, year);
                yield return new DateWarning(
                    string.Create(CultureInfo.InvariantCulture, $"line {mention.Line} writes {run.WrittenYear}, but its serial {mention.Serial} fits {year}: the year as written may be wrong in {Lines(run)}"),
                    mention.Line,
                    DateWitness.Serials);
            }
            else if (IsYearBehind(all, from + place, out var isLast))
            {
                (run.YearIsSure, run.StandsInYear) = (false, run.WrittenYear + 1);
                yield return new DateWarning(
                    string.Create(CultureInfo.InvariantCulture, $"{Lines(run)} {(run.FirstLine == run.LastLine ? "writes" : "write")} {run.WrittenYear} {(isLast ? "just after its end" : $"between lines of {run.WrittenYear + 1}")}: the year as written may be wrong"),
                    run.FirstLine,
                    DateWitness.Neighbours);
            }
        }
    }

    /// <summary>What is written stays, also where the operator says otherwise.</summary>
    private static IEnumerable<DateWarning> Options(List<ClockRun> written, DatingOptions options)
    {
        if (options.Year is { } year && written.Find(run => run.WrittenYear > year) is { } later)
        {
            yield return new DateWarning(string.Create(CultureInfo.InvariantCulture, $"line {later.FirstLine} writes {later.WrittenYear}, later than --year {year}: it stays as written"), later.FirstLine, DateWitness.Option);
        }

        // A day of slack: the stamp may be of any zone.
        if (options.NotAfter is { } limit && written.Find(run => run.Latest.LocalSeconds(run.WrittenYear) > YearSolver.Seconds(limit) + Ages.Day) is { } after)
        {
            yield return new DateWarning(string.Create(CultureInfo.InvariantCulture, $"{Lines(after)} {(after.FirstLine == after.LastLine ? "goes" : "go")} past --not-after, in {after.WrittenYear}: what is written stays"), after.LastLine, DateWitness.Option);
        }
    }

    private static bool Contradicts(SerialEvidence.Weighed mention, int written) =>
        mention.Weight > 0.3 && mention.Fit > 2 && mention.BestYear != written && Math.Abs(mention.Age(mention.BestYear)) < Ages.Day;

    /// <summary>Whether the run before ends just about a year after this one, and the next, if there is one, begins so.</summary>
    private static bool IsYearBehind(List<ClockRun> runs, int place, out bool isLast)
    {
        isLast = place == runs.Count - 1;
        var run = runs[place];
        var (first, latest) = (run.First.LocalSeconds(run.WrittenYear + 1), run.Latest.LocalSeconds(run.WrittenYear + 1));
        return place > 0 && Math.Abs(first - End(runs[place - 1])) < NearSeconds
            && (isLast ? latest - first < Ages.Day : Math.Abs(runs[place + 1].First.LocalSeconds(runs[place + 1].WrittenYear) - latest) < NearSeconds);

        static long End(ClockRun before) => before.Latest.LocalSeconds(before.WrittenYear);
    }

    private static string Lines(ClockRun run) => DateReasons.Lines(run.FirstLine, run.LastLine);
}
