namespace LogSerialAudit.Dating;

/// <summary>
/// The price of the step from one run to the next, in nats. A silence is the more likely to be only as long as it looks,
/// and not a year longer, the more silences like it the log has. Time that goes back a little is a late line; time that
/// stays back is not.
/// </summary>
internal sealed class GapCosts
{
    /// <summary>How many silences alike make one more of them nothing to wonder at.</summary>
    private const int FewAlike = 3;

    /// <summary>A silence is like another that is at most so many times shorter. A few silences say less of what is usual.</summary>
    private const double Alike = 1.2;
    private const double AlikeOfFew = 1.5;
    private const int FewSilences = 8;

    /// <summary>What it costs that other hosts' lines show more time than has passed.</summary>
    private const double Contradicted = 5;

    /// <summary>How many days lines may be out of order.</summary>
    private const double Disorder = 30;
    private readonly double[] _gaps;

    /// <param name="gaps">The silences between neighbouring runs, in days, each less whole years.</param>
    public GapCosts(IEnumerable<double> gaps) => _gaps = [.. gaps.Order()];

    /// <summary>The price of a step.</summary>
    /// <param name="days">From the last line before to the first line after, in days.</param>
    public double Of(double days)
    {
        if (days >= 365)
        {
            // So little that a silence of over ten days, where there is none like it, may be a year longer.
            return 6.6 + Math.Log(days);
        }

        if (days >= 0)
        {
            if (days < 0.015)
            {
                return 0;
            }

            // One of those found is this one.
            var alike = Math.Max(0, _gaps.Length - FirstAtLeast(days / (_gaps.Length < FewSilences ? AlikeOfFew : Alike)) - 1);
            var price = 4.2 + Math.Log(days / ((alike + 0.1) / 0.1));

            // Where most silences are like it, it is what is to be expected.
            return Math.Max(0, alike < FewAlike ? price : Math.Min(price, 0.5 - Math.Log((double)alike / _gaps.Length)));
        }

        return Math.Max(1, 3.1 + Math.Log(-days)) + (days < -2 ? Math.Min(16, -days / 4) : 0);
    }

    /// <summary>The price of a step of a host that writes with others.</summary>
    /// <param name="days">From the last line before to the first line after, in days.</param>
    /// <param name="between">What the others' lines show of that time: what they do not show must hide in one silence of all.</param>
    public double Of(double days, SharedLog.Step between)
    {
        var hidden = days - between.Days;
        return days < 0 ? Of(days) : hidden < -Disorder ? Of(days) + Contradicted : Of(between.Longest + Math.Max(0, hidden));
    }

    private int FirstAtLeast(double days)
    {
        var place = Array.BinarySearch(_gaps, days);
        return place < 0 ? ~place : place;
    }
}
