namespace LogSerialAudit.History;

/// <summary>
/// Walks through events in time order and keeps, for each history, the serial in service and the episodes.
/// The walk can be repeated: what serials mean is known from the first one on.
/// </summary>
public sealed class HistoryBuilder
{
    private readonly EventSequence _sequence;
    private readonly Histories _histories = new();

    /// <summary>Makes a builder over ordered events, and judges what the serials mean.</summary>
    public HistoryBuilder(EventSequence sequence)
    {
        _sequence = sequence;
        for (var place = 0; place < sequence.Events.Count; place++)
        {
            _histories.Judge(sequence, place);
        }
    }

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> Histories => _histories.InOrder;

    /// <summary>How many undated lines of each file, by its path, repeat the complaints of a dated episode; after a walk.</summary>
    public IReadOnlyDictionary<string, long> UndatedRepeats { get; private set; } = new Dictionary<string, long>();

    /// <summary>Walks through all events.</summary>
    /// <param name="onRow">What to do with each row, in time order.</param>
    /// <returns>The episodes, in order of their first complaints.</returns>
    public IReadOnlyList<Episode> Walk(Action<EventRow>? onRow = null)
    {
        _histories.Restart();
        var episodes = new EpisodeTracker();
        var rows = new RowMaker(_sequence, _histories);
        for (var place = 0; place < _sequence.Events.Count; place++)
        {
            var row = rows.Row(place);
            onRow?.Invoke(row);
            episodes.Follow(row);
        }

        var found = episodes.Finish();
        UndatedRepeats = episodes.UndatedRepeats;
        return found;
    }
}
