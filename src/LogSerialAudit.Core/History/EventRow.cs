using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>An event as a row: dated, attributed, and set against the serial before it.</summary>
public readonly record struct EventRow
{
    /// <summary>The history it belongs to.</summary>
    public required SerialHistory History { get; init; }

    /// <summary>The zone as the line names it (class empty where it does not say).</summary>
    public required ZoneName Zone { get; init; }

    /// <summary>Its place among all events in time order.</summary>
    public required int Place { get; init; }

    /// <summary>When.</summary>
    public required Dated At { get; init; }

    /// <summary>What the line says.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>The serial the line is about; null also where the line has one that does not count.</summary>
    public SerialNumber? Serial { get; init; }

    /// <summary>The serial it is set against: the other one of the line, or the one that was served before.</summary>
    public SerialNumber? Previous { get; init; }

    /// <summary>The other server as logged, with its port.</summary>
    public string Peer
    {
        get => PeerText.ToString();
        init => PeerText = new EventText(value);
    }

    /// <summary>How many times.</summary>
    public required long Count { get; init; }

    /// <summary>What else the line says.</summary>
    public string Detail
    {
        get => DetailText.ToString();
        init => DetailText = new EventText(value);
    }

    /// <summary>Where it stands.</summary>
    public required SourceLine Source { get; init; }

    /// <summary>The name of <see cref="Zone"/>, before it is a string.</summary>
    internal EventText ZoneText
    {
        get => field.IsEmpty ? new EventText(Zone.Name) : field;
        init;
    }

    /// <summary><see cref="Peer"/>, before it is a string.</summary>
    public EventText PeerText { get; init; }

    /// <summary><see cref="Detail"/>, before it is a string.</summary>
    public EventText DetailText { get; init; }

    /// <summary>How the serial follows the previous one.</summary>
    public SerialChange Change => Serial is { } now && Previous is { } before ? now.ChangeFrom(before) : SerialChange.None;
}
