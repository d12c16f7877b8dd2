namespace LogSerialAudit.Dating;

/// <summary>Says for each file of a sequence what its years rest on and what contradicts them.</summary>
internal static class YearExplanation
{
    private const double Sure = 4;
    private const double DaySeconds = 86400;

    public static void Explain(DatedSequence sequence, DatingOptions options)
    {
        foreach (var file in sequence.Files)
        {
            file.Source = DirectSource(file, options);
            file.Anchors = file.Runs.Sum(run => run.Serials.Near(run.Year));
            file.Warnings = [.. Contradictions(file)];
        }

        var known = sequence.Files.Any(file => file.Source is not YearSource.None and not YearSource.Now);
        foreach (var file in sequence.Files.Where(file => file.Source == YearSource.Now))
        {
            file.Source = known ? YearSource.Neighbour : options.NotAfter is null ? YearSource.Now : YearSource.Option;
        }
    }

    private static YearSource DirectSource(SequenceFile file, DatingOptions options)
    {
        if (file.Runs.Count == 0)
        {
            return YearSource.None;
        }

        if (file.Runs.Any(run => run.WrittenYear != 0))
        {
            return YearSource.Stamp;
        }

        if (options.Year is not null)
        {
            return YearSource.Option;
        }

        if (SerialMargin(file, out _) >= Sure)
        {
            return YearSource.Serials;
        }

        return Agrees(file, file.Evidence.NameDate is { } name ? YearSolver.Seconds(name) : null) ? YearSource.FileName
            : Agrees(file, Seconds(file.Evidence.GzipTime)) ? YearSource.GzipTime
            : Agrees(file, Seconds(file.Evidence.FileTime)) ? YearSource.FileTime
            : file.Runs.Any(run => run.HasLeapDay) ? YearSource.LeapDay
            : YearSource.Now;
    }

    /// <summary>How much likelier the decided years are than the same years moved, by the serials alone.</summary>
    private static double SerialMargin(SequenceFile file, out int betterBy)
    {
        var decided = file.Runs.Sum(run => run.Serials.Cost(run.Year));
        var (next, moved) = (double.MaxValue, 0);
        for (var by = -5; by <= 5; by++)
        {
            var cost = by == 0 ? double.MaxValue : file.Runs.Sum(run => run.Serials.Cost(run.Year + by));
            (next, moved) = cost < next ? (cost, by) : (next, moved);
        }

        betterBy = next < decided ? moved : 0;
        return next - decided;
    }

    private static IEnumerable<string> Contradictions(SequenceFile file)
    {
        if (file.Runs.Count == 0 || file.Runs.Any(run => run.WrittenYear != 0))
        {
            yield break;
        }

        if (SerialMargin(file, out var betterBy) <= -Sure)
        {
            yield return $"its serials fit {file.Runs[^1].Year + betterBy} better than {file.Runs[^1].Year}";
        }

        if (file.Evidence.NameDate is { } name && !Agrees(file, YearSolver.Seconds(name)))
        {
            yield return $"the date in its name does not fit a last line of {file.Runs[^1].Year}";
        }

        if (IsEarlier(file, Seconds(file.Evidence.GzipTime)))
        {
            yield return $"its gzip header is older than a last line of {file.Runs[^1].Year}";
        }

        if (IsEarlier(file, Seconds(file.Evidence.FileTime)))
        {
            yield return $"it was last changed before a last line of {file.Runs[^1].Year}";
        }
    }

    /// <summary>Whether a time of the file is after its last line, but by less than half a year.</summary>
    private static bool Agrees(SequenceFile file, long? time) =>
        time is { } at && at - Last(file) is var after && after >= -1.5 * DaySeconds && after < 180 * DaySeconds;

    private static bool IsEarlier(SequenceFile file, long? time) => time is { } at && at - Last(file) < -1.5 * DaySeconds;

    private static long Last(SequenceFile file) => file.Runs[^1].Latest.LocalSeconds(file.Runs[^1].Year);

    private static long? Seconds(NodaTime.Instant? instant) => instant is { } at ? YearSolver.Seconds(at) : null;
}
