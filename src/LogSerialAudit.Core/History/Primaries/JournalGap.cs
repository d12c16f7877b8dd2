using LogSerialAudit.Dating;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History.Primaries;

/// <summary>A secondary asked for the changes since a serial that the primary's journal does not have, and got the whole zone.</summary>
/// <param name="At">When.</param>
/// <param name="Peer">The secondary as logged, with its port.</param>
/// <param name="Held">The serial that the secondary has; null where the line does not name it.</param>
/// <param name="Served">The serial that the primary has; null where the log has not shown one before.</param>
/// <param name="SinceStart">How long after the server's start; null where no start stands before it.</param>
/// <param name="Source">Where it stands.</param>
public sealed record JournalGap(Dated At, string Peer, SerialNumber? Held, SerialNumber? Served, Duration? SinceStart, SourceLine Source)
{
    /// <summary>A journal that lacks what was served before the start was lost, or is older than the zone that secondaries know.</summary>
    public static readonly Duration RightAfter = Duration.FromMinutes(10);

    /// <summary>Whether it came right after a start.</summary>
    public bool IsRightAfterStart => SinceStart is { } since && since <= RightAfter;

    /// <summary>Whether the secondary has a serial that is newer than the primary's.</summary>
    public bool IsAhead => Held is { } held && Served is { } served && held.IsNewerThan(served);
}
