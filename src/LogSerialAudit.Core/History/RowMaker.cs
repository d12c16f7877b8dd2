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

    /// <summary>How many of the next events were looked at before their turn.</summary>
    private int _ahead;

    /// <summary>The last row, filled in its place: rows are large.</summary>
    private EventRow _row;

    /// <summary>Makes a maker for a sequence.</summary>
    /// <param name="sequence">The events.</param>
    /// <param name="histories">The histories, which go on from wherever they stand.</param>
    public RowMaker(EventSequence sequence, Histories histories) => (_files, _histories) = ([.. sequence.Files], histories);

    /// <summary>Whether the names of zones are written for each row.</summary>
    internal bool ShowsNames { get; init; }

    /// <summary>The row of the event that a reader of the sequence has read; it stands until the next one is asked for.</summary>
    public ref readonly EventRow Row(SequenceReader reader)
    {
        Make(reader, ref _row);
        return ref _row;
    }

    /// <summary>Makes the row of the event that a reader of the sequence has read.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="row">Takes the row: rows are large.</param>
    internal void Make(SequenceReader reader, ref EventRow row)
    {
        var history = HistoryOf(reader);
        ref readonly var line = ref reader.Line;
        (row.PeerText, row.DetailText) = (reader.Peer, reader.Detail);
        (row.Serial, row.Previous) = LiveSerials.Follow(history, line, row.PeerText, row.DetailText, _histories);
        row.TransferFrom = history.TransferFrom;
        FollowRaw(reader);
        (row.History, row.Place, row.At, row.Kind, row.Count) = (history, reader.Place, reader.At, line.Kind, line.Count);
        row.IsPlaced = reader.IsPlaced;
        row.ZoneText = new Events.EventText(_zones, line.Zone);
        row.Source = new SourceLine(_path, line.Line);
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

        if (--_ahead < 0)
        {
            var next = reader.Ahead;
            _ahead = next.Length - 1;
            _histories.LookAhead(_zones, next, ShowsNames);
        }

        return _histories.Of(_zones, reader.Line.Zone, reader.Observer, side);
    }
}
