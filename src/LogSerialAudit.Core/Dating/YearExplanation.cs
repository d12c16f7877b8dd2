using System.Globalization;

namespace LogSerialAudit.Dating;

/// <summary>Says for each file of a sequence what its years rest on and what contradicts them.</summary>
internal static class YearExplanation
{
    /// <summary>How much, in nats, a piece of evidence must say to be named as the source: ten to one.</summary>
    private const double Telling = 2.3;

    public static void Explain(DatedSequence sequence, SerialEvidence serials, DatingOptions options)
    {
        foreach (var file in sequence.Files)
        {
            file.Anchors = file.Runs.Where(run => run.WrittenYear == 0).Sum(run => serials.Anchors(run, run.Year));
            file.Source = DirectSource(file, serials, options);
            file.Warnings = [.. Contradictions(file, serials, options), .. WrittenYears.Contradictions(file, serials)];
        }

        ExplainNeighbours(sequence, options);
        foreach (var file in sequence.Files)
        {
            file.Reasons = [.. DateReasons.Of(file, serials, options)];
        }
    }

    private static void ExplainNeighbours(DatedSequence sequence, DatingOptions options)
    {
        var known = sequence.Files.Any(file => file.Source is not YearSource.None and not YearSource.Now);
        foreach (var file in sequence.Files.Where(file => file.Source == YearSource.Now))
        {
            file.Source = known ? YearSource.Neighbour : options.NotAfter is null ? YearSource.Now : YearSource.Option;
        }
    }

    private static YearSource DirectSource(SequenceFile file, SerialEvidence serials, DatingOptions options)
    {
        if (file.Runs.Count == 0)
        {
            return YearSource.None;
        }

        if (file.Runs.All(run => run.WrittenYear != 0) || (file.Runs.Any(run => run.WrittenYear != 0) && file.Anchors == 0))
        {
            return YearSource.Stamp;
        }

        if (options.Year is not null)
        {
            return YearSource.Option;
        }

        if (file.Anchors > 0 && SerialMargin(file, serials, out _) >= Telling)
        {
            return YearSource.Serials;
        }

        foreach (var time in FileTime.Of(file.Evidence, YearSolver.Seconds(options.Now)))
        {
            if (time.Price(Last(file)) + Telling <= Math.Min(time.Price(Last(file, -1)), time.Price(Last(file, 1))))
            {
                return time.Source;
            }
        }

        return file.Runs.Any(run => run.HasLeapDay) ? YearSource.LeapDay : YearSource.Now;
    }

    /// <summary>How much likelier the decided years are than the same years moved, by the serials alone.</summary>
    private static double SerialMargin(SequenceFile file, SerialEvidence serials, out int betterBy)
    {
        var decided = file.Runs.Sum(run => serials.Cost(run, run.Year));
        var (next, moved) = (double.MaxValue, 0);
        for (var by = -5; by <= 5; by++)
        {
            var cost = by == 0 ? double.MaxValue : file.Runs.Sum(run => serials.Cost(run, run.Year + by));
            (next, moved) = cost < next ? (cost, by) : (next, moved);
        }

        betterBy = next < decided ? moved : 0;
        return next - decided;
    }

    private static IEnumerable<string> Contradictions(SequenceFile file, SerialEvidence serials, DatingOptions options)
    {
        if (file.Runs.Count == 0 || file.Runs.Any(run => run.WrittenYear != 0))
        {
            yield break;
        }

        if (file.Runs.Any(run => run.HasLeapDay && !DateTime.IsLeapYear(run.Year)))
        {
            yield return "it has a 29 February, which the year it is given has not";
        }

        if (file.Runs.FirstOrDefault(run => run.IsDecided && run.LikeliestYear != run.Year) is { } written)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"lines from {written.FirstLine} on were written out as of {written.Year}, but what was read later says {written.LikeliestYear}");
        }

        var year = file.Runs[^1].Year;
        if (SerialMargin(file, serials, out var betterBy) <= -Telling)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"its serials fit {year + betterBy} better than {year}");
        }

        foreach (var time in FileTime.Of(file.Evidence, YearSolver.Seconds(options.Now)))
        {
            var isBefore = time.At - Last(file) < -1.5 * Ages.Day;
            if (time.Source == YearSource.FileName && (isBefore || time.At - Last(file) > 370 * Ages.Day))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"the date in its name does not fit a last line of {year}");
            }
            else if (isBefore)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"its {(time.Source == YearSource.GzipTime ? "gzip header" : "time of last change")} is before a last line of {year}");
            }
        }
    }

    private static long Last(SequenceFile file, int by = 0) => file.Runs[^1].Latest.LocalSeconds(file.Runs[^1].Year + by);
}
