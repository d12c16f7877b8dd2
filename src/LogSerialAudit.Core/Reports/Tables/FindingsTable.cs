using LogSerialAudit.Findings;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>findings</c>: statements that join episodes and evidence, the most important first.</summary>
public static class FindingsTable
{
    /// <summary>The table.</summary>
    public static Table<Finding> Instance { get; } = new(
        "findings",
        new("id", static (in row, cell) => cell.Text(row.Id)),
        new("severity", static (in row, cell) => cell.Text(row.Severity.Word())),
        new("kind", static (in row, cell) => cell.Text(row.Kind.Word())),
        new("zones", static (in row, cell) => cell.Text(string.Join(' ', row.Zones))),
        new("from_utc", static (in row, cell) => cell.Utc(row.From)),
        new("to_utc", static (in row, cell) => cell.Utc(row.To)),
        new("statement", static (in row, cell) => cell.Text(row.Statement)),
        new("confidence", static (in row, cell) => cell.Text(row.Confidence.Word())),
        new("evidence", static (in row, cell) => cell.Text(string.Join("; ", row.Exhibits))));
}
