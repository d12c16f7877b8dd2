using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>A line of a block that says something, taken apart; its texts are in <see cref="FoundLines"/>.</summary>
internal struct FoundLine
{
    /// <summary>What it is.</summary>
    public FoundAs As;

    /// <summary>What an event says.</summary>
    public EventKind Kind;

    /// <summary>Which version of an inline-signed zone an event speaks of.</summary>
    public ZoneSide Side;

    /// <summary>Whether the stamp of an event is still to be shown to the clock.</summary>
    public bool IsSeen;

    /// <summary>The number of its host among those of the file.</summary>
    public int Host;

    /// <summary>The number of its writer among those of the file's events.</summary>
    public int Writer;

    /// <summary>How many times an event happened.</summary>
    public uint Count;

    /// <summary>Its number in the file.</summary>
    public long Line;

    /// <summary>The time as it is written.</summary>
    public Stamp Stamp;

    /// <summary>The serial an event is about.</summary>
    public SerialNumber? Serial;

    /// <summary>The serial that is set against.</summary>
    public SerialNumber? Previous;

    /// <summary>The serial of the unsigned version.</summary>
    public SerialNumber? Raw;

    /// <summary>The zone, as <see cref="ZonePool"/> has it.</summary>
    public Slice Zone;

    /// <summary>Whether the zone is that of the event before.</summary>
    public bool HasSameZone;

    /// <summary>The other server's address.</summary>
    public Slice Peer;

    /// <summary>What else an event says.</summary>
    public Slice Detail;
}
