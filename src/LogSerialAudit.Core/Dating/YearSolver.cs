using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// Finds the years of a sequence: for all its runs together the likeliest ones, given what the serials say, what the
/// files say, and that time mostly goes on. A run may stand outside that order (a late relay, a clock not yet set)
/// at a price that grows with its lines, so a single line never moves a year and a lasting step does.
/// </summary>
/// <remarks>
/// Dynamic programming over runs and years, forward and backward; costs are minus the logarithms of likelihoods, so
/// the distance to the next best year of a run says how sure its year is.
/// </remarks>
public sealed class YearSolver
{
    /// <summary>How many neighbouring runs may stand outside the order of time together.</summary>
    private const int MostOutOfOrder = 12;

    /// <summary>How far apart, in nats, the best year and the next must be for the best to be sure: 50 to 1.</summary>
    private const double SureMargin = 4;
    private const double Impossible = 1e9;
    private const double DaySeconds = 86400;
    private const long NearSeconds = 60 * 86400;

    private readonly DatingOptions _options;
    private readonly List<ClockRun> _runs = [];
    private readonly List<FileEvidence?> _evidence = [];
    private readonly long _latest;
    private int _firstYear;
    private int _years;
    private double[] _outOfOrder = [];

    private YearSolver(DatedSequence sequence, DatingOptions options)
    {
        _options = options;
        foreach (var file in sequence.Files)
        {
            for (var run = 0; run < file.Runs.Count; run++)
            {
                _runs.Add(file.Runs[run]);
                _evidence.Add(run == file.Runs.Count - 1 ? file.Evidence : null);
            }
        }

        _latest = Seconds(options.NotAfter ?? options.Now);
    }

    /// <summary>Decides the year of every run of the sequence.</summary>
    public static void Solve(DatedSequence sequence, DatingOptions options)
    {
        var solver = new YearSolver(sequence, options);
        if (solver._runs.Count > 0)
        {
            if (solver._runs.TrueForAll(run => run.WrittenYear != 0))
            {
                solver._runs.ForEach(run => (run.Year, run.YearIsSure) = (run.WrittenYear, true));
            }
            else
            {
                solver.FindYears();
            }
        }

        YearExplanation.Explain(sequence, options);
    }

    private void FindYears()
    {
        ChooseCandidates();
        var local = LocalCosts();
        _outOfOrder = [.. Enumerable.Range(0, _runs.Count).Select(run => OutOfOrder(run, local))];
        var forward = Forward(local, out var from);
        var backward = Backward(local);
        Trace(from, BestEnd(forward));
        Judge(local, forward, backward);
    }

    private void ChooseCandidates()
    {
        var latestYear = YearOf(_latest);
        var known = _runs.SelectMany(run => run.Serials.Years).Concat(_runs.Select(run => run.IsDecided ? run.Year : run.WrittenYear)).Where(year => year > 0)
            .Append(_options.Year ?? latestYear).Append(latestYear).ToList();
        var turns = 1;
        for (var run = 1; run < _runs.Count; run++)
        {
            turns += _runs[run].First.LocalSeconds(ClockRun.AnyLeapYear) < _runs[run - 1].Last.LocalSeconds(ClockRun.AnyLeapYear) ? 1 : 0;
        }

        // Years before any serial are reached by continuity only: at most one for each turn of the year.
        _firstYear = Math.Max(1969, known.Min() - Math.Min(turns, 40));
        _years = Math.Min(Math.Max(known.Max(), latestYear) + 2 - _firstYear, 160);
    }

    /// <summary>What speaks against each year of each run by itself.</summary>
    private double[,] LocalCosts()
    {
        var costs = new double[_runs.Count, _years];
        var lastWithoutYear = _runs.FindLastIndex(run => run.WrittenYear == 0);
        for (var run = 0; run < _runs.Count; run++)
        {
            for (var at = 0; at < _years; at++)
            {
                costs[run, at] = LocalCost(_runs[run], _firstYear + at)
                    + (run == lastWithoutYear && _options.Year is { } last && last != _firstYear + at ? Impossible : 0)
                    + (_evidence[run] is { } evidence ? FileCost(evidence, _runs[run].Latest.LocalSeconds(_firstYear + at)) : 0);
            }
        }

        return costs;
    }

    private double LocalCost(ClockRun run, int year)
    {
        if (run.WrittenYear != 0 || run.IsDecided)
        {
            return (run.IsDecided ? run.Year : run.WrittenYear) == year ? 0 : Impossible;
        }

        var cost = run.Serials.Cost(year);
        if (run.HasLeapDay && !DateTime.IsLeapYear(year))
        {
            cost += 50;
        }

        var tooLate = run.First.LocalSeconds(year) - _latest;
        if (tooLate > 2 * DaySeconds)
        {
            cost += _options.NotAfter is null ? 30 : Impossible;
        }

        // With nothing else to go by, the latest year that is possible.
        return cost + (0.02 * Math.Max(0, YearOf(_latest) - year));
    }

    private static double FileCost(FileEvidence evidence, long last)
    {
        var cost = 0.0;
        if (evidence.NameDate is { } name)
        {
            cost += Distance(Seconds(name) - last, 1.5, 9);
        }

        if (evidence.GzipTime is { } gzip)
        {
            cost += Distance(Seconds(gzip) - last, 1, 6);
        }

        return evidence.FileTime is { } time ? cost + Distance(Seconds(time) - last, 1, 5) : cost;
    }

    /// <summary>A file's time is after its last line, and most often not long after.</summary>
    internal static double Distance(long after, double steepness, double most) =>
        after < -1.5 * DaySeconds ? most : Math.Min(most, steepness * Math.Log(1 + (Math.Abs(after) / DaySeconds)));

    private static double Step(ClockRun from, int fromYear, ClockRun to, int toYear)
    {
        var forward = to.First.LocalSeconds(toYear) - from.Latest.LocalSeconds(fromYear);
        if (forward >= 0)
        {
            return 2 * Math.Log(1 + (forward / DaySeconds));
        }

        var back = -forward;
        return back <= DaySeconds / 2
            ? 1
            : 4 + Math.Log(1 + (back / 3600.0)) + (back > 3 * DaySeconds ? back / DaySeconds / 8 : 0);
    }

    /// <summary>The price of standing outside the order of time.</summary>
    private double OutOfOrder(int run, double[,] local)
    {
        // What its serials say has to be paid for all the same.
        var least = Enumerable.Range(0, _years).Min(at => local[run, at]);
        if (_runs[run].WrittenYear != 0)
        {
            return least + 3;
        }

        var lines = _runs[run].LastLine - _runs[run].FirstLine + 1;
        return least + (IsUnsetClock(_runs[run].First) ? 4 : 5 + (Math.Min(lines, 30) * 0.7));
    }

    /// <summary>A machine without a clock begins at 1970-01-01T00:00:00Z, in whichever zone its log is.</summary>
    private static bool IsUnsetClock(Stamp stamp)
    {
        var local = stamp.LocalSeconds(stamp is { Month: 12 } ? 1969 : 1970) - (Calendar.UnixEpochDay * 86400);
        return local is > -13 * 3600 and < 15 * 3600 && (((local % 1800) + 1800) % 1800) < 300;
    }

    private double[,] Forward(double[,] local, out int[,] from)
    {
        var best = new double[_runs.Count, _years];
        from = new int[_runs.Count, _years];
        var skipped = 0.0;
        for (var run = 0; run < _runs.Count; run++)
        {
            for (var at = 0; at < _years; at++)
            {
                // The sequence may begin with runs outside the order.
                best[run, at] = run <= MostOutOfOrder ? skipped : Impossible;
                from[run, at] = -1;
                Relax(best, from, run, at);
                best[run, at] += local[run, at];
            }

            skipped += _outOfOrder[run];
        }

        return best;
    }

    private void Relax(double[,] best, int[,] from, int run, int at)
    {
        var skipped = 0.0;
        for (var before = run - 1; before >= 0 && run - before - 1 <= MostOutOfOrder; before--)
        {
            for (var year = Math.Max(0, at - 12); year <= Math.Min(_years - 1, at + 1); year++)
            {
                var cost = best[before, year] + skipped
                    + Step(_runs[before], _firstYear + year, _runs[run], _firstYear + at);
                if (cost < best[run, at])
                {
                    best[run, at] = cost;
                    from[run, at] = (before * _years) + year;
                }
            }

            skipped += _outOfOrder[before];
        }
    }

    private double[,] Backward(double[,] local)
    {
        var best = new double[_runs.Count, _years];
        var skippedAtEnd = 0.0;
        for (var run = _runs.Count - 1; run >= 0; run--)
        {
            for (var at = 0; at < _years; at++)
            {
                best[run, at] = _runs.Count - 1 - run <= MostOutOfOrder ? skippedAtEnd : Impossible;
                var skipped = 0.0;
                for (var after = run + 1; after < _runs.Count && after - run - 1 <= MostOutOfOrder; after++)
                {
                    for (var year = Math.Max(0, at - 1); year <= Math.Min(_years - 1, at + 12); year++)
                    {
                        best[run, at] = Math.Min(best[run, at], best[after, year] + local[after, year] + skipped
                            + Step(_runs[run], _firstYear + at, _runs[after], _firstYear + year));
                    }

                    skipped += _outOfOrder[after];
                }
            }

            skippedAtEnd += _outOfOrder[run];
        }

        return best;
    }

    private int BestEnd(double[,] forward)
    {
        var skipped = 0.0;
        var (bestCost, bestEnd) = (double.MaxValue, 0);
        for (var run = _runs.Count - 1; run >= 0 && _runs.Count - 1 - run <= MostOutOfOrder; run--)
        {
            for (var at = 0; at < _years; at++)
            {
                if (forward[run, at] + skipped < bestCost)
                {
                    (bestCost, bestEnd) = (forward[run, at] + skipped, (run * _years) + at);
                }
            }

            skipped += _outOfOrder[run];
        }

        return bestEnd;
    }

    private void Trace(int[,] from, int end)
    {
        _runs.ForEach(run => run.IsOutOfOrder = !run.IsDecided);

        for (var state = end; state >= 0; state = from[state / _years, state % _years])
        {
            var run = _runs[state / _years];
            (run.Year, run.IsOutOfOrder) = (run.IsDecided ? run.Year : _firstYear + (state % _years), false);
        }

    }

    private void Judge(double[,] local, double[,] forward, double[,] backward)
    {
        for (var run = 0; run < _runs.Count; run++)
        {
            var current = _runs[run];
            if (current.IsDecided)
            {
                continue;
            }

            if (current.WrittenYear != 0)
            {
                (current.Year, current.YearIsSure) = (current.WrittenYear, true);
            }
            else if (current.IsOutOfOrder)
            {
                PlaceNearNeighbour(run, local);
            }
            else
            {
                current.YearIsSure = Margin(run, forward, backward) >= SureMargin;
            }
        }
    }

    private double Margin(int run, double[,] forward, double[,] backward)
    {
        var chosen = _runs[run].Year - _firstYear;
        var next = double.MaxValue;
        for (var at = 0; at < _years; at++)
        {
            if (at != chosen)
            {
                next = Math.Min(next, forward[run, at] + backward[run, at]);
            }
        }

        return next - forward[run, chosen] - backward[run, chosen];
    }

    /// <summary>A run outside the order is taken for the nearest such day to the line before it (or after).</summary>
    private void PlaceNearNeighbour(int run, double[,] local)
    {
        var neighbour = NearestInOrder(run);
        var current = _runs[run];
        var here = neighbour.Latest.LocalSeconds(neighbour.Year);
        var (bestCost, bestDistance) = (double.MaxValue, 0L);
        for (var at = 0; at < _years; at++)
        {
            var distance = Math.Abs(current.First.LocalSeconds(_firstYear + at) - here);
            var cost = local[run, at] + (distance / DaySeconds / 10);
            if (cost < bestCost)
            {
                (bestCost, bestDistance, current.Year) = (cost, distance, _firstYear + at);
            }
        }

        current.YearIsSure = neighbour.YearIsSure && bestDistance <= NearSeconds && !IsUnsetClock(current.First);
    }

    private ClockRun NearestInOrder(int run)
    {
        for (var distance = 1; distance < _runs.Count; distance++)
        {
            if (run - distance >= 0 && !_runs[run - distance].IsOutOfOrder)
            {
                return _runs[run - distance];
            }

            if (run + distance < _runs.Count && !_runs[run + distance].IsOutOfOrder)
            {
                return _runs[run + distance];
            }
        }

        return _runs[run];
    }

    private static int YearOf(long seconds) => new DateTime(seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc).Year;

    internal static long Seconds(Instant instant) => instant.ToUnixTimeSeconds() + (Calendar.UnixEpochDay * 86400);

    internal static long Seconds(LocalDateTime local) => Seconds(local.InUtc().ToInstant());
}
