using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Tables;

/// <summary>
/// The table <c>delays</c>: how long new serials took from their minting to the log, by zone and observer. Delays are in
/// whole seconds, cut down; negative where a clock is off.
/// </summary>
public static class DelaysTable
{
    /// <summary>The table.</summary>
    public static Table<SerialDelay> Instance { get; } = new(
        "delays",
        new("zone", static (in row, cell) => cell.Text(row.History.Zone.Name)),
        new("class", static (in row, cell) => cell.Text(row.History.Zone.Class)),
        new("view", static (in row, cell) => cell.Text(row.History.Zone.View)),
        new("side", static (in row, cell) => cell.Side(row.History.Side)),
        new("observer", static (in row, cell) => cell.Text(row.History.Observer.Name)),
        new("serials", static (in row, cell) => cell.Integer(row.Serials)),
        new("median_seconds", static (in row, cell) => cell.Integer(row.MedianSeconds)),
        new("worst_seconds", static (in row, cell) => cell.Integer(row.WorstSeconds)),
        new("earliest_seconds", static (in row, cell) => cell.Integer(row.EarliestSeconds)),
        new("first_utc", static (in row, cell) => cell.Utc(row.First)),
        new("last_utc", static (in row, cell) => cell.Utc(row.Last)));
}
