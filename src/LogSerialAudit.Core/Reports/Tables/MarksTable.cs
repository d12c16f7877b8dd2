using LogSerialAudit.Evidence.Marks;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>marks</c>: dated entries of lists of the user's own, list by list in time order.</summary>
public static class MarksTable
{
    /// <summary>The table.</summary>
    public static Table<MarkRow> Instance { get; } = new(
        "marks",
        new("name", static (in row, cell) => cell.Text(row.Mark.Name)),
        new("at_utc", static (in row, cell) => cell.Utc(row.Mark.At)),
        new("at_local", static (in row, cell) => cell.Local(row.Mark.At)),
        new("precision", static (in row, cell) => cell.Text(!row.Mark.IsSure ? "unsure" : row.Mark.IsDay ? "day" : "second")),
        new("count", static (in row, cell) => cell.Integer(row.Mark.Count)),
        new("change", static (in row, cell) => cell.Integer(row.Change)),
        new("remark", static (in row, cell) => cell.Text(string.Join(' ', Remarks(row)))),
        new("text", static (in row, cell) => cell.TextOfOthers(row.Mark.Text)),
        new("source", static (in row, cell) => cell.Text(row.Mark.Source.ToString())));

    private static IEnumerable<string> Remarks(MarkRow row) =>
        new[] { row.IsSecondOfDay ? "same-day" : "", row.IsBack ? "back" : "" }.Where(remark => remark.Length > 0);
}
