using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>
/// One log line understood, as <see cref="EventStore"/> gives it back: zone and writer are numbers of the pools of its
/// <see cref="FileScan"/>, and its texts are places in its page, of which <see cref="EventReader"/> makes texts.
/// </summary>
public record struct LogEvent
{
    /// <summary>What the line says.</summary>
    public EventKind Kind { get; internal set; }

    /// <summary>Which version of an inline-signed zone it speaks of.</summary>
    public ZoneSide Side { get; internal set; }

    /// <summary>The time as the line writes it.</summary>
    public Stamp Stamp { get; internal set; }

    /// <summary>The run of lines that it belongs to, in its host's clock; -1 for a line without a stamp.</summary>
    public int Run { get; internal set; }

    /// <summary>The line's number in its file, from 1.</summary>
    public long Line { get; internal set; }

    /// <summary>Which message of its file it stands in, where that is a mailbox.</summary>
    public int Message { get; internal set; }

    /// <summary>Who wrote it, a number of <see cref="FileScan.Writers"/>.</summary>
    public int Writer { get; internal set; }

    /// <summary>The zone, a number of <see cref="FileScan.Zones"/>.</summary>
    public int Zone { get; internal set; }

    /// <summary>The other server's address as logged.</summary>
    public TextPlace Peer { get; internal set; }

    /// <summary>What else the line says.</summary>
    public TextPlace Detail { get; internal set; }

    /// <summary>How many times the line says it happened: 1, or more for "message repeated" lines.</summary>
    public uint Count { get; internal set; }

    /// <summary>The serial the line is about.</summary>
    public SerialNumber? Serial { get; internal set; }

    /// <summary>The serial it is set against.</summary>
    public SerialNumber? Previous { get; internal set; }

    /// <summary>The serial of the unsigned version.</summary>
    public SerialNumber? Raw { get; internal set; }

    /// <summary>Whether it tells of a process that begins or ends.</summary>
    internal readonly bool TurnsProcess => Kind is EventKind.ServerStarting or EventKind.ServerRunningAs or EventKind.ServerExiting;

    /// <summary>Whether it is of the writer and the day of the event before it, and its stamp does not go back.</summary>
    internal readonly bool GoesOnFrom(in LogEvent before) => Writer == before.Writer && Stamp.GoesOnFrom(before.Stamp);
}
