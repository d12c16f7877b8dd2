using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>When things happen in a made log: rarely, in bursts, or all the time for a while; with silences between.</summary>
internal sealed class LogTimes(MadeChoice choice, List<string> settings, DateTimeZone zone)
{
    private const double Day = 86400;

    public List<Instant> Make()
    {
        var start = Instant.FromUtc(2004, 1, 1, 0, 0) + Seconds(choice.Share() * 365 * 18 * Day);
        var density = choice.Of(["sparse", "sparse", "sparse", "bursts", "bursts", "bursts", "dense", "dense", "dense", "tiny"]);
        settings.Add(density);
        var years = 0.2 + (choice.Share() * 4.8);
        List<Instant> times = [.. (density switch
        {
            "sparse" => Sparse(start, years),
            "bursts" => Bursts(start, years),
            "dense" => Dense(start),
            _ => Tiny(start),
        }).Order()];
        return density == "tiny" ? times : WithGap(times);
    }

    private IEnumerable<Instant> Sparse(Instant start, double years)
    {
        var mean = Math.Max(choice.LogUniform(0.25 * Day, 30 * Day), years * 365 * Day / 400);
        var (at, count) = (start, 0);
        for (; at < start + Duration.FromDays(years * 365) || count < 12; at += Seconds(-mean * Math.Log(1 - choice.Share())), count++)
        {
            yield return at;
        }
    }

    private IEnumerable<Instant> Bursts(Instant start, double years)
    {
        var period = Math.Max(choice.Of([0.5, 1, 1, 7, 7, 14]), years * 365 / 150);
        for (var at = start; at < start + Duration.FromDays(years * 365); at += Seconds(period * Day) + Seconds((choice.Share() - 0.5) * 7200))
        {
            var second = 0.0;
            for (var line = choice.Between(1, 5); line > 0; line--, second += choice.Share() * 60)
            {
                yield return at + Seconds(second);
            }
        }
    }

    private IEnumerable<Instant> Dense(Instant start)
    {
        var gap = choice.LogUniform(1, 900);
        var at = Hard(start) - Seconds(gap * 200 * (0.2 + choice.Share()));
        for (var line = 0; line < 400; line++, at += Seconds(-gap * Math.Log(1 - choice.Share())))
        {
            yield return at;
        }
    }

    private IEnumerable<Instant> Tiny(Instant start)
    {
        var at = Hard(start);
        for (var line = choice.Between(1, 6); line > 0; line--, at += Seconds(choice.LogUniform(1, 30 * Day)))
        {
            yield return at;
        }
    }

    /// <summary>A place where dating is hard: a change of the clocks, a New Year.</summary>
    private Instant Hard(Instant start)
    {
        if (choice.Happens(0.5) && zone.GetZoneInterval(start) is { HasEnd: true } interval && interval.End < Instant.FromUtc(2037, 1, 1, 0, 0))
        {
            return interval.End;
        }

        return choice.Happens(0.5) ? new LocalDateTime(start.InUtc().Year + 1, 1, 1, 0, 0).InZoneLeniently(zone).ToInstant() : start;
    }

    private List<Instant> WithGap(List<Instant> times)
    {
        if (!choice.Happens(0.35) || times.Count < 4)
        {
            return times;
        }

        // A silence of a year and a usual one looks like a usual one; nothing in a log without serials could tell.
        var place = choice.Between(1, times.Count - 1);
        var silence = (times[place] - times[place - 1]).TotalDays;
        var usual = Math.Max(10, 1.2 * Enumerable.Range(1, times.Count - 1).Max(at => (times[at] - times[at - 1]).TotalDays));
        double days;
        do
        {
            days = choice.LogUniform(2, 425);
        }
        while (silence + days > 355 && silence + days < 365 + usual);
        settings.Add(days > 300 ? "gap-of-a-year" : "gap");
        return [.. times.Select((at, index) => index < place ? at : at + Seconds(days * Day))];
    }

    private static Duration Seconds(double seconds) => Duration.FromSeconds(Math.Floor(seconds));
}
