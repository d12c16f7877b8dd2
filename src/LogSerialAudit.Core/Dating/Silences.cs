namespace LogSerialAudit.Dating;

/// <summary>The silences between runs, in days. Without a year each is known but for whole years.</summary>
internal static class Silences
{
    /// <summary>The silence between two runs, less whole years.</summary>
    public static double Between(ClockRun one, ClockRun next)
    {
        var seconds = Seconds(one, next);
        return (seconds < 0 ? seconds + Ages.Year : seconds) / Ages.Day;
    }

    /// <summary>
    /// The places of the runs through which time goes on. A late run, and one of a clock not yet set, would make long silences
    /// that are none.
    /// </summary>
    public static IEnumerable<int> InTime(IReadOnlyList<ClockRun> runs, bool[] isUnset)
    {
        var last = -1;
        for (var run = 0; run < runs.Count; run++)
        {
            var isAside = isUnset[run] || (last >= 0 && run + 1 < runs.Count && !isUnset[run + 1]
                && Between(runs[last], runs[run + 1]) < Between(runs[last], runs[run]));
            if (!isAside)
            {
                last = run;
                yield return run;
            }
        }
    }

    /// <summary>Which short runs on the first day of a year may be of a clock not yet set: their neighbours are of other days.</summary>
    public static bool[] OfUnsetClock(IReadOnlyList<ClockRun> runs) => [.. Enumerable.Range(0, runs.Count).Select(place =>
        HostClock.IsUnset(runs[place].First) && Math.Abs(runs[place].Latest.SecondOfDay - runs[place].First.SecondOfDay) < 3600
        && !(runs.Count > 1 && IsJustBefore(runs, place - 1) && IsJustBefore(runs, place)))];

    private static bool IsJustBefore(IReadOnlyList<ClockRun> runs, int place) =>
        place < 0 || place + 1 == runs.Count || Seconds(runs[place], runs[place + 1]) is (>= 0 and < 2 * 86400) or < -363 * 86400;

    private static long Seconds(ClockRun one, ClockRun next) =>
        next.First.LocalSeconds(ClockRun.AnyPlainYear) - one.Latest.LocalSeconds(ClockRun.AnyPlainYear);
}
