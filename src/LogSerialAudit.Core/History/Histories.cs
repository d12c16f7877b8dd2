using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All histories, found by what a line names.</summary>
public sealed class Histories
{
    /// <summary>As many histories of a zone are looked at one after the other; more are looked up.</summary>
    private const int MostInLine = 8;

    /// <summary>More primaries than so many are made a string of each time that one is named.</summary>
    private const int MostPrimaries = 4096;

    /// <summary>All of them, by their numbers.</summary>
    private readonly List<SerialHistory> _histories = [];

    /// <summary>The first history of each zone, to which those of other observers and sides are tied; null while numbers of one pool are enough to find it.</summary>
    private Dictionary<ZoneName, SerialHistory>? _ofZone;
    private readonly Dictionary<(Observer Observer, SerialHistory First, ZoneSide Side), SerialHistory> _others = [];

    /// <summary>The first history of each zone, by its number in a pool.</summary>
    private readonly Dictionary<ZonePool, SerialHistory?[]> _ofZones = [];
    private readonly TextPool _primaries = new();
    private readonly byte[] _room = new byte[TextShape.MostBytes];
    private IReadOnlyList<SerialHistory>? _inOrder;

    /// <summary>Keeps looks ahead from being left out.</summary>
    private int _seen;

    /// <summary>The pool of the last event, and what is known of its zones.</summary>
    private (ZonePool? Zones, SerialHistory?[] Histories) _last = (null, []);

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> InOrder => _inOrder ??=
        [.. _histories
            .OrderBy(history => history.Zone.Name, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.Class, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.View, StringComparer.Ordinal)
            .ThenBy(history => history.Side)
            .ThenBy(history => history.Observer.Name, StringComparer.Ordinal)];

    /// <summary>Forgets what was shown, not what the serials mean.</summary>
    internal void Restart()
    {
        foreach (var history in _histories)
        {
            history.Restart();
        }
    }

    /// <summary>The history that an event belongs to.</summary>
    /// <param name="zones">The zones of its file.</param>
    /// <param name="zone">The number of its zone.</param>
    /// <param name="observer">Whose log it is of.</param>
    /// <param name="side">Which version of the zone; it may be the other one than the event's.</param>
    internal SerialHistory Of(ZonePool zones, int zone, Observer observer, ZoneSide side)
    {
        if (_last.Zones != zones || _last.Histories.Length <= zone)
        {
            _last = (zones, KnownOf(zones, zone));
        }

        var first = _last.Histories[zone];
        for (var (history, left) = (first, MostInLine); history is not null && left > 0; (history, left) = (history.Next, left - 1))
        {
            if (history.Observer == observer && history.Side == side)
            {
                return history;
            }
        }

        return Find(first ?? FirstOf(zones, zone, observer, side), observer, side);
    }

    /// <summary>
    /// Looks at what the next events will need of their zones. Where there are thousands of them each look waits for memory, and they wait
    /// at the same time.
    /// </summary>
    /// <param name="zones">The zones of their file.</param>
    /// <param name="next">The events.</param>
    /// <param name="names">Whether the names of the zones will be needed.</param>
    internal void LookAhead(ZonePool zones, ReadOnlySpan<LogEvent> next, bool names)
    {
        if (_last.Zones != zones)
        {
            return;
        }

        // A step for all of them, then the next one: within a short loop most looks are begun before the first one is over.
        var (histories, seen) = (_last.Histories, 0);
        foreach (ref readonly var each in next)
        {
            seen += (uint)each.Zone < (uint)histories.Length && histories[each.Zone] is null ? 1 : 0;
        }

        foreach (ref readonly var each in next)
        {
            seen += (uint)each.Zone < (uint)histories.Length && histories[each.Zone] is { } history ? history.Look() : 0;
        }

        seen += names ? zones.LookAhead(next) : 0;
        _seen = seen;
    }

    /// <summary>The history of an observer and a zone, whichever line names it.</summary>
    internal SerialHistory Of(Observer observer, ZoneName zone, ZoneSide side)
    {
        zone = Whole(zone);
        return OfZone.TryGetValue(zone, out var first) ? Find(first, observer, side)
            : Keep(new SerialHistory(observer, zone, side, _histories.Count));
    }

    /// <summary>The name of a primary: mostly the same few come again and again.</summary>
    internal string PrimaryOf(EventText peer)
    {
        var name = peer.Bytes(_room);
        return _primaries.Count < MostPrimaries ? _primaries.String(_primaries.Add(name)) : peer.ToString();
    }

    /// <summary>A zone with its class; a line that names none is taken for class IN.</summary>
    internal static ZoneName Whole(ZoneName zone) => zone.Name.Length > 0 && zone.Class.Length == 0 ? zone with { Class = "IN" } : zone;

    /// <summary>Takes the serials of an event into the judgement of what the serials of its history mean.</summary>
    /// <param name="history">The history.</param>
    /// <param name="reader">The event.</param>
    /// <param name="zones">The zones of its file.</param>
    internal void Judge(SerialHistory history, SequenceReader reader, ZonePool zones)
    {
        ref readonly var line = ref reader.Line;
        if (line.Serial is null && line.Previous is null && line.Raw is null)
        {
            return;
        }

        Instant? at = reader.At.Exists ? reader.At.At : null;
        if (line.Previous is { } previous)
        {
            history.Judge(previous, at);
        }

        // A transfer's totals may show 0 for a failure.
        if (line.Serial is { } serial && line.Kind != EventKind.TransferCompleted)
        {
            history.Judge(serial, at);
        }

        if (line.Raw is { } raw)
        {
            Of(zones, line.Zone, reader.Observer, ZoneSide.Raw).Judge(raw, at);
        }
    }

    private SerialHistory?[] KnownOf(ZonePool zones, int zone)
    {
        var known = _ofZones.GetValueOrDefault(zones, []);
        if (known.Length <= zone)
        {
            Array.Resize(ref known, Math.Max(zones.Count, known.Length * 2));
            _ofZones[zones] = known;
        }

        return known;
    }

    /// <summary>The first history of each zone, by name: what several pools have in common.</summary>
    private Dictionary<ZoneName, SerialHistory> OfZone
    {
        get
        {
            if (_ofZone is null)
            {
                _ofZone = [];
                _histories.ForEach(history => _ofZone.TryAdd(history.Zone, history));
            }

            return _ofZone;
        }
    }

    /// <summary>The first history of a zone that has none yet by its number; where there is none, one of the observer and the side.</summary>
    private SerialHistory FirstOf(ZonePool zones, int zone, Observer observer, ZoneSide side)
    {
        var whole = zones.WholeOf(zone);
        var known = KnownOf(zones, Math.Max(zone, whole));
        _last = (zones, known);
        var first = _ofZone is null && _ofZones.Count == 1 ? known[whole] : OfZone.GetValueOrDefault(Whole(zones[zone]));
        return known[zone] = known[whole] = first ?? Keep(new SerialHistory(observer, zones, whole, side, _histories.Count));
    }

    private SerialHistory Find(SerialHistory first, Observer observer, ZoneSide side)
    {
        if (first.Observer == observer && first.Side == side)
        {
            return first;
        }

        if (!_others.TryGetValue((observer, first, side), out var other))
        {
            other = _others[(observer, first, side)] = Keep(first.Of(observer, side, _histories.Count));
            (first.Next, other.Next) = (other, first.Next);
        }

        return other;
    }

    private SerialHistory Keep(SerialHistory history)
    {
        _histories.Add(history);
        _ofZone?.TryAdd(history.Zone, history);
        _inOrder = null;
        return history;
    }
}
