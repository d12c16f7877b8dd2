using LogSerialAudit.Dating;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>What the log of another server of the zone says of an episode's time.</summary>
/// <param name="History">The other server's history.</param>
/// <param name="Standing">How it stood.</param>
public sealed record OtherAccount(SerialHistory History, OtherStanding Standing)
{
    /// <summary>Its own episode, where it complained.</summary>
    public Episode? Complaint { get; init; }

    /// <summary>What it took or had in service; null where no line shows it.</summary>
    public SerialNumber? Serial { get; init; }

    /// <summary>The newer serial that it left for that one; null where it did not step back.</summary>
    public SerialNumber? SteppedBackFrom { get; init; }

    /// <summary>When it took the offered serial.</summary>
    public Dated? At { get; init; }

    /// <summary>The addresses it asks for the zone, where the one complained of is not among them.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The first of its lines; null where none is dated.</summary>
    public Instant? LogFrom { get; init; }

    /// <summary>The last of its lines.</summary>
    public Instant? LogTo { get; init; }

    /// <summary>Whether it makes the zone's serials.</summary>
    public bool IsPrimary { get; init; }
}
