using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Dating;

/// <summary>The zones that new serials fit where they do not fit the zone declared.</summary>
/// <param name="Best">One of them: the operator's own where it fits, else one that many use.</param>
/// <param name="Fitting">How many serials fit it.</param>
/// <param name="Others">How many more zones fit as many.</param>
/// <param name="Rival">One of those that differs from it somewhere in the log; null where none does.</param>
internal sealed record FittingZones(DateTimeZone Best, int Fitting, int Others, DateTimeZone? Rival)
{
    /// <summary>More samples than this tell nothing more.</summary>
    private const int MostSamples = 400;

    /// <summary>A clock that is less off than this is no matter of zones.</summary>
    private const double LeastSeconds = 1500;

    /// <summary>Named first where several fit.</summary>
    private static readonly string[] Usual =
    [
        "UTC", "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
        "America/Phoenix", "America/Anchorage", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Santiago",
        "America/Bogota", "America/Mexico_City", "Asia/Tokyo", "Asia/Shanghai", "Asia/Singapore", "Asia/Kolkata", "Asia/Karachi", "Asia/Dhaka", "Asia/Kathmandu",
        "Asia/Bangkok", "Asia/Dubai", "Asia/Tehran", "Asia/Jerusalem", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "Australia/Sydney",
        "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth", "Pacific/Auckland", "Pacific/Honolulu",
    ];

    /// <summary>The zones that are usual, and then all others.</summary>
    private static readonly Lazy<List<(string Name, DateTimeZone Zone)>> All = new(AllZones);

    /// <summary>Finds them.</summary>
    /// <param name="samples">New serials and their lines.</param>
    /// <param name="declared">The zone that they do not fit.</param>
    /// <param name="own">Zones that the operator named or lives in.</param>
    /// <param name="isNew">Whether a delay, in seconds, is one of a new serial.</param>
    /// <param name="span">From when to when the log goes.</param>
    public static FittingZones? Of(
        IReadOnlyList<ClockSample> samples, DateTimeZone declared, IEnumerable<DateTimeZone> own, Func<double, bool> isNew, Interval span)
    {
        var step = ((samples.Count - 1) / MostSamples) + 1;
        var looked = samples.Where((_, place) => place % step == 0).ToList();
        var (zones, most) = (new List<DateTimeZone>(), 1);
        foreach (var zone in Candidates(own).Where(zone => looked.Exists(sample => Math.Abs(sample.Delay(zone) - sample.Delay(declared)) >= LeastSeconds)))
        {
            var count = CountFitting(looked, zone, isNew, most);
            if (count > most)
            {
                zones.Clear();
            }

            if (count >= most)
            {
                most = count;
                zones.Add(zone);
            }
        }

        if (zones.Count == 0)
        {
            return null;
        }

        return new FittingZones(
            zones[0], samples.Count(sample => isNew(sample.Delay(zones[0]))), zones.Count - 1, zones.Find(zone => Differ(zones[0], zone, span)));
    }

    /// <summary>How many samples fit a zone; fewer where they are fewer than wanted, for which not all are looked at.</summary>
    private static int CountFitting(List<ClockSample> samples, DateTimeZone zone, Func<double, bool> isNew, int wanted)
    {
        var (count, interval) = (0, default(ZoneInterval));
        for (var place = 0; place < samples.Count && count + samples.Count - place >= wanted; place++)
        {
            var (sample, at) = (samples[place], Instant.FromUnixTimeSeconds(samples[place].Minted));
            interval = interval?.Contains(at) == true ? interval : zone.GetZoneInterval(at);
            count += isNew(sample.Delay(interval.WallOffset)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Every zone once, the likeliest first.</summary>
    private static IEnumerable<DateTimeZone> Candidates(IEnumerable<DateTimeZone> own)
    {
        var named = own.Select(zone => (Name: Name(zone), Zone: zone)).DistinctBy(zone => zone.Name, StringComparer.Ordinal).ToList();
        return named.Concat(All.Value.Where(zone => !named.Exists(each => each.Name == zone.Name))).Select(zone => zone.Zone);
    }

    private static List<(string Name, DateTimeZone Zone)> AllZones()
    {
        var tzdb = DateTimeZoneProviders.Tzdb;
        var canonical = TzdbDateTimeZoneSource.Default.CanonicalIdMap;
        return [.. Usual.Concat(tzdb.Ids.Where(id => canonical[id] == id).Order(StringComparer.Ordinal)).Select(id => (Name: Name(tzdb[id]), Zone: tzdb[id])).DistinctBy(zone => zone.Name, StringComparer.Ordinal)];
    }

    private static string Name(DateTimeZone zone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var id) ? id : zone.Id;

    private static bool Differ(DateTimeZone one, DateTimeZone other, Interval span)
    {
        for (var at = span.Start; ;)
        {
            var (here, there) = (one.GetZoneInterval(at), other.GetZoneInterval(at));
            if (here.WallOffset != there.WallOffset)
            {
                return true;
            }

            var end = Instant.Min(here.HasEnd ? here.End : Instant.MaxValue, there.HasEnd ? there.End : Instant.MaxValue);
            if (end >= span.End)
            {
                return false;
            }

            at = end;
        }
    }
}
