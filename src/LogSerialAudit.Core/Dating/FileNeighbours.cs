namespace LogSerialAudit.Dating;

/// <summary>
/// Lines of one file whose dates are known, of whichever host: hosts write side by side into one file, so a line stands
/// between its neighbours in time too, a late one aside.
/// </summary>
internal sealed class FileNeighbours
{
    private const double SlackSeconds = 2 * Ages.Day;
    private const double MostOfASide = 8;
    private readonly List<(long Line, long At, string Host)> _points = [];
    private readonly HashSet<int> _years = [];

    /// <summary>For each point the nearest one of another host, after it and before it.</summary>
    private int[] _otherAfter = [];
    private int[] _otherBefore = [];
    private bool _isSorted = true;

    /// <summary>Whether the serials of some host contradict where the file stands in the order of files.</summary>
    public bool AreContradicted { get; private set; }

    /// <summary>The years of the lines whose dates are known.</summary>
    public IReadOnlyCollection<int> Years => _years;

    /// <summary>Adds the runs of a host's part of the file, where the part has evidence of its own.</summary>
    public void Add(string host, SequenceFile part)
    {
        AreContradicted |= part.IsContradicted;
        if (part.Source is YearSource.None or YearSource.Neighbour or YearSource.Now or YearSource.LeapDay)
        {
            return;
        }

        foreach (var run in part.Runs.Where(run => run.YearIsSure && !run.IsOutOfOrder && !run.WritesUnsetClock))
        {
            Add((run.FirstLine, run.First.LocalSeconds(run.Year), host));
            Add((run.LastLine, run.Latest.LocalSeconds(run.Year), host));
        }

        _isSorted = false;
    }

    /// <summary>The price of a year for a run of a host, in nats.</summary>
    public double Price(string host, ClockRun run, int year)
    {
        if (!_isSorted)
        {
            Sort();
        }

        var after = FirstAfter(run.LastLine);
        after = after < _points.Count && _points[after].Host == host ? _otherAfter[after] : after;
        var before = FirstAfter(run.FirstLine) - 1;
        before = before >= 0 && _points[before].Host == host ? _otherBefore[before] : before;

        return (before < 0 ? 0 : PriceOf(_points[before].At - run.First.LocalSeconds(year)))
            + (after == _points.Count ? 0 : PriceOf(run.Latest.LocalSeconds(year) - _points[after].At));
    }

    /// <summary>The price of being on the wrong side by so many seconds: the farther, the dearer, but not by much.</summary>
    private static double PriceOf(long seconds) => seconds <= SlackSeconds ? 0 : MostOfASide + (0.3 * Math.Log(seconds / SlackSeconds));

    private void Add((long Line, long At, string Host) point)
    {
        _points.Add(point);
        _years.Add(YearSolver.YearOf(point.At));
    }

    private void Sort()
    {
        _points.Sort((one, other) => (one.Line, one.At).CompareTo((other.Line, other.At)));
        (_otherAfter, _otherBefore) = (new int[_points.Count], new int[_points.Count]);
        for (var place = 0; place < _points.Count; place++)
        {
            _otherBefore[place] = place == 0 ? -1 : _points[place - 1].Host == _points[place].Host ? _otherBefore[place - 1] : place - 1;
        }

        for (var place = _points.Count - 1; place >= 0; place--)
        {
            _otherAfter[place] = place == _points.Count - 1 ? _points.Count
                : _points[place + 1].Host == _points[place].Host ? _otherAfter[place + 1]
                : place + 1;
        }

        _isSorted = true;
    }

    private int FirstAfter(long line)
    {
        var (low, high) = (0, _points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _points[middle].Line <= line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
