using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Reports.Tables;

/// <summary>
/// The table <c>propagation</c>: who took which serial when. Lags are in whole seconds, cut towards zero; negative where
/// a server took a serial before the primary's load of it, by the clocks of their logs.
/// </summary>
public static class PropagationTable
{
    /// <summary>The table; years rest on what <paramref name="yearSource"/> says of a line and its observer.</summary>
    public static Table<PropagationRow> Of(Func<SourceLine, Observer, YearSource> yearSource) => new(
        "propagation",
        new("zone", static (in row, cell) => cell.Text(row.Taking.History.Zone.Name)),
        new("class", static (in row, cell) => cell.Text(row.Taking.History.Zone.Class)),
        new("view", static (in row, cell) => cell.Text(row.Taking.History.Zone.View)),
        new("side", static (in row, cell) => cell.Side(row.Taking.History.Side)),
        new("serial", static (in row, cell) => cell.Serial(row.Taking.Serial)),
        new("serial_utc", static (in row, cell) => cell.Utc(row.Taking.History.InstantOf(row.Taking.Serial))),
        new("observer", static (in row, cell) => cell.Text(row.Taking.History.Observer.Name)),
        new("taken_utc", static (in row, cell) => cell.Utc(row.Taking.At)),
        new("taken_local", static (in row, cell) => cell.Local(row.Taking.At)),
        new("kind", static (in row, cell) => cell.Text(row.Taking.Kind.Word())),
        new("peer", static (in row, cell) => cell.Text(row.Taking.From)),
        new("lag_seconds", static (in row, cell) => cell.Integer(row.Taking.Lag is { } lag ? (long)lag.TotalSeconds : null)),
        new("lag_after", static (in row, cell) => cell.Text(row.Taking.Lag is null ? "" : row.Round.Start?.History.Observer.Name)),
        new("year_source", (in row, cell) => cell.Text(row.YearSource(yearSource).Word())),
        new("dating", static (in row, cell) => cell.Mark(row.Taking.At)),
        new("source", static (in row, cell) => cell.Text(row.Taking.Source.ToString())));
}
