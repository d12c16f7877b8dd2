namespace LogSerialAudit.Dating;

/// <summary>
/// Finds which stretches of lines are of the first and which of the second pass of a repeated hour. A way through the
/// stretches gives each a pass, so that time goes on from one to the next, or leaves it out of the order of time at a
/// price; for each stretch the cheapest ways by either pass are held against each other.
/// </summary>
/// <remarks>
/// A step back in the hour is either the change of the clocks, which costs nothing, or disorder; the change is either at
/// such a step or in a silence as long as the hour, which costs the more the fewer silences there are. Prices are in nats.
/// </remarks>
internal sealed class FoldChain
{
    /// <summary>How much likelier one pass must be not to be marked.</summary>
    public const double Sure = 7.5;

    private const int MostSkipped = 10;
    private const int MostStretches = 1500;

    private readonly IReadOnlyList<FoldStretch> _stretches;
    private readonly FoldPrices _prices;
    private readonly double[] _forward;
    private readonly double[] _back;
    private readonly int[] _cameFrom;
    private readonly double[] _early;
    private readonly double[] _late;
    private readonly double[] _otherwise;
    private readonly bool[] _standsLate;
    private double _best = double.MaxValue;

    /// <summary>Weighs the ways.</summary>
    /// <param name="stretches">The stretches near the hour, in line order.</param>
    /// <param name="from">The first local second that occurred twice.</param>
    /// <param name="to">The first local second after those that did.</param>
    /// <param name="stepsElsewhere">How often the clock steps back elsewhere: what is often is cheap.</param>
    public FoldChain(IReadOnlyList<FoldStretch> stretches, long from, long to, int stepsElsewhere)
    {
        (_stretches, _prices) = (stretches, new FoldPrices(stretches, from, to, stepsElsewhere));
        (_forward, _back, _cameFrom) = (new double[stretches.Count * 3], new double[stretches.Count * 3], new int[stretches.Count * 3]);
        (_early, _late, _otherwise) = (Filled(), Filled(), Filled());
        _standsLate = new bool[stretches.Count];
        if (stretches.Count <= MostStretches)
        {
            WalkForward();
            WalkBack();
            Weigh();
            Follow();
        }

        double[] Filled() => [.. Enumerable.Repeat(FoldPrices.Impossible, stretches.Count)];
    }

    /// <summary>Weighs the same stretches by other evidence too, which is so much dearer to believe.</summary>
    public void WeighAgainst(FoldChain other, double dearer)
    {
        for (var stretch = 0; stretch < _stretches.Count; stretch++)
        {
            _early[stretch] = Math.Min(_early[stretch], other._early[stretch] + dearer);
            _late[stretch] = Math.Min(_late[stretch], other._late[stretch] + dearer);
            _otherwise[stretch] = Math.Min(_otherwise[stretch], other._otherwise[stretch] + dearer);
            _standsLate[stretch] = other._best + dearer < _best ? other._standsLate[stretch] : _standsLate[stretch];
        }

        _best = Math.Min(_best, other._best + dearer);
    }

    /// <summary>Whether a stretch is of the second pass; null where nothing says.</summary>
    public bool? IsLate(int stretch) =>
        _early[stretch] - _late[stretch] >= Sure ? true : _late[stretch] - _early[stretch] >= Sure ? false : null;

    /// <summary>Whether a stretch stands in the order of lines as if it were of the second pass.</summary>
    public bool StandsLate(int stretch) => _standsLate[stretch];

    /// <summary>Whether the clocks were surely changed between a stretch and the next one.</summary>
    public bool IsTheChange(int stretch) => _otherwise[stretch] - _best >= Sure;

    private void WalkForward()
    {
        for (var stretch = 0; stretch < _stretches.Count; stretch++)
        {
            for (var pass = FoldPass.Early; pass <= FoldPass.Late; pass++)
            {
                var (best, from) = (FoldPrices.Impossible, -1);
                foreach (var (one, onePass) in Before(stretch))
                {
                    var price = (one < 0 ? 0 : _forward[State(one, onePass)]) + _prices.Step(one, onePass, stretch, pass);
                    (best, from) = price < best ? (price, one < 0 ? -1 : State(one, onePass)) : (best, from);
                }

                (_forward[State(stretch, pass)], _cameFrom[State(stretch, pass)]) = (best + _prices.Own(stretch, pass), from);
            }
        }
    }

    private void WalkBack()
    {
        for (var stretch = _stretches.Count - 1; stretch >= 0; stretch--)
        {
            for (var pass = FoldPass.Early; pass <= FoldPass.Late; pass++)
            {
                var best = stretch + 1 + MostSkipped >= _stretches.Count ? _prices.Step(stretch, pass, _stretches.Count, pass) : FoldPrices.Impossible;
                for (var next = stretch + 1; next < Math.Min(_stretches.Count, stretch + 2 + MostSkipped); next++)
                {
                    for (var nextPass = FoldPass.Early; nextPass <= FoldPass.Late; nextPass++)
                    {
                        best = Math.Min(best, _prices.Step(stretch, pass, next, nextPass) + _prices.Own(next, nextPass) + _back[State(next, nextPass)]);
                    }
                }

                _back[State(stretch, pass)] = best;
            }
        }
    }

    /// <summary>The cheapest whole ways by either pass of each stretch, and those by which the clocks are changed elsewhere.</summary>
    private void Weigh()
    {
        for (var stretch = 0; stretch < _stretches.Count; stretch++)
        {
            for (var pass = FoldPass.Early; pass <= FoldPass.Late; pass++)
            {
                var price = _forward[State(stretch, pass)] + _back[State(stretch, pass)];
                _best = Math.Min(_best, price);
                _early[stretch] = pass == FoldPass.Late ? _early[stretch] : Math.Min(_early[stretch], price);
                _late[stretch] = pass == FoldPass.Early ? _late[stretch] : Math.Min(_late[stretch], price);
            }
        }

        for (var next = 0; next <= _stretches.Count; next++)
        {
            foreach (var (one, onePass) in Before(next))
            {
                for (var pass = FoldPass.Early; pass <= (next == _stretches.Count ? FoldPass.Early : FoldPass.Late); pass++)
                {
                    var rest = next == _stretches.Count ? 0 : _prices.Own(next, pass) + _back[State(next, pass)];
                    Weigh(one, onePass, next, pass, (one < 0 ? 0 : _forward[State(one, onePass)]) + _prices.Step(one, onePass, next, pass) + rest);
                }
            }
        }
    }

    private void Weigh(int one, FoldPass onePass, int next, FoldPass pass, double price)
    {
        if (price >= FoldPrices.Impossible)
        {
            return;
        }

        for (var skipped = one + 1; skipped < next; skipped++)
        {
            var (early, late) = (_prices.Skip(skipped, FoldPass.Early, one, onePass, next), _prices.Skip(skipped, FoldPass.Late, one, onePass, next));
            _early[skipped] = Math.Min(_early[skipped], price - Math.Min(early, late) + early);
            _late[skipped] = Math.Min(_late[skipped], price - Math.Min(early, late) + late);
        }

        var isTheChange = one >= 0 && onePass == FoldPass.Early && next < _stretches.Count && pass == FoldPass.Late;
        for (var joint = Math.Max(0, one); joint < Math.Min(next, _stretches.Count) && !isTheChange; joint++)
        {
            _otherwise[joint] = Math.Min(_otherwise[joint], price);
        }
    }

    /// <summary>Goes the cheapest way back, and notes by which pass it takes each stretch.</summary>
    private void Follow()
    {
        var (best, end) = (double.MaxValue, -1);
        foreach (var (one, pass) in Before(_stretches.Count).Where(state => state.Stretch >= 0))
        {
            var price = _forward[State(one, pass)] + _prices.Step(one, pass, _stretches.Count, pass);
            (best, end) = price < best ? (price, State(one, pass)) : (best, end);
        }

        var next = _stretches.Count;
        while (next > 0)
        {
            var (one, pass) = end < 0 ? (-1, FoldPass.Early) : (end / 3, (FoldPass)(end % 3));
            for (var skipped = one + 1; skipped < next; skipped++)
            {
                _standsLate[skipped] = _prices.Skip(skipped, FoldPass.Late, one, pass, next) < _prices.Skip(skipped, FoldPass.Early, one, pass, next);
            }

            if (one < 0)
            {
                return;
            }

            _standsLate[one] = pass == FoldPass.Late;
            (next, end) = (one, _cameFrom[end]);
        }
    }

    private static int State(int stretch, FoldPass pass) => (stretch * 3) + (int)pass;

    /// <summary>What may stand before a stretch in the order of time; -1 for nothing.</summary>
    private static IEnumerable<(int Stretch, FoldPass Pass)> Before(int stretch)
    {
        for (var one = stretch - 1; one >= Math.Max(0, stretch - 1 - MostSkipped); one--)
        {
            yield return (one, FoldPass.Early);
            yield return (one, FoldPass.Both);
            yield return (one, FoldPass.Late);
        }

        if (stretch <= MostSkipped)
        {
            yield return (-1, FoldPass.Early);
        }
    }
}
