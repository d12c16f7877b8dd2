namespace LogSerialAudit.Dating;

/// <summary>What it costs that time went through stretches of lines near a repeated hour in one way or another, in nats.</summary>
internal sealed class FoldPrices
{
    /// <summary>Dearer than any way.</summary>
    public const double Impossible = 1e9;

    private const double MostOfASilence = 12;
    private const double LateSeconds = 3 * 3600;

    private readonly IReadOnlyList<FoldStretch> _stretches;
    private readonly long _from;
    private readonly long _to;
    private readonly double _disorder;
    private readonly long _usual;

    /// <summary>Finds what is usual near the hour.</summary>
    /// <param name="stretches">The stretches near the hour, in line order.</param>
    /// <param name="from">The first local second that occurred twice.</param>
    /// <param name="to">The first local second after those that did.</param>
    /// <param name="stepsElsewhere">How often the clock steps back elsewhere: what is often is cheap.</param>
    public FoldPrices(IReadOnlyList<FoldStretch> stretches, long from, long to, int stepsElsewhere)
    {
        (_stretches, _from, _to) = (stretches, from, to);
        _disorder = Math.Max(5, 8.5 - (0.5 * Math.Log(1 + stepsElsewhere)));
        _usual = UsualSilence();
    }

    /// <summary>The price of a stretch's being of a pass, by what it is and what serials say.</summary>
    public double Own(int stretch, FoldPass pass)
    {
        var each = _stretches[stretch];
        if ((pass == FoldPass.Both && each.Lines < 2) || (pass != FoldPass.Late ? each.From >= _to : each.From < _from) || (pass == FoldPass.Early ? each.To >= _to : each.To < _from))
        {
            return Impossible;
        }

        return (pass == FoldPass.Late ? each.AgainstLate : each.AgainstEarly) + (pass == FoldPass.Both ? Quiet(_to - _from) : 0);
    }

    /// <summary>The price of going on from one stretch to another, those between left out.</summary>
    public double Step(int one, FoldPass onePass, int next, FoldPass nextPass)
    {
        var price = 0.0;
        if (one >= 0 && next < _stretches.Count)
        {
            var forward = Begins(next, nextPass) - Ends(one, onePass);
            price = forward >= -ClockRun.SmallDisorderSeconds ? Quiet(forward) : _disorder + 1;
        }

        for (var skipped = one + 1; skipped < next; skipped++)
        {
            price += Math.Min(Skip(skipped, FoldPass.Early, one, onePass, next), Skip(skipped, FoldPass.Late, one, onePass, next));
        }

        return price;
    }

    /// <summary>The price of a stretch's being out of order: the dearer, the better it fits where it stands.</summary>
    public double Skip(int stretch, FoldPass pass, int one, FoldPass onePass, int next)
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
        price += Begins(stretch, pass) > now ? 2 : pass == FoldPass.Early && Begins(stretch, FoldPass.Late) <= now ? 0.01 : 0;
        if (one < 0 || next >= _stretches.Count)
        {
            return price + 1;
        }

        var fits = each.From >= _stretches[one].To - ClockRun.SmallDisorderSeconds && each.To <= _stretches[next].From + ClockRun.SmallDisorderSeconds;
        var room = Math.Max(ClockRun.SmallDisorderSeconds, _stretches[next].From - _stretches[one].To);
        return price + (fits ? Math.Clamp(Math.Log(LateSeconds / room), 0, 6) : 0);
    }

    private long Begins(int stretch, FoldPass pass) => _stretches[stretch].From + (pass == FoldPass.Late ? _to - _from : 0);

    private long Ends(int stretch, FoldPass pass) => _stretches[stretch].To + (pass == FoldPass.Early ? 0 : _to - _from);

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
}
