using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>A serial that came into service at an observer, as the first line that shows it tells.</summary>
public sealed class SerialTaking
{
    /// <summary>Whose, and of which zone.</summary>
    public required SerialHistory History { get; init; }

    /// <summary>The serial.</summary>
    public required SerialNumber Serial { get; init; }

    /// <summary>The serial in service before; null where no line shows it.</summary>
    public required SerialNumber? Previous { get; init; }

    /// <summary>When the line was logged.</summary>
    public required Dated At { get; init; }

    /// <summary>What the line says.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLine Source { get; init; }

    /// <summary>The server it was transferred from, as logged; empty where no line names one.</summary>
    public required string From { get; init; }

    /// <summary>Whether it was taken at that time; else the line only shows that it was there by then.</summary>
    public required bool IsExact { get; init; }

    /// <summary>How long after the start of its round it was taken; null where that can't be said, or there is nothing to set it against.</summary>
    public Duration? Lag { get; internal set; }

    /// <summary>Its place among all events in time order.</summary>
    public required int Place { get; init; }

    /// <summary>Whether it was transferred from another server.</summary>
    public bool IsTransfer => Kind is EventKind.Transferred or EventKind.TransferCompleted;

    /// <summary>Whether its time can be held against others: taken then, and dated without a doubt.</summary>
    public bool IsTimed => IsExact && At is { Exists: true, Mark: DatingMark.None };

    /// <summary>Whether it came after another one for sure, by stamps of which those without a fraction are cut off to the second.</summary>
    public bool IsAfter(SerialTaking other) => At.FractionDigits > 0 && other.At.FractionDigits > 0 ? At.At > other.At.At : At.At.ToUnixTimeSeconds() > other.At.At.ToUnixTimeSeconds();

    /// <summary>Whether the observer left a serial for one that is not newer.</summary>
    public bool IsReturn => Previous is { } previous && !Serial.IsNewerThan(previous);
}
