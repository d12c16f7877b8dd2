using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>An event as a row: dated, attributed, and set against the serial before it.</summary>
public record struct EventRow
{
    /// <summary>The history it belongs to.</summary>
    public SerialHistory History { get; internal set; }

    /// <summary>The zone as the line names it (class empty where it does not say).</summary>
    public readonly ZoneName Zone => ZoneText.Zone ?? History.Zone;

    /// <summary>Its place among all events in time order.</summary>
    public int Place { get; internal set; }

    /// <summary>When.</summary>
    public Dated At { get; internal set; }

    /// <summary>Whether the line has no time, and was written after all rows before it that have one, by its place in its log.</summary>
    internal bool IsPlaced { readonly get; set; }

    /// <summary>What the line says.</summary>
    public EventKind Kind { get; internal set; }

    /// <summary>The serial the line is about; null also where the line has one that does not count.</summary>
    public SerialNumber? Serial { get; internal set; }

    /// <summary>The serial it is set against: the other one of the line, or the one that was served before.</summary>
    public SerialNumber? Previous { get; internal set; }

    /// <summary>The other server as logged, with its port.</summary>
    public string Peer
    {
        readonly get => PeerText.ToString();
        internal set => PeerText = new EventText(value);
    }

    /// <summary>How many times.</summary>
    public long Count { get; internal set; }

    /// <summary>What else the line says.</summary>
    public string Detail
    {
        readonly get => DetailText.ToString();
        internal set => DetailText = new EventText(value);
    }

    /// <summary>Where it stands.</summary>
    public SourceLine Source { get; internal set; }

    /// <summary>The name of <see cref="Zone"/>, before it is a string.</summary>
    internal EventText ZoneText { readonly get; set; }

    /// <summary><see cref="Peer"/>, before it is a string.</summary>
    public EventText PeerText { get; internal set; }

    /// <summary><see cref="Detail"/>, before it is a string.</summary>
    public EventText DetailText { get; internal set; }

    /// <summary>The primary of the transfer under way as of this line, as logged; null where no line named it yet.</summary>
    internal string? TransferFrom { get; set; }

    /// <summary>How the serial follows the previous one.</summary>
    public readonly SerialChange Change => Serial is { } now && Previous is { } before ? now.ChangeFrom(before) : SerialChange.None;
}
