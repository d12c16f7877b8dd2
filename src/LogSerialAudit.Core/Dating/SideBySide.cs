namespace LogSerialAudit.Dating;

/// <summary>
/// Runs with a year beside runs without one: lines of programs that write their year among lines of others, or BIND's own
/// stamp within a line of syslog. Such a run stands in no order of time to the one that it lies within; but it dates it.
/// </summary>
internal static class SideBySide
{
    /// <summary>How little out of order the lines of two programs are.</summary>
    private const long SlackSeconds = 86400;

    /// <summary>What it costs that the lines around one with a year are of another time.</summary>
    private const double Contradicted = 40;

    /// <summary>The runs of a file that follow each other: those without a year, and those with one that lie beside none.</summary>
    public static IEnumerable<ClockRun> InLine(SequenceFile file)
    {
        var withoutYear = file.Runs.Where(run => run.WrittenYear == 0).ToList();
        return file.Runs.Where(run => run.WrittenYear == 0 || !Overlapping(withoutYear, run).Any());
    }

    /// <summary>For each run without a year the runs with one that lie beside it.</summary>
    public static Dictionary<ClockRun, List<ClockRun>> Of(SequenceFile file)
    {
        var withYear = file.Runs.Where(run => run.WrittenYear != 0 && !HostClock.IsUnset(run.First)).ToList();
        var beside = new Dictionary<ClockRun, List<ClockRun>>();
        foreach (var run in file.Runs.Where(run => withYear.Count > 0 && run.WrittenYear == 0))
        {
            if (Overlapping(withYear, run).ToList() is { Count: > 0 } others)
            {
                beside[run] = others;
            }
        }

        return beside;
    }

    /// <summary>The price of a year for a run beside others, in nats.</summary>
    public static double Price(ClockRun run, int year, List<ClockRun> beside)
    {
        var (first, latest) = (run.First.LocalSeconds(year), run.Latest.LocalSeconds(year));
        var apart = beside.Count(other => first > other.Latest.LocalSeconds(other.WrittenYear) + SlackSeconds || latest < other.First.LocalSeconds(other.WrittenYear) - SlackSeconds);
        return Contradicted * apart / beside.Count;
    }

    /// <summary>Those of some runs in line order, none beside another, that share lines with a run.</summary>
    private static IEnumerable<ClockRun> Overlapping(List<ClockRun> runs, ClockRun run)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].LastLine < run.FirstLine ? (middle + 1, high) : (low, middle);
        }

        for (; low < runs.Count && runs[low].FirstLine <= run.LastLine; low++)
        {
            yield return runs[low];
        }
    }
}
