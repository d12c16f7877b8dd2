namespace LogSerialAudit.History;

/// <summary>Makes rows of a sequence's events; asked for them in order, it sets each serial against the one before it.</summary>
public sealed class RowMaker
{
    private readonly Events.ScannedFile[] _files;
    private readonly Histories _histories;

    /// <summary>Makes a maker for a sequence.</summary>
    /// <param name="sequence">The events.</param>
    /// <param name="histories">The histories, which go on from wherever they stand.</param>
    public RowMaker(EventSequence sequence, Histories histories) => (_files, _histories) = ([.. sequence.Files], histories);

    /// <summary>The row of the event that a reader of the sequence has read.</summary>
    public EventRow Row(SequenceReader reader)
    {
        var file = _files[reader.File];
        var history = HistoryOf(reader);
        ref readonly var line = ref reader.Line;
        var (serial, previous) = LiveSerials.Follow(history, line, _histories);
        FollowRaw(reader);
        return new EventRow
        {
            History = history,
            Place = reader.Place,
            Zone = file.Scan.Zones[line.Zone],
            ZoneText = new Events.EventText(file.Scan.Zones, line.Zone),
            At = reader.At,
            Kind = line.Kind,
            Serial = serial,
            Previous = previous,
            PeerText = line.Peer,
            Count = line.Count,
            DetailText = line.Detail,
            Source = new SourceLine(file.Path, line.Line),
        };
    }

    /// <summary>Takes into the history of a zone's unsigned version what a line about the signed one says of it.</summary>
    internal void FollowRaw(SequenceReader reader)
    {
        if (reader.Line.Raw is { } raw)
        {
            _histories.Of(reader.File, _files[reader.File].Scan.Zones, reader.Line.Zone, reader.Observer, Messages.ZoneSide.Raw).Served = raw;
        }
    }

    /// <summary>The history that the event belongs to that a reader has read.</summary>
    internal SerialHistory HistoryOf(SequenceReader reader) =>
        _histories.Of(reader.File, _files[reader.File].Scan.Zones, reader.Line.Zone, reader.Observer, reader.Line.Side);
}
