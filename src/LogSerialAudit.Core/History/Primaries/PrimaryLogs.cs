using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History.Primaries;

/// <summary>Collects what primaries' own logs show, zone by zone.</summary>
public static class PrimaryLogs
{
    /// <summary>The zones of servers that make the serials themselves, by zone and observer.</summary>
    /// <param name="takings">Who took which serial when: it tells the primaries.</param>
    /// <param name="histories">The histories.</param>
    /// <param name="ends">The last time that an observer's log shows; null where it shows none.</param>
    /// <param name="walk">Hands over each row of some histories in time order.</param>
    public static IReadOnlyList<PrimarySerials> Of(
        Takings takings, IReadOnlyList<SerialHistory> histories, Func<Observer, Instant?> ends, Action<Func<SerialHistory, bool>, RowVisitor> walk)
    {
        var zones = new Dictionary<(Observer, ZoneName), PrimarySerials>();
        foreach (var history in histories.Where(takings.IsPrimary))
        {
            _ = zones.TryAdd((history.Observer, history.Zone), new PrimarySerials(history.Observer, history.Zone));
        }

        if (zones.Count == 0)
        {
            return [];
        }

        var (starts, serverStarts) = (new Dictionary<Observer, Instant>(), new ServerStarts());
        walk(history => history.Zone.Name.Length == 0 || zones.ContainsKey((history.Observer, history.Zone)), (in row) =>
        {
            var observer = row.History.Observer;
            if (serverStarts.IsStart(row) && row.At.Exists)
            {
                starts[observer] = row.At.At;
            }

            if (zones.TryGetValue((observer, row.History.Zone), out var zone))
            {
                zone.See(row, starts.TryGetValue(observer, out var start) ? start : null);
            }
        });
        foreach (var zone in zones.Values)
        {
            zone.End(ends(zone.Observer));
        }

        return
        [
            .. zones.Values.Where(zone => zone.Served.Serials + zone.Raw.Serials > 0)
                .OrderBy(zone => zone.Zone.Name, StringComparer.Ordinal).ThenBy(zone => zone.Zone.Class, StringComparer.Ordinal)
                .ThenBy(zone => zone.Zone.View, StringComparer.Ordinal).ThenBy(zone => zone.Observer.Name, StringComparer.Ordinal),
        ];
    }
}
