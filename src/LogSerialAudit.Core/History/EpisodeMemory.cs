using LogSerialAudit.Dating;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>What is known of an <see cref="Episode"/> that has not ended, to go on from in another run.</summary>
internal sealed record EpisodeMemory
{
    /// <summary>The primary as logged.</summary>
    public required string Primary { get; init; }

    /// <summary>Whether its complaints have times.</summary>
    public bool HasTime { get; init; }

    /// <summary>What was offered.</summary>
    public SerialNumber? Offered { get; init; }

    /// <summary>What was held.</summary>
    public SerialNumber? Held { get; init; }

    /// <summary>The first complaint.</summary>
    public required Dated First { get; init; }

    /// <summary>The last complaint.</summary>
    public required Dated Last { get; init; }

    /// <summary>How many complaints.</summary>
    public required long Complaints { get; init; }

    /// <summary>How it stands.</summary>
    public EpisodeState State { get; init; }

    /// <summary>When the zone expired.</summary>
    public Dated? Ended { get; init; }

    /// <summary>Where the first complaint stands.</summary>
    public required SourceLine Source { get; init; }

    /// <summary>The gaps between complaints, as many as a median needs.</summary>
    public IReadOnlyList<Duration> Gaps { get; init => field = value ?? []; } = [];

    /// <summary>Whether a claim without a name turned out to be another primary's.</summary>
    public bool HasOtherPrimaries { get; init; }

    /// <summary>A serial heard of and not seen to be taken.</summary>
    public SerialNumber? Claimed { get; init; }

    /// <summary>When it was heard of.</summary>
    public Dated ClaimedAt { get; init; }

    /// <summary>Whether it was said of this very primary.</summary>
    public bool IsClaimNamed { get; init; }

    /// <summary>How a line without a time ended it.</summary>
    public PlacedEnd? PlacedEnd { get; init; }

    /// <summary>Whether its complaints have no time, and what comes after the last of them was written after it.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>When the primary was last heard of; null where it was not.</summary>
    public Instant? Heard { get; init; }
}
