using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>One thing that changed since the last check.</summary>
public sealed record Change
{
    /// <summary>What.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The zone, and the server that shows it.</summary>
    public required SerialHistory History { get; init; }

    /// <summary>The episode; null where the change is of none.</summary>
    public Episode? Episode { get; init; }

    /// <summary>When, by the log.</summary>
    public required Dated At { get; init; }

    /// <summary>The serial that was taken or loaded.</summary>
    public SerialNumber? Serial { get; init; }

    /// <summary>The one before it.</summary>
    public SerialNumber? Previous { get; init; }

    /// <summary>The server that gave it.</summary>
    public string Peer { get; init; } = "";

    /// <summary>The line that says so; of an episode its first complaint.</summary>
    public required SourceLine Source { get; init; }

    /// <summary>Of a zone that is about to expire, when at the latest.</summary>
    public Instant? ExpiresBy { get; init; }
}
