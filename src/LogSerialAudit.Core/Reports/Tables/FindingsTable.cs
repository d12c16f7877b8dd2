using System.Globalization;
using LogSerialAudit.Findings;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>findings</c>: statements that join episodes and evidence, the most important first.</summary>
public static class FindingsTable
{
    private const int MostZones = 100;

    /// <summary>The table.</summary>
    public static Table<Finding> Instance { get; } = new(
        "findings",
        new("id", static (in row, cell) => cell.Text(row.Id)),
        new("severity", static (in row, cell) => cell.Text(row.Severity.Word())),
        new("kind", static (in row, cell) => cell.Text(row.Kind.Word())),
        new("zones", static (in row, cell) => cell.Text(Zones(row.Zones))),
        new("from_utc", static (in row, cell) => cell.Utc(row.From)),
        new("to_utc", static (in row, cell) => cell.Utc(row.To)),
        new("statement", static (in row, cell) => cell.Text(row.Statement)),
        new("confidence", static (in row, cell) => cell.Text(row.Confidence.Word())),
        new("evidence", static (in row, cell) => cell.Text(row.Exhibits.ToString())),
        new("refuted_by", static (in row, cell) => cell.Text(row.Refutation)));

    /// <summary>A cell bears not every zone of a large server.</summary>
    private static string Zones(IReadOnlyList<string> zones) =>
        string.Join(' ', zones.Take(MostZones)) + (zones.Count > MostZones ? string.Create(CultureInfo.InvariantCulture, $" and {zones.Count - MostZones} more") : "");
}
