using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Reports;

/// <summary>What the rows shown tell beside the episodes, gathered in one walk through them.</summary>
public sealed class Survey
{
    private readonly SerialDelays _delays = new();
    private readonly List<EventRow> _setbacks = [];
    private readonly HashSet<SerialHistory> _seen = [];
    private HashSet<SerialHistory> _told = [];

    /// <summary>How long new serials took to the logs, by zone.</summary>
    public IReadOnlyList<SerialDelay> Delays => field ??= _delays.InOrder();

    /// <summary>Serials that a server loaded below its own, or took without a complaint before: episodes tell of the rest.</summary>
    public IReadOnlyList<EventRow> Setbacks => field ??= [.. _setbacks.Where(row => row.Kind != EventKind.Transferred || !_told.Contains(row.History))];

    /// <summary>The histories that have rows.</summary>
    public IReadOnlySet<SerialHistory> Seen => _seen;

    /// <summary>Whether a serial was taken or loaded at all.</summary>
    public bool HasTransfers { get; private set; }

    /// <summary>Takes the next row shown, in time order.</summary>
    internal void Add(in EventRow row)
    {
        _seen.Add(row.History);
        _delays.Add(row);
        HasTransfers |= row.Kind is EventKind.Transferred or EventKind.Loaded;
        if (row.Kind == EventKind.GoneBackwards
            || (row.Kind is EventKind.Loaded or EventKind.Transferred && row.Change == SerialChange.Backward))
        {
            _setbacks.Add(row);
        }
    }

    /// <summary>Tells the episodes that are shown, once all rows were taken.</summary>
    internal void Finish(IEnumerable<Episode> episodes) => _told = [.. episodes.Select(episode => episode.History)];
}
