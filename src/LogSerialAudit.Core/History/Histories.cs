using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All histories, found by what a line names.</summary>
public sealed class Histories
{
    private const int Sides = 3;

    /// <summary>More primaries than so many are made a string of each time that one is named.</summary>
    private const int MostPrimaries = 4096;
    private readonly Dictionary<(Observer Observer, ZoneName Zone, ZoneSide Side), SerialHistory> _histories = [];

    /// <summary>What is known of each file, and of the zones that several files have together.</summary>
    private readonly List<Known> _ofFile = [];
    private readonly Dictionary<ZonePool, Known> _ofZones = [];
    private readonly TextPool _primaries = new();
    private readonly byte[] _room = new byte[TextShape.MostBytes];
    private IReadOnlyList<SerialHistory>? _inOrder;

    /// <summary>The file of the last event, and what is known of it.</summary>
    private (int File, Known Known) _last = (-1, Known.Nothing);

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> InOrder => _inOrder ??=
        [.. _histories.Values
            .OrderBy(history => history.Zone.Name, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.Class, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.View, StringComparer.Ordinal)
            .ThenBy(history => history.Side)
            .ThenBy(history => history.Observer.Name, StringComparer.Ordinal)];

    /// <summary>Forgets what was shown, not what the serials mean.</summary>
    internal void Restart()
    {
        foreach (var history in _histories.Values)
        {
            history.Restart();
        }
    }

    /// <summary>The history that an event belongs to.</summary>
    /// <param name="file">The index of its file.</param>
    /// <param name="zones">The zones of that file.</param>
    /// <param name="zone">The number of its zone.</param>
    /// <param name="observer">Whose log it is of.</param>
    /// <param name="side">Which version of the zone; it may be the other one than the event's.</param>
    internal SerialHistory Of(int file, ZonePool zones, int zone, Observer observer, ZoneSide side)
    {
        if (_last.File != file)
        {
            _last = (file, KnownOf(file, zones));
        }

        ref var known = ref _last.Known.Of((zone * Sides) + (int)side, zones.Count);
        if (known.Observer != observer)
        {
            known = (observer, Find(observer, zones[zone], side));
        }

        return known.History;
    }

    /// <summary>The history of an observer and a zone, whichever line names it.</summary>
    internal SerialHistory Of(Observer observer, ZoneName zone, ZoneSide side) => Find(observer, zone, side);

    /// <summary>The name of a primary: mostly the same few come again and again.</summary>
    internal string PrimaryOf(EventText peer)
    {
        var name = peer.Bytes(_room);
        return _primaries.Count < MostPrimaries ? _primaries.String(_primaries.Add(name)) : peer.ToString();
    }

    /// <summary>A zone with its class; a line that names none is taken for class IN.</summary>
    internal static ZoneName Whole(ZoneName zone) => zone.Name.Length > 0 && zone.Class.Length == 0 ? zone with { Class = "IN" } : zone;

    /// <summary>Takes the serials of an event into the judgement of what the serials of its history mean.</summary>
    /// <param name="reader">The event.</param>
    /// <param name="zones">The zones of its file.</param>
    internal void Judge(SequenceReader reader, ZonePool zones)
    {
        ref readonly var line = ref reader.Line;
        var history = Of(reader.File, zones, line.Zone, reader.Observer, line.Side);
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
            Of(reader.File, zones, line.Zone, reader.Observer, ZoneSide.Raw).Judge(raw, at);
        }
    }

    private Known KnownOf(int file, ZonePool zones)
    {
        while (_ofFile.Count <= file)
        {
            _ofFile.Add(Known.Nothing);
        }

        if (_ofFile[file] == Known.Nothing)
        {
            _ofFile[file] = _ofZones.TryGetValue(zones, out var known) ? known : _ofZones[zones] = new Known();
        }

        return _ofFile[file];
    }

    private SerialHistory Find(Observer observer, ZoneName zone, ZoneSide side)
    {
        zone = Whole(zone);
        var key = (observer, zone, side);
        if (!_histories.TryGetValue(key, out var history))
        {
            history = _histories[key] = new SerialHistory(observer, zone, side, _histories.Count);
            _inOrder = null;
        }

        return history;
    }

    /// <summary>The history last found for each zone and side: mostly one observer writes of them.</summary>
    private sealed class Known
    {
        public static readonly Known Nothing = new();
        private (Observer? Observer, SerialHistory History)[] _histories = [];

        public ref (Observer? Observer, SerialHistory History) Of(int key, int zones)
        {
            if (_histories.Length <= key)
            {
                Array.Resize(ref _histories, Math.Max(zones * Sides, _histories.Length * 2));
            }

            return ref _histories[key];
        }
    }
}
