using LogSerialAudit.Evidence;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>What is known of the timers of a zone's SOA record.</summary>
/// <param name="Expire">After what time without a refresh a secondary gives the zone up.</param>
/// <param name="Retry">After what time at most a refused refresh is repeated; null where that is not known.</param>
/// <param name="From">Where that is known from, in words.</param>
/// <param name="Exhibit">The line that says so; null where the user did.</param>
internal sealed record ZoneTimers(Duration Expire, Duration? Retry, string From, Exhibit? Exhibit)
{
    /// <summary>The longest EXPIRE that BIND keeps to, 24 weeks (bind9 lib/dns/include/dns/zone.h DNS_ZONE_MAXEXPIRE).</summary>
    private static readonly Duration Most = Duration.FromDays(24 * 7);

    /// <summary>The timers that hold for a secondary that holds a serial; null where nothing says.</summary>
    public static ZoneTimers? Of(CaseFacts facts, string zone, SerialNumber? held)
    {
        var known = Recorded(facts, zone, held);
        return facts.Evidence.ExpireOf(zone) is { } said ? new ZoneTimers(said, known?.Retry, "--expire", null) : known;
    }

    /// <summary>A record with the very serial says it best, then the zone file as it is now.</summary>
    private static ZoneTimers? Recorded(CaseFacts facts, string zone, SerialNumber? held)
    {
        var answered = facts.Answers.RecordOf(zone, held);
        var revisions = facts.RevisionsOf(zone).SelectMany(revisions => revisions).Where(revision => revision.Soa is not null).ToList();
        var revision = revisions.Find(revision => revision.Serial == held) ?? revisions.LastOrDefault();
        return answered is var (soa, exhibit) && (soa.Serial == held || revision is null) ? Of(soa, "the SOA answers", held, new Exhibit($"EXPIRE {soa.Expire}", exhibit.Source))
            : revision is null ? null
            : Of(revision.Soa!, $"revision {revision.Revision} of the zone file", held, new Exhibit($"EXPIRE {revision.Soa!.Expire}", revision.Source));
    }

    private static ZoneTimers Of(SoaRecord soa, string from, SerialNumber? held, Exhibit exhibit) =>
        new(Effective(soa), Duration.FromSeconds(soa.Retry), from + (soa.Serial == held ? "" : ", another version than the one held"), exhibit);

    /// <summary>A secondary keeps a zone for REFRESH and RETRY at least (bind9 lib/dns/zone.c, with RANGE).</summary>
    private static Duration Effective(SoaRecord soa) =>
        Duration.Min(Most, Duration.FromSeconds(Math.Max((long)soa.Expire, (long)soa.Refresh + soa.Retry)));
}
