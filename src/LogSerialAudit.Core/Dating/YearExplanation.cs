using System.Globalization;

namespace LogSerialAudit.Dating;

/// <summary>Says for each file of a sequence what its years rest on and what contradicts them.</summary>
internal static class YearExplanation
{
    /// <summary>How much, in nats, a piece of evidence must say to be named as the source: ten to one.</summary>
    private const double Telling = 2.3;

    /// <summary>So much it must say to be named where nothing says more.</summary>
    private const double Heard = 0.5;
    private const int MostWarnings = 8;

    public static void Explain(DatedSequence sequence, SerialEvidence serials, DatingOptions options)
    {
        var latest = YearSolver.Seconds((options.NotAfter ?? options.Now).InZone(sequence.Zone).LocalDateTime);
        var weak = new Dictionary<SequenceFile, YearSource>();
        foreach (var file in sequence.Files)
        {
            var dated = file.Runs.Where(run => run.WrittenYear == 0).ToList();
            file.Anchors = dated.Sum(run => serials.Anchors(run, run.Year));
            file.OlderSerials = dated.Sum(run => serials.Older(run, run.Year));
            file.Source = GivenSource(file, options);
            if (file.Source == YearSource.Now)
            {
                var (source, says) = Decisive(Says(file, sequence.Zone, serials, latest, options));
                file.Source = says >= Telling ? source : YearSource.Now;
                weak[file] = says >= Heard ? source : file.Runs.Any(run => run.HasLeapDay) ? YearSource.LeapDay : options.NotAfter is null ? YearSource.Now : YearSource.Option;
            }

            file.Warnings = [.. Bounded([.. Contradictions(file, serials, options), .. WrittenYears.Contradictions(file, sequence, serials, options)])];
        }

        var known = sequence.Files.Any(file => file.Source is not YearSource.None and not YearSource.Now);
        foreach (var file in sequence.Files.Where(file => file.Source == YearSource.Now))
        {
            file.Source = known || (weak[file] is YearSource.Now && file.Neighbours is { Years.Count: > 0 }) ? YearSource.Neighbour : weak[file];
        }

        Reason(sequence, options);
    }

    /// <summary>Of perhaps ten thousands of files few are asked for their reasons; for those the serials are weighed again, so that they need not be kept.</summary>
    private static void Reason(DatedSequence sequence, DatingOptions options)
    {
        var serials = new Lazy<SerialEvidence>(() => new SerialEvidence(sequence));
        foreach (var file in sequence.Files)
        {
            file.Reasons = DateReasons.Of(file, serials, options);
        }
    }

    /// <summary>A log made to contradict itself at every line must not flood its reader.</summary>
    private static IEnumerable<DateWarning> Bounded(List<DateWarning> warnings) => warnings.Count <= MostWarnings
        ? warnings
        : warnings.Take(MostWarnings).Append(new DateWarning(string.Create(CultureInfo.InvariantCulture, $"and {warnings.Count - MostWarnings} more such contradictions"), warnings[MostWarnings].Line, warnings[MostWarnings].By));

    /// <summary>What needs no weighing: nothing, the lines themselves, the operator; else "now".</summary>
    private static YearSource GivenSource(SequenceFile file, DatingOptions options) =>
        file.Runs.Count == 0 ? YearSource.None
        : file.Runs.All(run => run.WrittenYear != 0) || (file.Runs.Any(run => run.WrittenYear != 0) && file.Anchors == 0) ? YearSource.Stamp
        : options.Year is not null ? YearSource.Option
        : YearSource.Now;

    /// <summary>What each piece of evidence says against moving the file's years by some, in nats: the strongest kind first, a mere limit last.</summary>
    private static List<(YearSource Source, double[] Against)> Says(SequenceFile file, NodaTime.DateTimeZone zone, SerialEvidence serials, long latest, DatingOptions options)
    {
        int[] moves = [.. Enumerable.Range(-SerialEvidence.MostYearsOff, (2 * SerialEvidence.MostYearsOff) + 1).Where(by => by != 0)];
        List<(YearSource Source, double[] Against)> says =
        [
            (YearSource.Serials, [.. moves.Select(by => file.Runs.Sum(run => serials.Cost(run, run.Year + by) - serials.Cost(run, run.Year)))]),
            (YearSource.MailDate, [.. moves.Select(by => file.Runs.Sum(run => OfMail(run, by) - OfMail(run, 0)))]),
            .. FileTime.Of(file.Evidence, options.Now).Select(time => (time.Source, moves.Select(by => time.Price(file.LastWithoutYear.Latest, file.LastWithoutYear.Year + by) - time.Price(file.LastWithoutYear.Latest, file.LastWithoutYear.Year)).ToArray())),
            (YearSource.LeapDay, [.. moves.Select(by => file.Runs.Any(run => run.HasLeapDay && DateTime.IsLeapYear(run.Year) && !DateTime.IsLeapYear(run.Year + by)) ? 50.0 : 0)]),
            (options.NotAfter is null ? YearSource.Now : YearSource.Option, [.. moves.Select(by => Last(file, by) > latest + (2 * Ages.Day) ? 30.0 : 0)]),
        ];
        return says;

        double OfMail(ClockRun run, int by) => FileTime.OfMail(run, zone)?.Price(run.Latest, run.Year + by) ?? 0;
    }

    /// <summary>The strongest kind of evidence that tells against the years that come next after those decided; where none does, what says most.</summary>
    private static (YearSource Source, double Says) Decisive(List<(YearSource Source, double[] Against)> evidence)
    {
        var next = Enumerable.Range(0, evidence[0].Against.Length).MinBy(move => evidence.Sum(each => each.Against[move]));
        var telling = evidence.FindIndex(each => each.Against[next] >= Telling);
        var most = telling >= 0 ? evidence[telling] : evidence.MaxBy(each => each.Against[next]);
        return (most.Source, most.Against[next]);
    }

    private static IEnumerable<DateWarning> Contradictions(SequenceFile file, SerialEvidence serials, DatingOptions options)
    {
        if (file.Runs.Count == 0 || file.Runs.Any(run => run.WrittenYear != 0))
        {
            yield break;
        }

        if (file.Runs.FirstOrDefault(run => run.HasLeapDay && !DateTime.IsLeapYear(run.Year)) is { } leap)
        {
            yield return new DateWarning("it has a 29 February, which the year it is given has not", leap.FirstLine, DateWitness.LeapDay);
        }

        if (file.Runs.FirstOrDefault(run => run.IsDecided && run.LikeliestYear != run.Year) is { } written)
        {
            yield return new DateWarning(
                string.Create(CultureInfo.InvariantCulture, $"lines from {written.FirstLine} on were written out as of {written.Year}, but what was read later says {written.LikeliestYear}"), written.FirstLine, DateWitness.LaterLines);
        }

        var year = file.Runs[^1].Year;
        if (serials.Margin(file.Runs, out var betterBy) <= -Telling)
        {
            var given = options.Year is not null ? ", as --year has it" : options.NotAfter is not null && betterBy > 0 ? ", as --not-after has it" : "";
            yield return new DateWarning(
                string.Create(CultureInfo.InvariantCulture, $"its serials fit {year + betterBy} better than {year}{given}"),
                file.Runs.SelectMany(run => run.Mentions).First().Line,
                given.Length == 0 ? DateWitness.Serials : DateWitness.SerialsAgainstOption);
        }

        foreach (var time in FileTime.Of(file.Evidence, options.Now))
        {
            var isBefore = time.At - Last(file) < -1.5 * Ages.Day;
            if (time.Source == YearSource.FileName && (isBefore || time.At - Last(file) > 370 * Ages.Day))
            {
                yield return new DateWarning(string.Create(CultureInfo.InvariantCulture, $"the date in its name does not fit a last line of {year}"), file.Runs[^1].LastLine, DateWitness.FileName);
            }
            else if (isBefore)
            {
                yield return new DateWarning(
                    string.Create(CultureInfo.InvariantCulture, $"its {(time.Source == YearSource.GzipTime ? "gzip header" : "time of last change")} is before a last line of {year}"), file.Runs[^1].LastLine, DateWitness.FileTime);
            }
        }
    }

    private static long Last(SequenceFile file, int by = 0) => file.Runs[^1].Latest.LocalSeconds(file.Runs[^1].Year + by);
}
