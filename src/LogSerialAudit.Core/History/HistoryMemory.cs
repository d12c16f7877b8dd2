using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>What is known of a <see cref="SerialHistory"/>, to go on from in another run.</summary>
internal sealed record HistoryMemory
{
    /// <summary>What its observer goes by.</summary>
    public required string Observer { get; init; }

    /// <summary>The observer's host.</summary>
    public required string Host { get; init; }

    /// <summary>The zone.</summary>
    public required ZoneName Zone { get; init; }

    /// <summary>Which version of an inline-signed zone.</summary>
    public ZoneSide Side { get; init; }

    /// <summary>What its serials mean.</summary>
    public required SchemeMemory Scheme { get; init; }

    /// <summary>The serial in service.</summary>
    public SerialNumber? Served { get; init; }

    /// <summary>The primary of the transfer under way.</summary>
    public string? TransferFrom { get; init; }

    /// <summary>Whether the last transfer's status was a success.</summary>
    public bool TransferSucceeded { get; init; }

    /// <summary>The serial offered in a refresh that no other line has followed yet.</summary>
    public SerialNumber? CheckedOffered { get; init; }

    /// <summary>The serial held in that refresh.</summary>
    public SerialNumber? CheckedHeld { get; init; }

    /// <summary>The episodes that have not ended.</summary>
    public IReadOnlyList<EpisodeMemory> Running { get; init => field = value ?? []; } = [];

    /// <summary>A serial taken whose primary only the next line may name.</summary>
    public TakenMemory? Taken { get; init; }
}
