namespace LogSerialAudit.Dating;

/// <summary>
/// The cheapest way through the years of a sequence of runs. A run may stand outside the order of time (a late relay, a
/// clock not yet set) at a price that grows with its lines, so a single line never moves a year and a lasting step does.
/// </summary>
/// <remarks>
/// Dynamic programming over runs and years, forward and backward; a year is sure where every way that gives the run
/// another year is dearer by <see cref="SureMargin"/>.
/// </remarks>
internal sealed class YearChain
{
    /// <summary>How many neighbouring runs may stand outside the order of time together.</summary>
    private const int MostOutOfOrder = 8;

    /// <summary>How much dearer, in nats, any other year must be for a year to be sure: 400 to 1.</summary>
    internal const double SureMargin = 6;

    /// <summary>A state so much dearer than the best of its run is not followed: nothing makes up for it.</summary>
    private const double Hopeless = 60;
    private const int MostYearsAtOnce = 4;
    private const long NearSeconds = 60 * 86400;

    private readonly IReadOnlyList<ClockRun> _runs;
    private readonly double[,] _prices;
    private readonly int _firstYear;
    private readonly int _years;
    private readonly GapCosts _gaps;
    private readonly double[] _skippedBefore;
    private readonly double[,] _before;
    private readonly double[,] _after;
    private readonly int[,] _from;

    /// <param name="runs">The runs in order.</param>
    /// <param name="prices">The price of each year of each run by itself.</param>
    /// <param name="firstYear">The first of these years.</param>
    public YearChain(IReadOnlyList<ClockRun> runs, double[,] prices, int firstYear)
    {
        (_runs, _prices, _firstYear, _years) = (runs, prices, firstYear, prices.GetLength(1));
        _gaps = new GapCosts(Gaps());
        _skippedBefore = new double[runs.Count + 1];
        for (var run = 0; run < runs.Count; run++)
        {
            _skippedBefore[run + 1] = _skippedBefore[run] + PriceOutOfOrder(run);
        }

        (_before, _after, _from) = (new double[runs.Count, _years], new double[runs.Count, _years], new int[runs.Count, _years]);
    }

    /// <summary>Decides the years of the runs.</summary>
    public void Solve()
    {
        Forward();
        Backward();
        var best = Trace();
        foreach (var run in _runs)
        {
            run.YearIsSure = !run.IsOverfull;
        }

        Doubt(best + SureMargin);
        foreach (var run in _runs.Where(run => HostClock.IsUnset(run.First) && run.Latest.SecondOfDay - run.First.SecondOfDay < 3600))
        {
            run.YearIsSure = false;
        }
    }

    private IEnumerable<double> Gaps()
    {
        for (var run = 1; run < _runs.Count; run++)
        {
            var seconds = _runs[run].First.LocalSeconds(ClockRun.AnyLeapYear) - _runs[run - 1].Latest.LocalSeconds(ClockRun.AnyLeapYear);
            yield return (seconds < 0 ? seconds + Ages.Year : seconds) / Ages.Day;
        }
    }

    /// <summary>The price of standing outside the order of time; what its serials say has to be paid for all the same.</summary>
    private double PriceOutOfOrder(int place)
    {
        var least = double.MaxValue;
        for (var year = 0; year < _years; year++)
        {
            least = Math.Min(least, _prices[place, year]);
        }

        var run = _runs[place];
        if (run.WrittenYear != 0)
        {
            return 3;
        }

        var days = (run.Latest.LocalSeconds(ClockRun.AnyLeapYear) - run.First.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
        return least + (HostClock.IsUnset(run.First) ? 2 : 5.5 + (0.5 * Math.Log(run.LastLine - run.FirstLine + 1)) + (0.7 * Math.Min(30, days)));
    }

    private void Forward()
    {
        var least = new double[_runs.Count];
        for (var run = 0; run < _runs.Count; run++)
        {
            least[run] = double.MaxValue;
            for (var year = 0; year < _years; year++)
            {
                // The sequence may begin with runs outside the order.
                var (best, from) = (run <= MostOutOfOrder ? _skippedBefore[run] : YearSolver.Impossible, -1);
                for (var before = run - 1; before >= 0 && run - before - 1 <= MostOutOfOrder; before--)
                {
                    var skipped = _skippedBefore[run] - _skippedBefore[before + 1];
                    if (least[before] + skipped >= best)
                    {
                        continue;
                    }

                    for (var then = Math.Max(0, year - MostYearsAtOnce); then <= Math.Min(_years - 1, year + 1); then++)
                    {
                        if (_before[before, then] + skipped < best && _before[before, then] + skipped + Step(before, then, run, year) is var price && price < best)
                        {
                            (best, from) = (price, (before * _years) + then);
                        }
                    }
                }

                (_before[run, year], _from[run, year]) = (best + _prices[run, year], from);
                least[run] = Math.Min(least[run], _before[run, year]);
            }

            Prune(run, least[run]);
        }
    }

    private void Prune(int run, double least)
    {
        for (var year = 0; year < _years; year++)
        {
            if (_before[run, year] > least + Hopeless)
            {
                _before[run, year] = YearSolver.Impossible * 2;
            }
        }
    }

    private void Backward()
    {
        for (var run = _runs.Count - 1; run >= 0; run--)
        {
            for (var year = 0; year < _years; year++)
            {
                var best = _runs.Count - 1 - run <= MostOutOfOrder ? _skippedBefore[^1] - _skippedBefore[run + 1] : YearSolver.Impossible;
                if (_before[run, year] >= YearSolver.Impossible)
                {
                    _after[run, year] = YearSolver.Impossible;
                    continue;
                }

                for (var after = run + 1; after < _runs.Count && after - run - 1 <= MostOutOfOrder; after++)
                {
                    var skipped = _skippedBefore[after] - _skippedBefore[run + 1];
                    for (var then = Math.Max(0, year - 1); then <= Math.Min(_years - 1, year + MostYearsAtOnce); then++)
                    {
                        var price = _after[after, then] + _prices[after, then] + skipped;
                        best = price < best ? Math.Min(best, price + Step(run, year, after, then)) : best;
                    }
                }

                _after[run, year] = best;
            }
        }
    }

    private double Step(int from, int fromYear, int to, int toYear) =>
        _gaps.Of((_runs[to].First.LocalSeconds(_firstYear + toYear) - _runs[from].Latest.LocalSeconds(_firstYear + fromYear)) / Ages.Day);

    /// <summary>Gives every run its year on the cheapest way, and returns the price of that way.</summary>
    private double Trace()
    {
        var (best, end) = (double.MaxValue, 0);
        for (var run = _runs.Count - 1; run >= 0 && _runs.Count - 1 - run <= MostOutOfOrder; run--)
        {
            for (var year = 0; year < _years; year++)
            {
                var price = _before[run, year] + _skippedBefore[^1] - _skippedBefore[run + 1];
                (best, end) = price < best ? (price, (run * _years) + year) : (best, end);
            }
        }

        var after = _runs.Count;
        for (var state = end; state >= 0; state = _from[state / _years, state % _years])
        {
            var (run, year) = (state / _years, state % _years);
            Place(run + 1, after, run, year);
            SetYear(run, year, isOutOfOrder: false);
            after = run;
            if (_from[run, year] < 0)
            {
                Place(0, run, run, year);
            }
        }

        return best;
    }

    /// <summary>Runs outside the order are taken for the nearest such days to the run before them.</summary>
    private void Place(int from, int to, int near, int year)
    {
        for (var run = from; run < to; run++)
        {
            SetYear(run, Nearest(run, near, year), isOutOfOrder: true);
        }
    }

    private void SetYear(int run, int year, bool isOutOfOrder)
    {
        if (!_runs[run].IsDecided)
        {
            (_runs[run].Year, _runs[run].IsOutOfOrder) = (_firstYear + year, isOutOfOrder);
        }
    }

    private int Nearest(int run, int near, int year)
    {
        var best = year;
        for (var other = year - 1; other <= year + 1; other++)
        {
            best = Distance(run, other, near, year) < Distance(run, best, near, year) ? other : best;
        }

        return best;
    }

    private long Distance(int run, int runYear, int near, int year) =>
        Math.Abs(_runs[run].First.LocalSeconds(_firstYear + runYear) - _runs[near].Latest.LocalSeconds(_firstYear + year));

    /// <summary>Takes the sureness from every run that some way below the bound gives another year.</summary>
    private void Doubt(double bound)
    {
        for (var run = 0; run < _runs.Count; run++)
        {
            for (var year = 0; year < _years; year++)
            {
                if (_before[run, year] + _after[run, year] < bound)
                {
                    DoubtUnless(run, year);
                }

                DoubtSkipped(run, year, bound);
            }
        }
    }

    /// <summary>The same for the runs that a way leaves out between a run and the next one.</summary>
    private void DoubtSkipped(int run, int year, double bound)
    {
        if (run <= MostOutOfOrder && _skippedBefore[run] + _prices[run, year] + _after[run, year] < bound)
        {
            DoubtPlaced(0, run, run, year);
        }

        if (_runs.Count - 1 - run <= MostOutOfOrder && _before[run, year] + _skippedBefore[^1] - _skippedBefore[run + 1] < bound)
        {
            DoubtPlaced(run + 1, _runs.Count, run, year);
        }

        if (_before[run, year] >= bound)
        {
            return;
        }

        for (var after = run + 2; after < _runs.Count && after - run - 1 <= MostOutOfOrder; after++)
        {
            var price = _before[run, year] + _skippedBefore[after] - _skippedBefore[run + 1];
            for (var then = Math.Max(0, year - 1); price < bound && then <= Math.Min(_years - 1, year + MostYearsAtOnce); then++)
            {
                if (price + _prices[after, then] + _after[after, then] < bound
                    && price + _prices[after, then] + _after[after, then] + Step(run, year, after, then) < bound)
                {
                    DoubtPlaced(run + 1, after, run, year);
                }
            }
        }
    }

    private void DoubtPlaced(int from, int to, int near, int year)
    {
        for (var run = from; run < to; run++)
        {
            var nearest = Nearest(run, near, year);
            DoubtUnless(run, Distance(run, nearest, near, year) > NearSeconds ? -1 : nearest);
        }
    }

    private void DoubtUnless(int run, int year)
    {
        if (!_runs[run].IsDecided && _runs[run].Year != _firstYear + year)
        {
            _runs[run].YearIsSure = false;
        }
    }
}
