using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History.Primaries;

/// <summary>Collects what primaries' own logs show, zone by zone.</summary>
public static class PrimaryLogs
{
    /// <summary>The zones of servers that make the serials themselves, by zone and observer.</summary>
    /// <param name="propagation">Who took which serial when: it tells the primaries.</param>
    /// <param name="walk">Hands over each row in time order.</param>
    public static IReadOnlyList<PrimarySerials> Of(Propagation propagation, Action<RowVisitor> walk)
    {
        var zones = new Dictionary<(Observer, ZoneName), PrimarySerials>();
        foreach (var zone in propagation.Zones)
        {
            foreach (var history in zone.Histories.Where(zone.IsPrimary))
            {
                _ = zones.TryAdd((history.Observer, history.Zone), new PrimarySerials(history.Observer, history.Zone));
            }
        }

        if (zones.Count == 0)
        {
            return [];
        }

        var (starts, ends) = (new Dictionary<Observer, Instant>(), new Dictionary<Observer, Instant>());
        walk((in row) =>
        {
            var observer = row.History.Observer;
            if (row.At.Exists)
            {
                ends[observer] = row.At.At;
                if (row.Kind == EventKind.ServerStarting)
                {
                    starts[observer] = row.At.At;
                }
            }

            if (zones.TryGetValue((observer, row.History.Zone), out var zone))
            {
                zone.See(row, starts.TryGetValue(observer, out var start) ? start : null);
            }
        });
        foreach (var zone in zones.Values)
        {
            zone.End(ends.TryGetValue(zone.Observer, out var end) ? end : null);
        }

        return
        [
            .. zones.Values.Where(zone => zone.Served.Serials + zone.Raw.Serials > 0)
                .OrderBy(zone => zone.Zone.Name, StringComparer.Ordinal).ThenBy(zone => zone.Zone.Class, StringComparer.Ordinal)
                .ThenBy(zone => zone.Zone.View, StringComparer.Ordinal).ThenBy(zone => zone.Observer.Name, StringComparer.Ordinal),
        ];
    }
}
