using LogSerialAudit.Lines;

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

    /// <summary>A file of fewer lines stays beside the one that it stands after.</summary>
    private const int FewLines = 10;

    /// <summary>How far apart in time two files of one log may be to adjoin.</summary>
    private const double CloseDays = 20;

    /// <summary>A file that goes through so much of a year does not show by its beginning where it stands.</summary>
    private const double YearLongDays = 300;

    /// <summary>More files than this are taken in the order of their names.</summary>
    private const int MostFiles = 120;

    /// <summary>The places of the files in the order of their stamps.</summary>
    /// <param name="clocks">The stamps of the files, in the order of their names.</param>
    /// <param name="changed">When each file may have been changed last.</param>
    /// <param name="areWhole">Whether the clocks are of whole files, not of their beginnings only.</param>
    /// <param name="namesAreDoubtful">Whether the names leave the order open.</param>
    /// <param name="namesAreDates">Whether the names are the dates of rotation, which only a doubtful order outweighs.</param>
    public static IReadOnlyList<int> Settle(IReadOnlyList<FileClock> clocks, IReadOnlyList<IReadOnlyList<NodaTime.Instant>> changed, bool areWhole, bool namesAreDoubtful, bool namesAreDates)
    {
        var order = Enumerable.Range(0, clocks.Count).Where(place => clocks[place].Hosts.Count > 0).ToList();
        if (order.Count < (areWhole ? 2 : 3) || order.Count > MostFiles || (namesAreDates && !namesAreDoubtful))
        {
            return [.. Enumerable.Range(0, clocks.Count)];
        }

        // A handful of lines may be late ones, wherever their file stands.
        var all = clocks.Select((clock, place) => clock.Hosts.Count == 0 ? null : FileSpan.Of(clock, areWhole ? changed[place] : [], areWhole)).ToList();
        var spans = all.ConvertAll(span => span?.Lines < FewLines && !namesAreDoubtful ? null : span);
        order.RemoveAll(place => spans[place] is null);
        if (order.Count < 2)
        {
            return [.. Enumerable.Range(0, clocks.Count)];
        }

        if (!areWhole && (Far(order, spans) > 1 || order.Exists(place => IsYearLong(clocks[place]))))
        {
            // Beginnings alone say nothing of files that are months or a year long.
            return [.. Enumerable.Range(0, clocks.Count)];
        }

        var least = namesAreDoubtful ? BetterIfDoubtful : Better;
        var reversed = Enumerable.Reverse(order).ToList();
        order = Price(reversed, spans) + (2 * least) < Price(order, spans) && GoesBack(order, spans) > 0 && IsClose(reversed, spans) ? reversed : order;
        for (var moves = 0; moves < clocks.Count && TryMove(order, spans, least); moves++)
        {
        }

        // Files that tell nothing keep their place among the others, as far as those have kept theirs.
        foreach (var place in Enumerable.Range(0, clocks.Count).Where(place => spans[place] is null))
        {
            order.Insert(Enumerable.Range(0, order.Count + 1).MinBy(at => (Crossed(order, at, place), Misfit(order, at, place, all))), place);
        }

        return order;
    }

    /// <summary>How many files would stand on the other side of one, put at a place, than by their names.</summary>
    private static int Crossed(List<int> order, int at, int place) => order.Take(at).Count(other => other > place) + order.Skip(at).Count(other => other < place);

    /// <summary>How ill the stamps of a file fit between those beside a place.</summary>
    private static double Misfit(List<int> order, int at, int place, List<FileSpan?> spans) => spans[place] is not { } span ? 0
        : (at > 0 && spans[order[at - 1]] is { } before ? before.To(span) : 0) + (at < order.Count && spans[order[at]] is { } after ? span.To(after) : 0);

    private static bool TryMove(List<int> order, List<FileSpan?> spans, double least)
    {
        if (GoesBack(order, spans) == 0)
        {
            return false;
        }

        var now = Price(order, spans);
        var (best, bestPrice) = ((From: 0, To: 0), now - least);
        for (var from = 0; from < order.Count; from++)
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
    private static int GoesBack(List<int> order, List<FileSpan?> spans) => Steps(order, spans).Count(step => step.From.IsAfter(step.To));

    /// <summary>Whether no silence between the files is long: only then do stamps without a year say that they adjoin.</summary>
    private static bool IsClose(List<int> order, List<FileSpan?> spans) =>
        Far(order, spans) == 0;

    private static int Far(List<int> order, List<FileSpan?> spans) =>
        Steps(order, spans).Count(step => !step.From.KnowsYearsTo(step.To) && step.From.To(step.To) > Math.Log(1 + CloseDays));

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

    private static double Price(List<int> order, List<FileSpan?> spans) => Steps(order, spans).Sum(step => step.From.To(step.To));

    /// <summary>The steps from file to file of one host each: a file of another host that has come between says nothing of them.</summary>
    private static IEnumerable<(FileSpan From, FileSpan To)> Steps(List<int> order, List<FileSpan?> spans)
    {
        var last = new Dictionary<string, FileSpan>(StringComparer.Ordinal);
        foreach (var span in order.Select(place => spans[place]!))
        {
            if (last.TryGetValue(span.Host, out var before))
            {
                yield return (before, span);
            }

            last[span.Host] = span;
        }
    }

    /// <summary>From when to when a file goes, as far as it can be known before its years are.</summary>
    private sealed record FileSpan(Stamp First, Stamp Last, int FirstYear, int LastYear, string Host, long Lines)
    {
        private const int Looked = 3;

        public static FileSpan Of(FileClock clock, IReadOnlyList<NodaTime.Instant> changed, bool isWhole)
        {
            var host = clock.Hosts.OrderByDescending(host => host.Runs[^1].LastLine - host.Runs[0].FirstLine).ThenBy(host => host.Host, StringComparer.Ordinal).First();
            var (first, last) = (Steady(host, 0, 1), isWhole ? Steady(host, host.Runs.Count - 1, -1) : Steady(host, 0, 1));
            var (firstYear, lastYear) = FileYears.Of(host, first, isWhole ? last : first, changed);
            return new FileSpan(first.First, isWhole ? last.Last : first.First, firstYear, lastYear, host.Host, host.Runs[^1].LastLine - host.Runs[0].FirstLine + 1);
        }

        /// <summary>Whether this file ends a little after the other begins.</summary>
        public bool IsAfter(FileSpan next) => To(next) > Math.Log(1 + 290);

        /// <summary>The first run, or the last one, that is of the time of the next: a handful of lines far from theirs are late ones.</summary>
        private static ClockRun Steady(HostClock host, int end, int on)
        {
            var runs = host.Runs;
            for (var run = end; Math.Abs(run - end) < Looked && run + on >= 0 && run + on < runs.Count; run += on)
            {
                var silence = on > 0 ? Silences.Between(runs[run], runs[run + 1]) : Silences.Between(runs[run - 1], runs[run]);
                if (runs[run].LastLine - runs[run].FirstLine >= FewLines || silence < CloseDays)
                {
                    return runs[run];
                }
            }

            return runs[end];
        }

        /// <summary>Whether the years are known between which another file would follow this one.</summary>
        public bool KnowsYearsTo(FileSpan next) => LastYear != 0 && next.FirstYear != 0;

        /// <summary>The price of one file standing just before another: the longer the silence between, the dearer.</summary>
        public double To(FileSpan next)
        {
            if (KnowsYearsTo(next))
            {
                var days = (next.First.LocalSeconds(next.FirstYear) - Last.LocalSeconds(LastYear)) / Ages.Day;
                return days < -1 ? 8 + Math.Min(8, Math.Log(-days)) : Math.Log(1 + Math.Max(0, days));
            }

            var forward = (next.First.LocalSeconds(ClockRun.AnyLeapYear) - Last.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
            return Math.Log(1 + Math.Max(0, forward < -1 ? forward + 366 : forward));
        }
    }
}
