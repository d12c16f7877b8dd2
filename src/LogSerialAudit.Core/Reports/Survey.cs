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
    private readonly HashSet<SerialHistory> _told;

    private Survey(IEnumerable<Episode> episodes) => _told = [.. episodes.Select(episode => episode.History)];

    /// <summary>How long new serials took to the logs, by zone.</summary>
    public IReadOnlyList<SerialDelay> Delays => field ??= _delays.InOrder();

    /// <summary>Serials that a server loaded below its own, or took without a complaint before: episodes tell of the rest.</summary>
    public IReadOnlyList<EventRow> Setbacks => _setbacks;

    /// <summary>The histories that have rows.</summary>
    public IReadOnlySet<SerialHistory> Seen => _seen;

    /// <summary>Whether a serial was taken or loaded at all.</summary>
    public bool HasTransfers { get; private set; }

    /// <summary>Gathers.</summary>
    /// <param name="episodes">The episodes shown.</param>
    /// <param name="walk">Hands over each row shown, in time order.</param>
    public static Survey Of(IEnumerable<Episode> episodes, Action<Action<EventRow>> walk)
    {
        var survey = new Survey(episodes);
        walk(survey.Add);
        return survey;
    }

    private void Add(EventRow row)
    {
        _seen.Add(row.History);
        _delays.Add(row);
        HasTransfers |= row.Kind is EventKind.Transferred or EventKind.Loaded;
        if (row.Kind == EventKind.GoneBackwards
            || (row.Change == SerialChange.Backward
                && (row.Kind == EventKind.Loaded || (row.Kind == EventKind.Transferred && !_told.Contains(row.History)))))
        {
            _setbacks.Add(row);
        }
    }
}
