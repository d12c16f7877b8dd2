using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All histories, found by what a line names.</summary>
public sealed class Histories
{
    private const int Sides = 3;
    private readonly Dictionary<(Observer Observer, ZoneName Zone, ZoneSide Side), SerialHistory> _histories = [];

    /// <summary>The history last found for each zone and side that a file names: mostly one observer writes a file.</summary>
    private readonly List<SerialHistory?[]> _known = [];

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> InOrder =>
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

    /// <summary>The history that an event belongs to; <paramref name="side"/> may be the other one of the same zone.</summary>
    internal SerialHistory Of(EventSequence sequence, int place, ZoneSide side)
    {
        var dated = sequence.Events[place];
        var zones = sequence.Files[dated.File].Scan.Zones;
        var zoneId = sequence.Line(dated).Zone;
        var observer = sequence.ObserverAt(place);
        ref var known = ref Known(dated.File, zones, (zoneId * Sides) + (int)side);
        return known?.Observer == observer ? known : known = Find(observer, zones[zoneId], side);
    }

    /// <summary>The history of an observer and a zone, whichever line names it.</summary>
    internal SerialHistory Of(Observer observer, ZoneName zone, ZoneSide side) => Find(observer, zone, side);

    /// <summary>Takes the serials of the event at a place into the judgement of what the serials of its history mean.</summary>
    internal void Judge(EventSequence sequence, int place)
    {
        var dated = sequence.Events[place];
        var line = sequence.Line(dated);
        Instant? at = dated.At.Exists ? dated.At.At : null;
        var history = Of(sequence, place, line.Side);
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
            Of(sequence, place, ZoneSide.Raw).Judge(raw, at);
        }
    }

    private ref SerialHistory? Known(int file, ZonePool zones, int key)
    {
        while (_known.Count <= file)
        {
            _known.Add([]);
        }

        if (_known[file].Length <= key)
        {
            var known = _known[file];
            Array.Resize(ref known, Math.Max(zones.Count * Sides, known.Length * 2));
            _known[file] = known;
        }

        return ref _known[file][key];
    }

    private SerialHistory Find(Observer observer, ZoneName zone, ZoneSide side)
    {
        if (zone.Name.Length > 0 && zone.Class.Length == 0)
        {
            zone = zone with { Class = "IN" };
        }

        var key = (observer, zone, side);
        if (!_histories.TryGetValue(key, out var history))
        {
            history = _histories[key] = new SerialHistory(observer, zone, side);
        }

        return history;
    }
}
