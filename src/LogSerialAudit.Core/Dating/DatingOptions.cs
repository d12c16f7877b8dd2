using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>What the operator says about the log's times.</summary>
public sealed record DatingOptions
{
    /// <summary>The zone of stamps that have no offset.</summary>
    public required DateTimeZone LogZone { get; init; }

    /// <summary>Whether the operator gave it: then offsets in lines that are not its own are said.</summary>
    public bool IsLogZoneGiven { get; init; }

    /// <summary>The local zone, which a log may be in whose stamps are declared to be in another; null where it is the log zone.</summary>
    public DateTimeZone? LocalZone { get; init; }

    /// <summary>The zone of the machine that reads, likely also that of the log; null where it is not known.</summary>
    public DateTimeZone? SystemZone { get; init; }

    /// <summary>Whether a zone that the serials of a log fit is used instead of the one declared.</summary>
    public bool FindsLogZone { get; init; }

    /// <summary>Zones of single observers, by the host name or NAME they go by.</summary>
    public IReadOnlyDictionary<string, DateTimeZone> ObserverZones { get; init; } =
        new Dictionary<string, DateTimeZone>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The year of the last line of each sequence that has no year of its own.</summary>
    public int? Year { get; init; }

    /// <summary>No line without a year is later than this.</summary>
    public Instant? NotAfter { get; init; }

    /// <summary>The present: no log was written after it.</summary>
    public required Instant Now { get; init; }

    /// <summary>The options with zones that were found for observers; a zone that the operator gave an observer stays.</summary>
    internal DatingOptions With(IEnumerable<(string Observer, DateTimeZone Zone)> found)
    {
        var zones = new Dictionary<string, DateTimeZone>(ObserverZones, StringComparer.OrdinalIgnoreCase);
        foreach (var (observer, zone) in found)
        {
            zones.TryAdd(observer, zone);
        }

        return this with { ObserverZones = zones };
    }

    /// <summary>The zone of the stamps of an observer.</summary>
    public DateTimeZone ZoneOf(string observer) => ObserverZones.TryGetValue(observer, out var zone) ? zone : LogZone;
}
