using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>What the operator says about the log's times.</summary>
public sealed record DatingOptions
{
    /// <summary>The zone of stamps that have no offset.</summary>
    public required DateTimeZone LogZone { get; init; }

    /// <summary>Zones of single observers, by the host name or NAME they go by.</summary>
    public IReadOnlyDictionary<string, DateTimeZone> ObserverZones { get; init; } =
        new Dictionary<string, DateTimeZone>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The year of the last line of each sequence that has no year of its own.</summary>
    public int? Year { get; init; }

    /// <summary>No line without a year is later than this.</summary>
    public Instant? NotAfter { get; init; }

    /// <summary>The present: no log was written after it.</summary>
    public required Instant Now { get; init; }

    /// <summary>The zone of the stamps of an observer.</summary>
    public DateTimeZone ZoneOf(string observer) => ObserverZones.TryGetValue(observer, out var zone) ? zone : LogZone;
}
