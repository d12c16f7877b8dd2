namespace LogSerialAudit.Dating;

/// <content>Which runs are not sure: those that a way hardly dearer than the cheapest gives another year.</content>
internal sealed partial class YearChain
{
    /// <summary>Takes the sureness from every run that some way below the bound gives another year.</summary>
    private void Doubt(double bound)
    {
        for (var run = 0; run < Count; run++)
        {
            for (var year = 0; year < _years; year++)
            {
                if (_before[run, year] + _after[run, year] < bound)
                {
                    DoubtUnless(run, year);
                }

                if (run <= MostOutOfOrder && _before[run, year] < YearSolver.Impossible)
                {
                    DoubtPlaced(0, run, run, year, Skipped(0, run, run, year) + _prices[run, year] + _after[run, year], bound);
                }

                if (_before[run, year] < bound)
                {
                    DoubtSkipped(run, year, bound);
                }
            }
        }
    }

    /// <summary>The same for the runs that a way leaves out after a run.</summary>
    private void DoubtSkipped(int run, int year, double bound)
    {
        var price = _before[run, year];
        for (var next = run + 1; price < bound && next - run - 1 <= MostOutOfOrder; next++)
        {
            if (next == Count)
            {
                DoubtPlaced(run + 1, next, run, year, price + EndPrice(run, year), bound);
                return;
            }

            for (var then = Math.Max(0, year - MostYearsAtOnce); next > run + 1 && then <= Math.Min(_years - 1, year + MostYearsAtOnce); then++)
            {
                var whole = price + _prices[next, then] + _after[next, then];
                if (whole < bound)
                {
                    DoubtPlaced(run + 1, next, run, year, whole + Step(run, year, next, then), bound);
                }
            }

            price += Placed(next, run, year, out _);
        }
    }

    private void DoubtPlaced(int from, int to, int near, int year, double whole, double bound)
    {
        for (var run = from; run < to && whole < bound; run++)
        {
            var best = Placed(run, near, year, out _);
            if (IsFixed(run))
            {
                continue;
            }

            for (var other = Math.Max(0, year - 1); other <= Math.Min(_years - 1, year + 1); other++)
            {
                if (whole - best + PlacedAt(run, other, near, year) >= bound)
                {
                    continue;
                }

                DoubtUnless(run, other);
                if (Distance(run, other, near, year) > NearDays && MayBeOfAnotherYear(run, whole - best, bound))
                {
                    DoubtUnless(run, -1);
                }
            }
        }
    }

    /// <summary>Whether a run that stands far out of order could be of any other year, whose distance then says nothing more.</summary>
    private bool MayBeOfAnotherYear(int run, double others, double bound)
    {
        for (var year = 0; year < _years; year++)
        {
            if (_firstYear + year != _runs[run].Year && others + _outOfOrder[run] + FarPrice + _prices[run, year] < bound)
            {
                return true;
            }
        }

        return false;
    }

    private void DoubtUnless(int run, int year)
    {
        if (!_runs[run].IsDecided && _runs[run].Year != _firstYear + year)
        {
            _runs[run].YearIsSure = false;
        }
    }
}
