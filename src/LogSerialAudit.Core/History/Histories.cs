using LogSerialAudit.Events;
using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>All histories, found by what a line names.</summary>
public sealed class Histories
{
    private readonly Dictionary<(Observer Observer, ZoneName Zone, ZoneSide Side), SerialHistory> _histories = [];
    private readonly Dictionary<(int File, int Zone, ZoneSide Side, Observer Observer), SerialHistory> _known = [];

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
        var zoneId = sequence.Line(dated).Zone;
        var known = (dated.File, zoneId, side, sequence.ObserverAt(place));
        if (_known.TryGetValue(known, out var history))
        {
            return history;
        }

        var zone = sequence.Files[dated.File].Scan.Zones[zoneId];
        if (zone.Name.Length > 0 && zone.Class.Length == 0)
        {
            zone = zone with { Class = "IN" };
        }

        var key = (known.Item4, zone, side);
        if (!_histories.TryGetValue(key, out history))
        {
            history = _histories[key] = new SerialHistory(known.Item4, zone, side);
        }

        return _known[known] = history;
    }
}
