namespace LogSerialAudit.Dating;

/// <summary>
/// The log that several hosts write together, as one of them sees it: what the others' lines show of the time between its
/// own. Where one host is silent the others tell how long, and whether that is usual.
/// </summary>
internal sealed class SharedLog
{
    /// <summary>With more hosts than this, one that is silent says little, and to look at them all takes long.</summary>
    private const int MostHosts = 100;

    /// <summary>A step back of less, in days, is disorder and not most of a year.</summary>
    private const double Disorder = 3;

    private readonly List<double> _silences = [];
    private readonly Step?[] _steps;

    private SharedLog(int runs) => _steps = new Step?[runs];

    /// <summary>The silences of the log, in which no host writes.</summary>
    public IEnumerable<double> AllSilences => _silences;

    /// <summary>What lies between a run of the host and its next one; null where that is not known.</summary>
    public Step? After(int run) => _steps[run];

    /// <summary>The shared logs of sequences; none for one that shares no file.</summary>
    /// <param name="sequences">The sequences of a set, one a host.</param>
    /// <param name="orderOf">Which file a sequence's part is of, in walk order.</param>
    public static IEnumerable<SharedLog?> Of(IReadOnlyList<DatedSequence> sequences, Func<SequenceFile, int> orderOf)
    {
        var points = InTime([.. sequences.Select(sequence => RunsOf(sequence, orderOf))]);
        var files = points.ConvertAll(ofHost => ofHost.Select(point => point.File).ToHashSet());
        for (var host = 0; host < sequences.Count; host++)
        {
            var others = sequences.Count > MostHosts ? [] : Enumerable.Range(0, sequences.Count).Where(other => other != host && files[other].Overlaps(files[host])).ToList();
            yield return others.Count == 0 ? null
                : Of(sequences[host].Files.Sum(file => SideBySide.InLine(file).Count()), [.. points[host].Concat(others.SelectMany(other => points[other].Select(point => point with { Run = -1 })))]);
        }
    }

    /// <summary>The runs of a host without a year, and whether time goes on through each by the host's own lines.</summary>
    private static List<(ClockRun Run, List<Point> Ends, bool IsInTime)> RunsOf(DatedSequence sequence, Func<SequenceFile, int> orderOf)
    {
        var runs = sequence.Files.SelectMany(file => SideBySide.InLine(file).Select(run => (File: orderOf(file), Run: run))).ToList();
        var places = Enumerable.Range(0, runs.Count).Where(place => runs[place].Run.WrittenYear == 0).ToList();
        if (runs.Exists(run => run.Run.NotAfter is not null))
        {
            return [];
        }

        var dated = places.ConvertAll(place => runs[place].Run);
        var isUnset = Silences.OfUnsetClock(dated);
        var inTime = Silences.InTime(dated, isUnset).ToHashSet();
        return [.. Enumerable.Range(0, dated.Count).Where(at => !isUnset[at]).Select(at => (dated[at], Ends(places[at], runs[places[at]]).ToList(), inTime.Contains(at)))];
    }

    /// <summary>
    /// For each host the ends of the runs through which time goes on: by its own lines, or because they stand between lines that
    /// surround them in time too, of whichever host.
    /// </summary>
    private static List<List<Point>> InTime(List<List<(ClockRun Run, List<Point> Ends, bool IsInTime)>> hosts)
    {
        var known = hosts.SelectMany(runs => runs.Where(run => run.IsInTime).SelectMany(run => run.Ends)).OrderBy(point => (point.File, point.Line)).ToList();
        return hosts.ConvertAll(runs => runs.Where(run => run.IsInTime || IsBetween(run.Ends[0], run.Ends[1], known)).SelectMany(run => run.Ends).ToList());
    }

    private static bool IsBetween(Point first, Point last, List<Point> known)
    {
        var (before, after) = (Place(first, known) - 1, Place(last, known));
        return before >= 0 && after < known.Count
            && Forward(known[before], first) + Forward(last, known[after]) < Forward(known[before], known[after]) + Disorder;

        static double Forward(Point one, Point next) => next.Day - one.Day is var days && days < 0 ? days + (Ages.Year / Ages.Day) : days;
    }

    /// <summary>Where a point stands among others in the order of lines.</summary>
    private static int Place(Point point, List<Point> known)
    {
        var (low, high) = (0, known.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = (known[middle].File, known[middle].Line).CompareTo((point.File, point.Line)) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<Point> Ends(int place, (int File, ClockRun Run) run)
    {
        yield return new Point(run.File, run.Run.FirstLine, true, run.Run.First.LocalSeconds(ClockRun.AnyPlainYear) / Ages.Day, place);
        yield return new Point(run.File, run.Run.LastLine, false, run.Run.Latest.LocalSeconds(ClockRun.AnyPlainYear) / Ages.Day, place);
    }

    /// <summary>Goes through all ends in the order of lines, and counts the days.</summary>
    private static SharedLog Of(int runs, List<Point> points)
    {
        var log = new SharedLog(runs);
        var (open, now, longest) = (0, double.NaN, 0.0);
        var (own, ownEnd) = (-1, 0.0);
        foreach (var point in points.OrderBy(point => (point.File, point.Line, point.IsFirst ? 0 : 1)))
        {
            var at = double.IsNaN(now) ? point.Day : point.Day + (Ages.Year / Ages.Day * Math.Ceiling((now - Disorder - point.Day) / (Ages.Year / Ages.Day)));
            if (open == 0 && !double.IsNaN(now))
            {
                log._silences.Add(Math.Max(0, at - now));
                longest = Math.Max(longest, at - now);
            }

            open += point.IsFirst ? 1 : -1;
            now = double.IsNaN(now) ? at : Math.Max(now, at);
            if (point.Run < 0)
            {
                continue;
            }

            if (point.IsFirst && own >= 0 && point.Run == own + 1)
            {
                log._steps[own] = new Step(at - ownEnd, longest);
            }

            (own, ownEnd, longest) = (point.Run, at, 0);
        }

        return log;
    }

    /// <summary>The time between two runs of a host by the lines of the others between them.</summary>
    /// <param name="Days">How long it is.</param>
    /// <param name="Longest">The longest silence of all hosts in it, in days.</param>
    internal readonly record struct Step(double Days, double Longest);

    /// <summary>One end of a run.</summary>
    /// <param name="File">The place of its file.</param>
    /// <param name="Line">The line's number.</param>
    /// <param name="IsFirst">Whether the run begins there.</param>
    /// <param name="Day">The day and its fraction, in a year that is not known.</param>
    /// <param name="Run">The place of the run in the host's sequence; -1 for a run of another host.</param>
    private readonly record struct Point(int File, long Line, bool IsFirst, double Day, int Run);
}
