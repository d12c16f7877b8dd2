using LogSerialAudit.Lines;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Dating;

/// <summary>
/// The years in which a file begins and ends as far as they show before anything is solved: a year that is written, new
/// serials that fit their stamps, a time of last change that fits the last line.
/// </summary>
internal static class FileYears
{
    private const long NearSeconds = 15 * 3600;

    /// <summary>A date in a serial is that of its line, or of some days before.</summary>
    private const long NearDaySeconds = 3 * 86400;

    /// <summary>So far back in the year a stamp stands only in the next one.</summary>
    private const double TurnDays = 180;

    /// <summary>The years of two runs of a host, each 0 where nothing tells or what tells does not agree.</summary>
    /// <param name="host">The host.</param>
    /// <param name="first">One of its first runs.</param>
    /// <param name="last">One of its last runs.</param>
    /// <param name="changed">When the file may have been changed last.</param>
    public static (int First, int Last) Of(HostClock host, ClockRun first, ClockRun last, IReadOnlyList<NodaTime.Instant> changed)
    {
        if (first.WrittenYear != 0 || last.WrittenYear != 0)
        {
            return (first.WrittenYear, last.WrittenYear);
        }

        var (votes, turns) = (new Dictionary<int, int>(), 0);
        var (firstTurns, lastTurns) = (-1, -1);
        ClockRun? before = null;
        foreach (var place in Silences.InTime(host.Runs, Silences.OfUnsetClock(host.Runs)))
        {
            var run = host.Runs[place];
            if (run.WrittenYear != 0)
            {
                continue;
            }

            turns += before is not null && run.First.LocalSeconds(ClockRun.AnyLeapYear) < before.Latest.LocalSeconds(ClockRun.AnyLeapYear) - (TurnDays * Ages.Day) ? 1 : 0;
            before = run;
            firstTurns = run == first ? turns : firstTurns;
            lastTurns = run == last ? turns : lastTurns;
            var ofFile = run == last ? changed.Select(at => YearOf(last.Latest, YearSolver.Seconds(at), NearSeconds, NearSeconds)) : [];
            foreach (var year in run.Mentions.Select(YearOf).Concat(ofFile).Where(year => year != 0))
            {
                votes[year - turns] = votes.GetValueOrDefault(year - turns) + 1;
            }
        }

        var (begin, count) = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).Select(vote => (vote.Key, vote.Value)).FirstOrDefault();
        return count == 0 || count * 3 < votes.Values.Sum() * 2 ? (0, 0)
            : (firstTurns < 0 ? 0 : begin + firstTurns, lastTurns < 0 ? 0 : begin + lastTurns);
    }

    /// <summary>The year in which a new serial is of the time of its line; 0 where there is none.</summary>
    private static int YearOf(SerialMention mention)
    {
        var reading = new SerialReading(mention.Serial);
        return !mention.IsFresh ? 0
            : reading.Date is { } date ? YearOf(mention.Stamp, YearSolver.Seconds(date.AtMidnight()), NearSeconds, NearDaySeconds)
            : reading.MintedAt is { } minted ? YearOf(mention.Stamp, YearSolver.Seconds(minted), NearSeconds, NearSeconds)
            : 0;
    }

    /// <summary>The year in which a stamp is no more than so many seconds before or after a time; 0 where it is farther away.</summary>
    private static int YearOf(Stamp stamp, long time, long before, long after)
    {
        var near = YearSolver.YearOf(time);
        return Enumerable.Range(near - 1, 3).FirstOrDefault(year => stamp.LocalSeconds(year) - time is var age && age >= -before && age <= after);
    }
}
