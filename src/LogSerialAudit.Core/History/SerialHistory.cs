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

    /// <summary>The name of the zone; null while nobody has asked for it, as when its events are only passed on.</summary>
    private ZoneName? _zone;
    private readonly ZonePool? _zones;
    private readonly int _zoneNumber;

    internal SerialHistory(Observer observer, ZoneName zone, ZoneSide side, int number) =>
        (Observer, _zone, HasZone, Side, Number) = (observer, zone, zone.Name.Length > 0, side, number);

    /// <summary>A history of a zone that a pool knows with its class.</summary>
    internal SerialHistory(Observer observer, ZonePool zones, int zone, ZoneSide side, int number) =>
        (Observer, _zones, _zoneNumber, HasZone, Side, Number) = (observer, zones, zone, !zones.NameOf(zone).IsEmpty, side, number);

    /// <summary>Its number among all histories, from 0, in no order that means something.</summary>
    internal int Number { get; }

    /// <summary>Another history of the zone; null where there is none behind this one.</summary>
    internal SerialHistory? Next { get; set; }

    /// <summary>Whose log.</summary>
    public Observer Observer { get; }

    /// <summary>The zone; a line that names no class is taken for class IN.</summary>
    public ZoneName Zone => _zone ??= _zones![_zoneNumber];

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

    /// <summary>Looks at both ends of it, so that it is at hand when it is needed.</summary>
    internal int Look() => (Observer is null ? 0 : 1) + (TransferSucceeded ? 1 : 0);

    /// <summary>A new history of the same zone.</summary>
    internal SerialHistory Of(Observer observer, ZoneSide side, int number) =>
        _zones is null ? new(observer, Zone, side, number) : new(observer, _zones, _zoneNumber, side, number);

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
