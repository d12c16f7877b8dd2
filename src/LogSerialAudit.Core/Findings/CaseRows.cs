using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>The rows that rules look at, picked out while all go by.</summary>
public sealed class CaseRows
{
    private const int MostStarts = 10_000;
    private readonly List<EventRow> _starts = [];
    private readonly List<EventRow> _setbacks = [];

    /// <summary>Starts of name servers.</summary>
    public IReadOnlyList<EventRow> ServerStarts => _starts;

    /// <summary>Lines in which a server loads a lower serial than it served, or says that a zone has gone backwards.</summary>
    public IReadOnlyList<EventRow> Setbacks => _setbacks;

    /// <summary>Takes the next row in time order.</summary>
    public void Add(in EventRow row)
    {
        if (row.Kind == EventKind.ServerStarting && _starts.Count < MostStarts)
        {
            _starts.Add(row);
        }
        else if (row.Kind == EventKind.GoneBackwards || (row.Kind == EventKind.Loaded && row.Change == SerialChange.Backward))
        {
            _setbacks.Add(row);
        }
    }
}
