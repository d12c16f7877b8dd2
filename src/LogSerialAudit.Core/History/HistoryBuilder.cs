using LogSerialAudit.Events;
using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>
/// Walks through events in time order and keeps, for each history, the serial in service and the episodes.
/// The walk can be repeated: what serials mean is known from the first one on.
/// </summary>
public sealed class HistoryBuilder
{
    private readonly EventSequence _sequence;
    private readonly Dictionary<(Observer Observer, ZoneName Zone, ZoneSide Side), SerialHistory> _histories = [];
    private readonly Dictionary<(int File, int Zone, ZoneSide Side, Observer Observer), SerialHistory> _known = [];
    private readonly Dictionary<(int File, int Text), string> _texts = [];
    private readonly EpisodeTracker _episodes = new();

    /// <summary>Makes a builder over ordered events, and judges what the serials mean.</summary>
    public HistoryBuilder(EventSequence sequence)
    {
        _sequence = sequence;
        for (var place = 0; place < sequence.Events.Count; place++)
        {
            Judge(place);
        }
    }

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> Histories =>
        [.. _histories.Values
            .OrderBy(history => history.Zone.Name, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.Class, StringComparer.Ordinal)
            .ThenBy(history => history.Zone.View, StringComparer.Ordinal)
            .ThenBy(history => history.Side)
            .ThenBy(history => history.Observer.Name, StringComparer.Ordinal)];

    /// <summary>Walks through all events.</summary>
    /// <param name="onRow">What to do with each row, in time order.</param>
    /// <returns>The episodes, in order of their first complaints.</returns>
    public IReadOnlyList<Episode> Walk(Action<EventRow>? onRow = null)
    {
        foreach (var history in _histories.Values)
        {
            history.Restart();
        }

        _episodes.Clear();
        for (var place = 0; place < _sequence.Events.Count; place++)
        {
            var row = Row(place);
            onRow?.Invoke(row);
            _episodes.Follow(row);
        }

        return _episodes.Finish();
    }

    private void Judge(int place)
    {
        var dated = _sequence.Events[place];
        var line = _sequence.Line(dated);
        if (line.Serial is null && line.Previous is null && line.Raw is null)
        {
            return;
        }

        var history = HistoryOf(place, dated, line, line.Side);
        NodaTime.Instant? at = dated.At.Exists ? dated.At.At : null;
        if (line.Previous is { } previous)
        {
            history.Judge(previous, at);
        }

        if (line.Serial is { } serial && line.Kind != EventKind.TransferCompleted)
        {
            history.Judge(serial, at);
        }

        if (line.Raw is { } raw)
        {
            HistoryOf(place, dated, line, ZoneSide.Raw).Judge(raw, at);
        }
    }

    private EventRow Row(int place)
    {
        var dated = _sequence.Events[place];
        var line = _sequence.Line(dated);
        var file = _sequence.Files[dated.File];
        var history = HistoryOf(place, dated, line, line.Side);
        var row = new EventRow
        {
            History = history,
            Place = place,
            Zone = file.Scan.Zones[line.Zone],
            At = dated.At,
            Kind = line.Kind,
            Serial = line.Serial,
            Previous = line.Previous,
            Peer = Text(dated.File, line.Peer),
            Count = line.Count,
            Detail = Text(dated.File, line.Detail),
            Source = new SourceLine(file.Path, line.Line),
        };
        row = LiveSerials.Follow(row);
        if (line.Raw is { } raw)
        {
            HistoryOf(place, dated, line, ZoneSide.Raw).Served = raw;
        }

        return row;
    }

    private SerialHistory HistoryOf(int place, in DatedEvent dated, in LogEvent line, ZoneSide side)
    {
        var observer = _sequence.ObserverAt(place);
        var known = (dated.File, line.Zone, side, observer);
        if (_known.TryGetValue(known, out var history))
        {
            return history;
        }

        var zone = _sequence.Files[dated.File].Scan.Zones[line.Zone];
        if (zone.Name.Length > 0 && zone.Class.Length == 0)
        {
            zone = zone with { Class = "IN" };
        }

        if (!_histories.TryGetValue((observer, zone, side), out history))
        {
            history = _histories[(observer, zone, side)] = new SerialHistory(observer, zone, side);
        }

        return _known[known] = history;
    }

    private string Text(int file, int id)
    {
        if (id == 0)
        {
            return "";
        }

        if (!_texts.TryGetValue((file, id), out var text))
        {
            text = _texts[(file, id)] = LogText.Decode(_sequence.Files[file].Scan.Texts[id].Span);
        }

        return text;
    }
}
