using LogSerialAudit.Lines;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Dating;

/// <summary>
/// What unixtime serials say about the year of a run of lines: no line is older than a serial it names, and a serial
/// seen for the first time is most often seconds old. Only sums are kept, one row a year.
/// </summary>
public sealed class SerialYears
{
    /// <summary>How far a line may seem older than its serial: time zones and clocks that are off.</summary>
    private const long SlackSeconds = 26 * 3600;
    private const long YearSeconds = 31_556_952;

    private readonly SortedDictionary<int, Sum> _byEarliestYear = [];

    /// <summary>How many serials were weighed.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Weighs one serial. Only values that read as unixtime may be given.
    /// </summary>
    /// <param name="stamp">The line's stamp.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="isFresh">Whether this is a serial's first appearance, which is most often seconds after it was made.</param>
    public void Add(Stamp stamp, SerialNumber serial, bool isFresh)
    {
        var minted = serial.Value + (Calendar.UnixEpochDay * 86400);
        var year = (int)(serial.Value / YearSeconds) + 1969;
        while (stamp.LocalSeconds(year) < minted - SlackSeconds)
        {
            year++;
        }

        var age = Math.Abs(stamp.LocalSeconds(year) - minted);
        _byEarliestYear.TryGetValue(year, out var sum);
        var weight = isFresh ? 1.0 : 0.5;
        _byEarliestYear[year] = new Sum(
            sum.Count + 1, sum.Weight + weight, sum.Close + (weight * Unlikeliness(age)), sum.Near + (age < 3 * 86400 ? 1 : 0));
        Count++;
    }

    /// <summary>How many serials fit a year closely: made within three days of the line that names them.</summary>
    public int Near(int year) => _byEarliestYear.TryGetValue(year, out var sum) ? sum.Near : 0;

    /// <summary>The years that at least one serial makes the earliest possible.</summary>
    public IEnumerable<int> Years => _byEarliestYear.Keys;

    /// <summary>How unlikely a year is, as minus the logarithm of a likelihood (up to a constant).</summary>
    public double Cost(int year)
    {
        var cost = 0.0;
        foreach (var (earliest, sum) in _byEarliestYear)
        {
            cost += earliest > year
                ? sum.Weight * 14
                : earliest == year
                    ? sum.Close
                    : sum.Weight * Unlikeliness(((year - earliest) * YearSeconds) + (YearSeconds / 2));
        }

        return cost;
    }

    /// <summary>A serial's age when it is named has a long tail, so the cost grows with its logarithm only.</summary>
    private static double Unlikeliness(long ageSeconds) => Math.Log(1 + (ageSeconds / 600.0));

    private readonly record struct Sum(int Count, double Weight, double Close, int Near);
}
