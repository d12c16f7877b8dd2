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

    private const double Impossible = 1e9;
    private const double MostOfASilence = 12;
    private const int MostSkipped = 10;
    private const int MostStretches = 1500;
    private const double LateSeconds = 3 * 3600;

    private readonly IReadOnlyList<FoldStretch> _stretches;
    private readonly long _from;
    private readonly long _to;
    private readonly double _disorder;
    private readonly long _usual;
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
        (_stretches, _from, _to) = (stretches, from, to);
        _disorder = Math.Max(5, 8.5 - (0.5 * Math.Log(1 + stepsElsewhere)));
        _usual = UsualSilence();
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

        double[] Filled() => [.. Enumerable.Repeat(Impossible, stretches.Count)];
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

    /// <summary>What a stretch may be: of the first pass, of the second, or both, the change being in it.</summary>
    private enum Pass
    {
        Early,
        Both,
        Late,
    }

    private double Own(int stretch, Pass pass)
    {
        var each = _stretches[stretch];
        if ((pass == Pass.Both && each.Lines < 2) || (pass != Pass.Late ? each.From >= _to : each.From < _from) || (pass == Pass.Early ? each.To >= _to : each.To < _from))
        {
            return Impossible;
        }

        return (pass == Pass.Late ? each.AgainstLate : each.AgainstEarly) + (pass == Pass.Both ? Quiet(_to - _from) : 0);
    }

    private long Begins(int stretch, Pass pass) => _stretches[stretch].From + (pass == Pass.Late ? _to - _from : 0);

    private long Ends(int stretch, Pass pass) => _stretches[stretch].To + (pass == Pass.Early ? 0 : _to - _from);

    /// <summary>The price of going on from one stretch to another, those between left out.</summary>
    private double Step(int one, Pass onePass, int next, Pass nextPass)
    {
        var price = 0.0;
        if (one >= 0 && next < _stretches.Count)
        {
            var forward = Begins(next, nextPass) - Ends(one, onePass);
            price = forward >= -ClockRun.SmallDisorderSeconds ? Quiet(forward) : _disorder + 1;
        }

        for (var skipped = one + 1; skipped < next; skipped++)
        {
            price += Math.Min(Skip(skipped, Pass.Early, one, onePass, next), Skip(skipped, Pass.Late, one, onePass, next));
        }

        return price;
    }

    /// <summary>The price of a stretch's being out of order: the dearer, the better it fits where it stands.</summary>
    private double Skip(int stretch, Pass pass, int one, Pass onePass, int next)
    {
        var each = _stretches[stretch];
        if (Own(stretch, pass) is var own && own >= Impossible)
        {
            return Impossible;
        }

        // A block of lines goes on in itself; what does not is disorder anew.
        var forward = stretch == one + 1 ? -1 : each.From - _stretches[stretch - 1].To;
        var price = own + (forward < 0 ? _disorder : Math.Min(_disorder, 1 + Quiet(forward))) + (0.5 * Math.Log(Math.Max(1, each.Lines)));
        var now = one < 0 ? long.MinValue : Ends(one, onePass) + ClockRun.SilenceSeconds;
        price += Begins(stretch, pass) > now ? 2 : pass == Pass.Early && Begins(stretch, Pass.Late) <= now ? 0.01 : 0;
        if (one < 0 || next >= _stretches.Count)
        {
            return price + 1;
        }

        var fits = each.From >= _stretches[one].To - ClockRun.SmallDisorderSeconds && each.To <= _stretches[next].From + ClockRun.SmallDisorderSeconds;
        var room = Math.Max(ClockRun.SmallDisorderSeconds, _stretches[next].From - _stretches[one].To);
        return price + (fits ? Math.Clamp(Math.Log(LateSeconds / room), 0, 6) : 0);
    }

    /// <summary>The price of a silence, by what is usual near the hour.</summary>
    private double Quiet(long seconds) => seconds <= _usual ? 0.3 * Math.Max(0, seconds) / _usual
        : Math.Min(MostOfASilence, 0.3 + (5 * Math.Log((double)seconds / _usual)));

    /// <summary>The longest silence near the hour but one, which may hide the change or be the end of it all.</summary>
    private long UsualSilence()
    {
        var (longest, second) = (0L, 0L);
        var high = long.MinValue;
        for (var stretch = 0; stretch + 1 < _stretches.Count; stretch++)
        {
            var (before, next) = (_stretches[stretch].To, _stretches[stretch + 1].From);
            high = next < before ? before : high;

            // After late lines time goes on from where it was before them.
            var silence = next - (high <= next + ClockRun.SmallDisorderSeconds ? Math.Max(before, high) : before);
            (longest, second) = silence > longest ? (silence, longest) : (longest, Math.Max(second, silence));
        }

        return Math.Max(ClockRun.SilenceSeconds, second);
    }

    private void WalkForward()
    {
        for (var stretch = 0; stretch < _stretches.Count; stretch++)
        {
            for (var pass = Pass.Early; pass <= Pass.Late; pass++)
            {
                var (best, from) = (Impossible, -1);
                foreach (var (one, onePass) in Before(stretch))
                {
                    var price = (one < 0 ? 0 : _forward[State(one, onePass)]) + Step(one, onePass, stretch, pass);
                    (best, from) = price < best ? (price, one < 0 ? -1 : State(one, onePass)) : (best, from);
                }

                (_forward[State(stretch, pass)], _cameFrom[State(stretch, pass)]) = (best + Own(stretch, pass), from);
            }
        }
    }

    private void WalkBack()
    {
        for (var stretch = _stretches.Count - 1; stretch >= 0; stretch--)
        {
            for (var pass = Pass.Early; pass <= Pass.Late; pass++)
            {
                var best = stretch + 1 + MostSkipped >= _stretches.Count ? Step(stretch, pass, _stretches.Count, pass) : Impossible;
                for (var next = stretch + 1; next < Math.Min(_stretches.Count, stretch + 2 + MostSkipped); next++)
                {
                    for (var nextPass = Pass.Early; nextPass <= Pass.Late; nextPass++)
                    {
                        best = Math.Min(best, Step(stretch, pass, next, nextPass) + Own(next, nextPass) + _back[State(next, nextPass)]);
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
            for (var pass = Pass.Early; pass <= Pass.Late; pass++)
            {
                var price = _forward[State(stretch, pass)] + _back[State(stretch, pass)];
                _best = Math.Min(_best, price);
                _early[stretch] = pass == Pass.Late ? _early[stretch] : Math.Min(_early[stretch], price);
                _late[stretch] = pass == Pass.Early ? _late[stretch] : Math.Min(_late[stretch], price);
            }
        }

        for (var next = 0; next <= _stretches.Count; next++)
        {
            foreach (var (one, onePass) in Before(next))
            {
                for (var pass = Pass.Early; pass <= (next == _stretches.Count ? Pass.Early : Pass.Late); pass++)
                {
                    var rest = next == _stretches.Count ? 0 : Own(next, pass) + _back[State(next, pass)];
                    Weigh(one, onePass, next, pass, (one < 0 ? 0 : _forward[State(one, onePass)]) + Step(one, onePass, next, pass) + rest);
                }
            }
        }
    }

    private void Weigh(int one, Pass onePass, int next, Pass pass, double price)
    {
        if (price >= Impossible)
        {
            return;
        }

        for (var skipped = one + 1; skipped < next; skipped++)
        {
            var (early, late) = (Skip(skipped, Pass.Early, one, onePass, next), Skip(skipped, Pass.Late, one, onePass, next));
            _early[skipped] = Math.Min(_early[skipped], price - Math.Min(early, late) + early);
            _late[skipped] = Math.Min(_late[skipped], price - Math.Min(early, late) + late);
        }

        var isTheChange = one >= 0 && onePass == Pass.Early && next < _stretches.Count && pass == Pass.Late;
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
            var price = _forward[State(one, pass)] + Step(one, pass, _stretches.Count, pass);
            (best, end) = price < best ? (price, State(one, pass)) : (best, end);
        }

        var next = _stretches.Count;
        while (next > 0)
        {
            var (one, pass) = end < 0 ? (-1, Pass.Early) : (end / 3, (Pass)(end % 3));
            for (var skipped = one + 1; skipped < next; skipped++)
            {
                _standsLate[skipped] = Skip(skipped, Pass.Late, one, pass, next) < Skip(skipped, Pass.Early, one, pass, next);
            }

            if (one < 0)
            {
                return;
            }

            _standsLate[one] = pass == Pass.Late;
            (next, end) = (one, _cameFrom[end]);
        }
    }

    private static int State(int stretch, Pass pass) => (stretch * 3) + (int)pass;

    /// <summary>What may stand before a stretch in the order of time; -1 for nothing.</summary>
    private static IEnumerable<(int Stretch, Pass Pass)> Before(int stretch)
    {
        for (var one = stretch - 1; one >= Math.Max(0, stretch - 1 - MostSkipped); one--)
        {
            yield return (one, Pass.Early);
            yield return (one, Pass.Both);
            yield return (one, Pass.Late);
        }

        if (stretch <= MostSkipped)
        {
            yield return (-1, Pass.Early);
        }
    }
}
