using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Reports;

/// <summary>What the rows shown tell beside the episodes, gathered while all go by.</summary>
public sealed class Survey
{
    /// <summary>So many setbacks are kept; of the others it is known how many there are.</summary>
    private const int MostSetbacks = 10_000;

    private readonly List<EventRow> _setbacks = [];
    private readonly PerHistory<bool> _seen = new();

    /// <summary>How long new serials took to the logs.</summary>
    public SerialDelays Delays { get; } = new();

    /// <summary>The histories of the episodes that are shown.</summary>
    public IReadOnlySet<SerialHistory> WithEpisodes { get; private set; } = new HashSet<SerialHistory>();

    /// <summary>Serials that a server loaded below its own, or took without a complaint before: episodes tell of the rest.</summary>
    public IReadOnlyList<EventRow> Setbacks => field ??= [.. _setbacks.Where(row => row.Kind != EventKind.Transferred || !WithEpisodes.Contains(row.History))];

    /// <summary>How many rows like <see cref="Setbacks"/> there may be behind those.</summary>
    public int MoreSetbacks { get; private set; }

    /// <summary>Whether a serial was taken or loaded at all.</summary>
    public bool HasTransfers { get; private set; }

    /// <summary>Whether a history has rows.</summary>
    public bool HasRows(SerialHistory history) => _seen.Of(history);

    /// <summary>Takes the next row shown, in time order.</summary>
    internal void Add(in EventRow row)
    {
        _seen[row.History] = true;
        Delays.Add(row);
        HasTransfers |= row.Kind is EventKind.Transferred or EventKind.Loaded;
        if (row.Kind == EventKind.GoneBackwards
            || (row.Kind is EventKind.Loaded or EventKind.Transferred && row.Change == SerialChange.Backward))
        {
            if (_setbacks.Count < MostSetbacks)
            {
                _setbacks.Add(row);
            }
            else
            {
                MoreSetbacks++;
            }
        }
    }

    /// <summary>Tells the episodes that are shown, once all rows were taken.</summary>
    internal void Finish(IEnumerable<Episode> episodes)
    {
        var known = new HashSet<int>();
        WithEpisodes = episodes.Where(episode => known.Add(episode.HistoryNumber)).Select(episode => episode.History).ToHashSet();
    }
}
