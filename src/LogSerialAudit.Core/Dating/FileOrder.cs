using LogSerialAudit.Lines;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Dating;

/// <summary>
/// Settles the order of a set's files by their stamps where their names do not: two files exchanged, two ways of
/// numbering side by side. A file is moved only where the stamps fit plainly better.
/// </summary>
internal static class FileOrder
{
    /// <summary>How much better, in logarithms of days, another order must fit names that are plain, and names that are doubtful.</summary>
    private const double Better = 4;
    private const double BetterIfDoubtful = 1.5;

    /// <summary>So few lines may be late ones, wherever their file stands.</summary>
    private const int FewLines = 10;

    /// <summary>How far apart in time two files of one log may be to adjoin.</summary>
    private const double CloseDays = 20;

    /// <summary>A file that goes through so much of a year does not show by its beginning where it stands.</summary>
    private const double YearLongDays = 300;

    /// <summary>More files than this are taken in the order of their names.</summary>
    private const int MostFiles = 120;

    /// <summary>The places of the files in the order of their stamps.</summary>
    /// <param name="clocks">The stamps of the files, in the order of their names.</param>
    /// <param name="areWhole">Whether the clocks are of whole files, not of their beginnings only.</param>
    /// <param name="namesAreDoubtful">Whether the names leave the order open.</param>
    /// <param name="namesAreDates">Whether the names are the dates of rotation, which only a doubtful order outweighs.</param>
    public static IReadOnlyList<int> Settle(IReadOnlyList<FileClock> clocks, bool areWhole, bool namesAreDoubtful, bool namesAreDates)
    {
        var order = Enumerable.Range(0, clocks.Count).Where(place => clocks[place].Hosts.Count > 0).ToList();
        if (order.Count < (areWhole ? 2 : 3) || order.Count > MostFiles || (namesAreDates && !namesAreDoubtful))
        {
            return [.. Enumerable.Range(0, clocks.Count)];
        }

        var spans = clocks.Select(clock => clock.Hosts.Count == 0 ? null : FileSpan.Of(clock, areWhole)).ToList();
        if (!areWhole && (Far(order, spans) > 1 || order.Exists(place => IsYearLong(clocks[place]))))
        {
            // Beginnings alone say nothing of files that are months or a year long.
            return [.. Enumerable.Range(0, clocks.Count)];
        }

        var least = namesAreDoubtful ? BetterIfDoubtful : Better;
        var reversed = Enumerable.Reverse(order).ToList();
        order = Price(reversed, spans) + (2 * least) < Price(order, spans) && GoesBack(order, spans) > 0 && IsClose(reversed, spans) ? reversed : order;
        for (var moves = 0; moves < clocks.Count && TryMove(order, spans, least, fewest: namesAreDoubtful ? 0 : FewLines); moves++)
        {
        }

        // Files without stamps stay beside the file that they stand after.
        for (var place = 0; place < clocks.Count; place++)
        {
            if (spans[place] is null)
            {
                order.Insert(order.IndexOf(place - 1) + 1, place);
            }
        }

        return order;
    }

    private static bool TryMove(List<int> order, List<FileSpan?> spans, double least, int fewest)
    {
        if (GoesBack(order, spans) == 0)
        {
            return false;
        }

        var now = Price(order, spans);
        var (best, bestPrice) = ((From: 0, To: 0), now - least);
        foreach (var from in Enumerable.Range(0, order.Count).Where(place => spans[order[place]]!.Lines >= fewest))
        {
            for (var to = 0; to < order.Count; to++)
            {
                var moved = Moved(order, from, to);
                if (from != to && Price(moved, spans) is var price && price < bestPrice)
                {
                    (best, bestPrice) = ((from, to), price);
                }
            }
        }

        var better = Moved(order, best.From, best.To);
        if (best.From == best.To || !IsClose(better, spans))
        {
            return false;
        }

        order.Clear();
        order.AddRange(better);
        return true;
    }

    /// <summary>How many files begin before the one that they stand after has ended, which a silence can't explain.</summary>
    private static int GoesBack(List<int> order, List<FileSpan?> spans) =>
        Enumerable.Range(1, order.Count - 1).Count(place => spans[order[place - 1]]!.IsAfter(spans[order[place]]!));

    /// <summary>Whether no silence between the files is long: only then do stamps without a year say that they adjoin.</summary>
    private static bool IsClose(List<int> order, List<FileSpan?> spans) =>
        Far(order, spans) == 0;

    private static int Far(List<int> order, List<FileSpan?> spans) =>
        Enumerable.Range(1, order.Count - 1).Count(place => spans[order[place - 1]]!.To(spans[order[place]]!) > Math.Log(1 + CloseDays));

    /// <summary>Whether a host's lines may go through most of a year or more.</summary>
    private static bool IsYearLong(FileClock clock) => clock.Hosts.Any(host =>
    {
        var days = 0.0;
        for (var run = 0; run < host.Runs.Count && days < YearLongDays; run++)
        {
            var from = run == 0 ? host.Runs[0].First : host.Runs[run - 1].Latest;
            var forward = (host.Runs[run].Latest.LocalSeconds(ClockRun.AnyLeapYear) - from.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
            days += forward < -1 ? forward + 366 : Math.Max(0, forward);
        }

        return days >= YearLongDays;
    });

    private static List<int> Moved(List<int> order, int from, int to)
    {
        var moved = new List<int>(order);
        moved.RemoveAt(from);
        moved.Insert(to, order[from]);
        return moved;
    }

    private static double Price(List<int> order, List<FileSpan?> spans)
    {
        var price = 0.0;
        for (var place = 1; place < order.Count; place++)
        {
            price += spans[order[place - 1]]!.To(spans[order[place]]!);
        }

        return price;
    }

    /// <summary>From when to when a file goes, as far as it can be known before its years are.</summary>
    private sealed record FileSpan(Stamp First, Stamp Last, int FirstYear, int LastYear, long Lines)
    {
        private const int Looked = 3;

        public static FileSpan Of(FileClock clock, bool isWhole)
        {
            var host = clock.Hosts.OrderByDescending(host => host.Runs[^1].LastLine - host.Runs[0].FirstLine).ThenBy(host => host.Host, StringComparer.Ordinal).First();
            var (first, last) = (Steady(host, 0), isWhole ? Steady(host, Math.Max(0, host.Runs.Count - Looked)) : Steady(host, 0));
            return new FileSpan(first.First, isWhole ? last.Last : first.First, YearOf(first), YearOf(last), host.Runs[^1].LastLine - host.Runs[0].FirstLine + 1);
        }

        /// <summary>Whether this file ends a little after the other begins.</summary>
        public bool IsAfter(FileSpan next) => To(next) > Math.Log(1 + 290);

        /// <summary>Of a few runs the one that time goes on from soonest: a late line is none to go by.</summary>
        private static ClockRun Steady(HostClock host, int from)
        {
            var (best, least) = (host.Runs[from], double.MaxValue);
            for (var run = from; run < Math.Min(from + Looked, host.Runs.Count); run++)
            {
                var other = run + 1 < host.Runs.Count ? host.Runs[run + 1].First : host.Runs[run - (run > 0 ? 1 : 0)].Last;
                var days = Math.Abs(other.LocalSeconds(ClockRun.AnyLeapYear) - host.Runs[run].Last.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
                days = Math.Min(days, 366 - days) - (host.Runs[run].LastLine - host.Runs[run].FirstLine);
                (best, least) = days < least ? (host.Runs[run], days) : (best, least);
            }

            return best;
        }

        /// <summary>The price of one file standing just before another: the longer the silence between, the dearer.</summary>
        public double To(FileSpan next)
        {
            if (LastYear != 0 && next.FirstYear != 0)
            {
                var days = (next.First.LocalSeconds(next.FirstYear) - Last.LocalSeconds(LastYear)) / Ages.Day;
                return days < -1 ? 8 + Math.Min(8, Math.Log(-days)) : Math.Log(1 + Math.Max(0, days));
            }

            var forward = (next.First.LocalSeconds(ClockRun.AnyLeapYear) - Last.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
            return Math.Log(1 + Math.Max(0, forward < -1 ? forward + 366 : forward));
        }

        /// <summary>The year that a run writes, or that a new serial in it shows by fitting its stamp to the hour; else 0.</summary>
        private static int YearOf(ClockRun run)
        {
            if (run.WrittenYear != 0)
            {
                return run.WrittenYear;
            }

            foreach (var mention in run.Mentions.Where(mention => mention.IsFresh && new SerialReading(mention.Serial).MintedAt is not null))
            {
                var minted = mention.Serial.Value + (Calendar.UnixEpochDay * 86400);
                var year = YearSolver.YearOf(minted);
                if (Math.Abs(mention.Stamp.LocalSeconds(year) - minted) < 15 * 3600)
                {
                    return year;
                }
            }

            return 0;
        }
    }
}
