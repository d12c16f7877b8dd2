using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>The serials of one zone as one observer shows them: one for each class, view and side.</summary>
public sealed class SerialHistory
{
    /// <summary>Null before the first serial that is judged: a stream of events judges none.</summary>
    private SerialSchemeJudge? _judge;

    internal SerialHistory(Observer observer, ZoneName zone, ZoneSide side, int number) =>
        (Observer, Zone, HasZone, Side, Number) = (observer, zone, zone.Name.Length > 0, side, number);

    /// <summary>Its number among all histories, from 0, in no order that means something.</summary>
    internal int Number { get; }

    /// <summary>Another history of the zone; null where there is none behind this one.</summary>
    internal SerialHistory? Next { get; set; }

    /// <summary>Whose log.</summary>
    public Observer Observer { get; }

    /// <summary>The zone; a line that names no class is taken for class IN.</summary>
    public ZoneName Zone { get; }

    /// <summary>Whether it is of a zone; else of what a server says of itself.</summary>
    internal bool HasZone { get; }

    /// <summary>Which version of an inline-signed zone.</summary>
    public ZoneSide Side { get; }

    /// <summary>What the serials of this history mean, judged over all of them.</summary>
    public SerialScheme Scheme => _judge?.Scheme ?? SerialScheme.Unknown;

    /// <summary>The last change of scheme.</summary>
    public SerialSchemeChange? SchemeChange => _judge?.LastChange;

    /// <summary>The serial last shown in service; it stays when the zone expires, so that the next one is set against it.</summary>
    public SerialNumber? Served { get; internal set; }

    /// <summary>The primary of the transfer under way, as logged; null where no line named it yet.</summary>
    internal string? TransferFrom { get; set; }

    /// <summary>Whether the last transfer's status was a success.</summary>
    internal bool TransferSucceeded { get; set; }

    /// <summary>The instant of a serial of this history; null where its serials are no times.</summary>
    public Instant? InstantOf(SerialNumber serial) =>
        Scheme is SerialScheme.UnixTime or SerialScheme.Unknown ? new SerialReading(serial).MintedAt : null;

    /// <summary>The same; null also where there is no serial.</summary>
    public Instant? InstantOf(SerialNumber? serial) => serial is { } value ? InstantOf(value) : null;

    internal void Judge(SerialNumber serial, Instant? at) => (_judge ??= new SerialSchemeJudge()).Add(serial, at);

    /// <summary>What is known so far, but for what an <see cref="EpisodeTracker"/> knows.</summary>
    internal HistoryMemory Keep() => new()
    {
        Observer = Observer.Name,
        Host = Observer.Host,
        Zone = Zone,
        Side = Side,
        Scheme = (_judge ??= new SerialSchemeJudge()).Keep(),
        Served = Served,
        TransferFrom = TransferFrom,
        TransferSucceeded = TransferSucceeded,
    };

    /// <summary>Goes on from what an earlier run knew, but for what an <see cref="EpisodeTracker"/> knew.</summary>
    internal void GoOn(HistoryMemory memory)
    {
        (_judge ??= new SerialSchemeJudge()).GoOn(memory.Scheme);
        (Served, TransferFrom, TransferSucceeded) = (memory.Served, memory.TransferFrom, memory.TransferSucceeded);
    }

    /// <summary>Forgets what was shown, not what the serials mean.</summary>
    internal void Restart() => (Served, TransferFrom, TransferSucceeded) = (null, null, false);
}
