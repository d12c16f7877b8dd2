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
    private bool _isSorted = true;

    /// <summary>Adds the runs of a host's part of the file, where the part has evidence of its own.</summary>
    public void Add(string host, SequenceFile part)
    {
        if (part.Source is YearSource.None or YearSource.Neighbour or YearSource.Now or YearSource.LeapDay)
        {
            return;
        }

        foreach (var run in part.Runs.Where(run => run.YearIsSure && !run.IsOutOfOrder))
        {
            _points.Add((run.FirstLine, run.First.LocalSeconds(run.Year), host));
            _points.Add((run.LastLine, run.Latest.LocalSeconds(run.Year), host));
        }

        _isSorted = false;
    }

    /// <summary>The price of a year for a run of a host, in nats.</summary>
    public double Price(string host, ClockRun run, int year)
    {
        if (!_isSorted)
        {
            _points.Sort((one, other) => (one.Line, one.At).CompareTo((other.Line, other.At)));
            _isSorted = true;
        }

        var place = FirstAfter(run.LastLine);
        var after = place;
        while (after < _points.Count && _points[after].Host == host)
        {
            after++;
        }

        var before = Math.Min(FirstAfter(run.FirstLine), _points.Count) - 1;
        while (before >= 0 && _points[before].Host == host)
        {
            before--;
        }

        return (before >= 0 && run.First.LocalSeconds(year) < _points[before].At - SlackSeconds ? MostOfASide : 0)
            + (after < _points.Count && run.Latest.LocalSeconds(year) > _points[after].At + SlackSeconds ? MostOfASide : 0);
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
