using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>
/// Walks through events in time order and keeps, for each history, the serial in service and the episodes. The first walk
/// also judges what the serials mean, so that is known once it is over. The walk can be repeated.
/// </summary>
public sealed class HistoryBuilder
{
    private readonly EventSequence _sequence;
    private readonly int _threads;
    private readonly Histories _histories = new();
    private bool _isJudged;

    /// <summary>Makes a builder over ordered events.</summary>
    /// <param name="sequence">The events.</param>
    /// <param name="threads">How many threads there may be; nothing depends on it but the time it takes.</param>
    public HistoryBuilder(EventSequence sequence, int threads = 1) => (_sequence, _threads) = (sequence, threads);

    /// <summary>The histories, in order of zone, class, view, side and observer.</summary>
    public IReadOnlyList<SerialHistory> Histories
    {
        get
        {
            if (!_isJudged)
            {
                Walk();
            }

            return _histories.InOrder;
        }
    }

    /// <summary>How many undated lines of each file, by its path, repeat the complaints of a dated episode; after a walk.</summary>
    public IReadOnlyDictionary<string, long> UndatedRepeats { get; private set; } = new Dictionary<string, long>();

    /// <summary>Walks through all events.</summary>
    /// <param name="onRow">What to do with each row, in time order.</param>
    /// <returns>The episodes, in order of their first complaints.</returns>
    public IReadOnlyList<Episode> Walk(RowVisitor? onRow = null)
    {
        _histories.Restart();
        var episodes = new EpisodeTracker();
        var rows = new RowMaker(_sequence, _histories);
        var reader = _sequence.Read();
        using var batches = new RowBatches(
            (in row) =>
            {
                onRow?.Invoke(row);
                episodes.Follow(row);
            },
            isAside: _threads > 1 && _sequence.Count > RowBatches.Length);
        while (reader.Read())
        {
            ref var row = ref batches.Next;
            rows.Make(reader, ref row);
            if (!_isJudged)
            {
                _histories.Judge(row.History, reader, _sequence.Files[reader.File].Scan.Zones);
            }

            batches.Add();
        }

        batches.Finish();
        _isJudged = true;
        var found = episodes.Finish();
        UndatedRepeats = episodes.UndatedRepeats;
        return found;
    }

    /// <summary>Walks through the events of some histories only. No episodes are found.</summary>
    /// <param name="isWanted">Whether a history is one of them.</param>
    /// <param name="onRow">What to do with each row, in time order.</param>
    public void Walk(Func<SerialHistory, bool> isWanted, RowVisitor onRow)
    {
        var wanted = new bool[Histories.Count];
        var zones = new HashSet<ZoneName>();
        foreach (var history in Histories.Where(isWanted))
        {
            wanted[history.Number] = true;
            zones.Add(history.Zone);
        }

        if (zones.Count == 0)
        {
            return;
        }

        _histories.Restart();
        var rows = new RowMaker(_sequence, _histories);
        var reader = _sequence.Read(new WantedZones(_sequence.Files, zones));
        while (reader.Read())
        {
            if (wanted[rows.HistoryOf(reader).Number])
            {
                onRow(rows.Row(reader));
            }
            else
            {
                rows.FollowRaw(reader);
            }
        }
    }
}
