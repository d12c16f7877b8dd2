namespace LogSerialAudit.History;

/// <summary>Makes rows of a sequence's events; asked for them in order, it sets each serial against the one before it.</summary>
public sealed class RowMaker
{
    private readonly Events.ScannedFile[] _files;
    private readonly Histories _histories;

    /// <summary>The file of the last event, its path, and its zones.</summary>
    private int _file = -1;
    private string _path = "";
    private Events.ZonePool _zones = null!;

    /// <summary>The last row, filled in its place: rows are large.</summary>
    private EventRow _row;

    /// <summary>Makes a maker for a sequence.</summary>
    /// <param name="sequence">The events.</param>
    /// <param name="histories">The histories, which go on from wherever they stand.</param>
    public RowMaker(EventSequence sequence, Histories histories) => (_files, _histories) = ([.. sequence.Files], histories);

    /// <summary>The row of the event that a reader of the sequence has read; it stands until the next one is asked for.</summary>
    public ref readonly EventRow Row(SequenceReader reader)
    {
        var history = HistoryOf(reader);
        ref readonly var line = ref reader.Line;
        (_row.PeerText, _row.DetailText) = (reader.Peer, reader.Detail);
        (_row.Serial, _row.Previous) = LiveSerials.Follow(history, line, _row.PeerText, _row.DetailText, _histories);
        _row.TransferFrom = history.TransferFrom;
        FollowRaw(reader);
        (_row.History, _row.Place, _row.At, _row.Kind, _row.Count) = (history, reader.Place, reader.At, line.Kind, line.Count);
        _row.ZoneText = new Events.EventText(_zones, line.Zone);
        _row.Source = new SourceLine(_path, line.Line);
        return ref _row;
    }

    /// <summary>Takes into the history of a zone's unsigned version what a line about the signed one says of it.</summary>
    internal void FollowRaw(SequenceReader reader)
    {
        if (reader.Line.Raw is { } raw)
        {
            HistoryOf(reader, Messages.ZoneSide.Raw).Served = raw;
        }
    }

    /// <summary>The history that the event belongs to that a reader has read.</summary>
    internal SerialHistory HistoryOf(SequenceReader reader) => HistoryOf(reader, reader.Line.Side);

    private SerialHistory HistoryOf(SequenceReader reader, Messages.ZoneSide side)
    {
        if (reader.File != _file)
        {
            (_file, _path, _zones) = (reader.File, _files[reader.File].Path, _files[reader.File].Scan.Zones);
        }

        return _histories.Of(_zones, reader.Line.Zone, reader.Observer, side);
    }
}
