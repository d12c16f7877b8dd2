using LogSerialAudit.History;

namespace LogSerialAudit.Reports;

/// <summary>The rows of each history, like neighbours collapsed.</summary>
public sealed class Timeline
{
    private readonly Dictionary<SerialHistory, List<TimelineRow>> _rows = [];

    /// <summary>Adds the next event in time order.</summary>
    public void Add(in EventRow row)
    {
        if (!_rows.TryGetValue(row.History, out var rows))
        {
            _rows.Add(row.History, rows = []);
        }

        if (rows.Count > 0 && rows[^1].IsLike(row))
        {
            rows[^1].Add(row);
        }
        else
        {
            rows.Add(new TimelineRow(row));
        }
    }

    /// <summary>The rows of one history, in time order.</summary>
    public IReadOnlyList<TimelineRow> Of(SerialHistory history) => _rows.TryGetValue(history, out var rows) ? rows : [];

    /// <summary>All rows: zone by zone (name, class, view), each in time order across observers and sides.</summary>
    public IEnumerable<TimelineRow> InOrder(IReadOnlyList<SerialHistory> histories) =>
        histories
            .GroupBy(history => history.Zone)
            .SelectMany(zone => zone.SelectMany(Of).OrderBy(row => row.First.Place));
}
