using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>Makes rows of a sequence's events; asked for them in order, it sets each serial against the one before it.</summary>
public sealed class RowMaker
{
    private readonly EventSequence _sequence;
    private readonly Histories _histories;

    /// <summary>Makes a maker for a sequence.</summary>
    /// <param name="sequence">The events.</param>
    /// <param name="histories">The histories, which go on from wherever they stand.</param>
    public RowMaker(EventSequence sequence, Histories histories) => (_sequence, _histories) = (sequence, histories);

    /// <summary>The row of the event at a place of the sequence.</summary>
    public EventRow Row(int place)
    {
        var dated = _sequence.Events[place];
        var line = _sequence.Line(dated);
        var file = _sequence.Files[dated.File];
        var row = LiveSerials.Follow(new EventRow
        {
            History = _histories.Of(_sequence, place, line.Side),
            Place = place,
            Zone = file.Scan.Zones[line.Zone],
            At = dated.At,
            Kind = line.Kind,
            Serial = line.Serial,
            Previous = line.Previous,
            Peer = file.Scan.Texts.String(line.Peer),
            Count = line.Count,
            Detail = file.Scan.Texts.String(line.Detail),
            Source = new SourceLine(file.Path, line.Line),
        });
        if (line.Raw is { } raw)
        {
            _histories.Of(_sequence, place, ZoneSide.Raw).Served = raw;
        }

        return row;
    }
}
