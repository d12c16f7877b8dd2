using LogSerialAudit.Messages;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>timeline</c>: like neighbours collapsed.</summary>
public static class TimelineTable
{
    /// <summary>The table.</summary>
    public static Table<TimelineRow> Instance { get; } = new(
        "timeline",
        new("zone", static (in row, cell) => cell.Text(row.First.Zone.Name)),
        new("class", static (in row, cell) => cell.Text(row.First.Zone.Class)),
        new("view", static (in row, cell) => cell.Text(row.First.Zone.View)),
        new("side", static (in row, cell) => cell.Side(row.First.History.Side)),
        new("observer", static (in row, cell) => cell.Text(row.First.History.Observer.Name)),
        new("at_utc", static (in row, cell) => cell.Utc(row.First.At)),
        new("at_local", static (in row, cell) => cell.Local(row.First.At)),
        new("kind", static (in row, cell) => cell.Text(row.First.Kind.Word())),
        new("serial", static (in row, cell) => cell.Serial(row.First.Serial)),
        new("serial_utc", static (in row, cell) => cell.Utc(row.First.Serial is { } serial ? row.First.History.InstantOf(serial) : null)),
        new("serial_local", static (in row, cell) => cell.Local(row.First.Serial is { } serial ? row.First.History.InstantOf(serial) : null)),
        new("previous_serial", static (in row, cell) => cell.Serial(row.First.Previous)),
        new("change", static (in row, cell) => cell.Change(row.First.Change)),
        new("peer", static (in row, cell) => cell.Text(row.First.Peer)),
        new("count", static (in row, cell) => cell.Integer(row.Count)),
        new("until_utc", static (in row, cell) => cell.Utc(row.Until)),
        new("until_local", static (in row, cell) => cell.Local(row.Until)),
        new("detail", static (in row, cell) => cell.TextOfOthers(row.First.Detail)),
        new("dating", static (in row, cell) => cell.Mark(row.First.At)),
        new("source", static (in row, cell) => cell.Text(row.First.Source.ToString())));
}
