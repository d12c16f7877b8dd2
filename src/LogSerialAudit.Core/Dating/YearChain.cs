namespace LogSerialAudit.Dating;

/// <summary>
/// The cheapest way through the years of a sequence of runs. A run may stand outside the order of time (a late relay, a
/// clock not yet set) at a price that grows with its lines, so a single line never moves a year and a lasting step does.
/// </summary>
/// <remarks>
/// Dynamic programming over runs and years, forward and backward; a year is sure where every way that gives the run
/// another year is dearer by <see cref="SureMargin"/>.
/// </remarks>
internal sealed partial class YearChain
{
    /// <summary>How many neighbouring runs may stand outside the order of time together.</summary>
    private const int MostOutOfOrder = 8;

    /// <summary>How much dearer, in nats, any other year must be for a year to be sure: 400 to 1.</summary>
    internal const double SureMargin = 6;

    /// <summary>A state so much dearer than the best of its run is not followed: nothing makes up for it.</summary>
    private const double Hopeless = 45;
    private const int MostYearsAtOnce = 4;
    private const double NearDays = 60;

    /// <summary>A silence of more days may as well be a step back, less a year: it says nothing of what is usual.</summary>
    private const double LongestUsual = 180;

    /// <summary>The price of standing so far out of order that the distance says nothing more.</summary>
    private const double FarPrice = 4;

    private readonly IReadOnlyList<ClockRun> _runs;
    private readonly double[,] _prices;
    private readonly int _firstYear;
    private readonly int _years;
    private readonly GapCosts _gaps;
    private readonly SharedLog? _shared;
    private readonly int? _endYear;
    private readonly bool[] _isUnset;
    private readonly double[] _outOfOrder;
    private readonly double[,] _first;
    private readonly double[,] _latest;
    private readonly double[,] _before;
    private readonly double[,] _after;
    private readonly int[,] _from;

    /// <param name="runs">The runs in order.</param>
    /// <param name="prices">The price of each year of each run by itself.</param>
    /// <param name="firstYear">The first of these years.</param>
    /// <param name="shared">The log that the runs' host writes with others; null where it writes alone.</param>
    /// <param name="endYear">The year in which the sequence ends, late lines aside; null where that is not given.</param>
    /// <param name="clockWasSet">Whether a run is, beyond doubt, of a clock that was set.</param>
    public YearChain(IReadOnlyList<ClockRun> runs, double[,] prices, int firstYear, SharedLog? shared, int? endYear, Func<ClockRun, bool> clockWasSet)
    {
        (_runs, _prices, _firstYear, _years, _shared, _endYear) = (runs, prices, firstYear, prices.GetLength(1), shared, endYear);
        _isUnset = [.. Silences.OfUnsetClock(runs).Zip(runs, (isUnset, run) => isUnset && !clockWasSet(run))];
        _gaps = new GapCosts((shared?.AllSilences ?? OwnSilences()).Where(days => days < LongestUsual));
        _outOfOrder = [.. Enumerable.Range(0, runs.Count).Select(PriceOutOfOrder)];
        (_first, _latest) = (new double[runs.Count, _years], new double[runs.Count, _years]);
        for (var run = 0; run < runs.Count; run++)
        {
            for (var year = 0; year < _years; year++)
            {
                _first[run, year] = runs[run].First.LocalSeconds(firstYear + year) / Ages.Day;
                _latest[run, year] = runs[run].Latest.LocalSeconds(firstYear + year) / Ages.Day;
            }
        }

        (_before, _after, _from) = (new double[runs.Count, _years], new double[runs.Count, _years], new int[runs.Count, _years]);
    }

    private int Count => _runs.Count;

    /// <summary>Decides the years of the runs.</summary>
    public void Solve()
    {
        Forward();
        Backward();
        var best = Trace();
        foreach (var run in _runs.Where(run => !run.IsDecided))
        {
            run.YearIsSure = !run.IsOverfull;
        }

        Doubt(best + SureMargin);
        for (var run = 0; run < Count; run++)
        {
            _runs[run].YearIsSure &= !_isUnset[run];
        }
    }

    /// <summary>The silences of the host. A run of a clock that may not have been set may as well have been in time: then two are one.</summary>
    private IEnumerable<double> OwnSilences()
    {
        var inTime = Silences.InTime(_runs, _isUnset).ToList();
        return inTime.Zip(inTime.Skip(1))
            .Where(pair => Array.IndexOf(_isUnset, true, pair.First, pair.Second - pair.First) < 0)
            .Select(pair => Silences.Between(_runs[pair.First], _runs[pair.Second]));
    }

    /// <summary>The price of standing outside the order of time, wherever.</summary>
    private double PriceOutOfOrder(int place)
    {
        var run = _runs[place];
        var days = (run.Latest.LocalSeconds(ClockRun.AnyLeapYear) - run.First.LocalSeconds(ClockRun.AnyLeapYear)) / Ages.Day;
        return _isUnset[place] ? 2 : 5 + (0.5 * Math.Log(run.LastLine - run.FirstLine + 1)) + (0.7 * Math.Min(30, days));
    }

    /// <summary>The best way to each year of each run.</summary>
    private void Forward()
    {
        for (var run = 0; run < Count; run++)
        {
            for (var year = 0; year < _years; year++)
            {
                (_before[run, year], _from[run, year]) = (YearSolver.Impossible, -1);
            }
        }

        for (var run = 0; run < Count; run++)
        {
            var least = double.MaxValue;
            for (var year = 0; year < _years; year++)
            {
                if (run <= MostOutOfOrder && Skipped(0, run, run, year) is var price && price < _before[run, year])
                {
                    // The sequence may begin with runs outside the order.
                    (_before[run, year], _from[run, year]) = (price, -1);
                }

                _before[run, year] += _prices[run, year];
                least = Math.Min(least, _before[run, year]);
            }

            for (var year = 0; year < _years; year++)
            {
                if (_before[run, year] <= least + Hopeless)
                {
                    Push(run, year, least);
                }
                else
                {
                    _before[run, year] = YearSolver.Impossible;
                }
            }
        }
    }

    private void Push(int run, int year, double least)
    {
        var price = _before[run, year];
        for (var next = run + 1; next < Count && next - run - 1 <= MostOutOfOrder && price < least + Hopeless; next++)
        {
            for (var then = Math.Max(0, year - MostYearsAtOnce); then <= Math.Min(_years - 1, year + MostYearsAtOnce); then++)
            {
                if (price < _before[next, then] && price + Step(run, year, next, then) is var whole && whole < _before[next, then])
                {
                    (_before[next, then], _from[next, then]) = (whole, (run * _years) + year);
                }
            }

            price += Placed(next, run, year, out _);
        }
    }
    /// <summary>The best way on from each year of each run, without its own price.</summary>
    private void Backward()
    {
        for (var run = Count - 1; run >= 0; run--)
        {
            for (var year = 0; year < _years; year++)
            {
                _after[run, year] = _before[run, year] < YearSolver.Impossible ? BestAfter(run, year) : YearSolver.Impossible;
            }
        }
    }

    private double BestAfter(int run, int year)
    {
        var best = YearSolver.Impossible;
        var skipped = 0.0;
        for (var next = run + 1; next - run - 1 <= MostOutOfOrder && skipped < Hopeless; next++)
        {
            if (next == Count)
            {
                return Math.Min(best, skipped + EndPrice(run, year));
            }

            for (var then = Math.Max(0, year - MostYearsAtOnce); then <= Math.Min(_years - 1, year + MostYearsAtOnce); then++)
            {
                var price = skipped + _after[next, then] + _prices[next, then];
                best = price < best ? Math.Min(best, price + Step(run, year, next, then)) : best;
            }

            skipped += Placed(next, run, year, out _);
        }

        return best;
    }

    private double Step(int from, int fromYear, int to, int toYear)
    {
        var days = _first[to, toYear] - _latest[from, fromYear];
        return to == from + 1 && _shared?.After(from) is { } between ? _gaps.Of(days, between) : _gaps.Of(days);
    }

    /// <summary>The price of a way's ending in a year.</summary>
    private double EndPrice(int run, int year) =>
        _endYear is { } end && _firstYear + year != end && _runs[run].WrittenYear == 0 ? YearSolver.Impossible : 0;

    /// <summary>Gives every run its year on the cheapest way, and returns the price of that way.</summary>
    private double Trace()
    {
        var (best, end) = (double.MaxValue, 0);
        for (var run = Count - 1; run >= 0 && Count - 1 - run <= MostOutOfOrder; run--)
        {
            for (var year = 0; year < _years; year++)
            {
                var price = _before[run, year] + Skipped(run + 1, Count, run, year) + EndPrice(run, year);
                (best, end) = price < best ? (price, (run * _years) + year) : (best, end);
            }
        }

        var after = Count;
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

    private void Place(int from, int to, int near, int year)
    {
        for (var run = from; run < to; run++)
        {
            _ = Placed(run, near, year, out var placed);
            SetYear(run, placed, isOutOfOrder: true);
        }
    }

    private void SetYear(int run, int year, bool isOutOfOrder)
    {
        if (!_runs[run].IsDecided)
        {
            (_runs[run].Year, _runs[run].IsOutOfOrder) = (_firstYear + year, isOutOfOrder);
        }

        _runs[run].LikeliestYear = _firstYear + year;
    }

    /// <summary>The price of leaving runs outside the order, each where it is cheapest near a run that is in it.</summary>
    private double Skipped(int from, int to, int near, int year)
    {
        var price = 0.0;
        for (var run = from; run < to; run++)
        {
            price += Placed(run, near, year, out _);
        }

        return price;
    }

    private double Placed(int run, int near, int year, out int placed)
    {
        if (IsFixed(run))
        {
            // What writes its year is of no other one, however far that is: a clock not yet set.
            placed = FixedYear(run);
            return Math.Min(PlacedAt(run, placed, near, year), _outOfOrder[run] + FarPrice);
        }

        var best = double.MaxValue;
        placed = year;
        for (var other = Math.Max(0, year - 1); other <= Math.Min(_years - 1, year + 1); other++)
        {
            var price = PlacedAt(run, other, near, year);
            (best, placed) = price < best ? (price, other) : (best, placed);
        }

        return best;
    }

    /// <summary>Whether a run has its year, one that is looked at.</summary>
    private bool IsFixed(int run) => FixedYear(run) >= 0 && FixedYear(run) < _years;

    private int FixedYear(int run) => _runs[run].FixedYear - _firstYear;

    /// <summary>The price of leaving a run outside the order in a year: the farther from its neighbour, the dearer.</summary>
    private double PlacedAt(int run, int runYear, int near, int year)
    {
        var days = _isUnset[run] ? 0 : Distance(run, runYear, near, year);
        return _outOfOrder[run] + _prices[run, runYear] + (0.5 * Math.Log(1 + days)) + (days / 30);
    }

    /// <summary>Days from a run to its neighbour, either way.</summary>
    private double Distance(int run, int runYear, int near, int year) => Math.Abs(_first[run, runYear] - _latest[near, year]);
}
