using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.History;
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

    /// <summary>The timers that hold for what a secondary holds; null where nothing says.</summary>
    public static ZoneTimers? Of(CaseFacts facts, Episode episode)
    {
        var zone = episode.History.Zone.Name;
        var revisions = facts.RevisionsOf(zone).SelectMany(revisions => revisions).Where(revision => revision.Soa is not null).ToList();
        var revision = revisions.Find(revision => revision.Serial == episode.Held) ?? revisions.LastOrDefault();
        Duration? retry = revision is null ? null : Duration.FromSeconds(revision.Soa!.Retry);
        return facts.Evidence.ExpireOf(zone) is { } said ? new ZoneTimers(said, retry, "--expire", null)
            : revision is null ? null
            : new ZoneTimers(
                Effective(revision.Soa!), retry, $"revision {revision.Revision} of the zone file{(revision.Serial == episode.Held ? "" : ", another version than the one held")}", ZoneExhibit(revision));
    }

    /// <summary>A secondary keeps a zone for REFRESH and RETRY at least (bind9 lib/dns/zone.c, with RANGE).</summary>
    private static Duration Effective(SoaRecord soa) =>
        Duration.Min(Most, Duration.FromSeconds(Math.Max((long)soa.Expire, (long)soa.Refresh + soa.Retry)));

    private static Exhibit ZoneExhibit(ZoneRevision revision) => new($"EXPIRE {revision.Soa!.Expire}", revision.Source);
}
