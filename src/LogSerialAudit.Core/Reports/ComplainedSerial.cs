using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>A serial of a complaint, as the table <c>serials</c> lists it.</summary>
/// <param name="Serial">The serial.</param>
/// <param name="Zone">The zone's name.</param>
/// <param name="At">When it was minted (UTC), where the zone's serials are times.</param>
/// <param name="Scheme">What the zone's serials mean.</param>
/// <param name="IsHeld">Whether an observer held it; else it was offered only.</param>
/// <param name="IsNewest">Whether it is the newest of its zone (RFC 1982), which no serial need be.</param>
public sealed record ComplainedSerial(SerialNumber Serial, string Zone, Instant? At, SerialScheme Scheme, bool IsHeld, bool IsNewest)
{
    /// <summary>The distinct serials of all pairs of the episodes, ascending.</summary>
    public static IReadOnlyList<ComplainedSerial> Of(IEnumerable<Episode> episodes)
    {
        var rows = new List<ComplainedSerial>();
        foreach (var zone in episodes.GroupBy(episode => episode.History.Zone.Name, StringComparer.Ordinal))
        {
            var held = zone.Select(episode => episode.Held).OfType<SerialNumber>().ToHashSet();
            var all = held.Concat(zone.Select(episode => episode.Offered).OfType<SerialNumber>()).Distinct().ToList();
            foreach (var serial in all)
            {
                var history = zone.First(episode => episode.Held == serial || episode.Offered == serial).History;
                rows.Add(new ComplainedSerial(
                    serial,
                    zone.Key,
                    history.InstantOf(serial),
                    history.Scheme == SerialScheme.Unknown ? new SerialReading(serial).Scheme : history.Scheme,
                    held.Contains(serial),
                    all.TrueForAll(other => serial.IsAtLeast(other))));
            }
        }

        return [.. rows.OrderBy(row => row.Serial.Value).ThenBy(row => row.Zone, StringComparer.Ordinal)];
    }
}
