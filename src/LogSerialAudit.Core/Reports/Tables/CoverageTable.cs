using LogSerialAudit.Dating;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>coverage</c>: an account of every input.</summary>
public static class CoverageTable
{
    /// <summary>The table.</summary>
    public static Table<CoverageRow> Instance { get; } = new(
        "coverage",
        new("file", static (in row, cell) => cell.Text(row.File)),
        new("bytes", static (in row, cell) => cell.Integer(row.Bytes)),
        new("lines", static (in row, cell) => cell.Integer(row.Lines)),
        new("events", static (in row, cell) => cell.Integer(row.Events)),
        new("skipped", static (in row, cell) => cell.Integer(row.Skipped)),
        new("unreadable_bytes", static (in row, cell) => cell.Integer(row.UnreadableBytes)),
        new("first_utc", static (in row, cell) => cell.Utc(row.First, row.FirstFractionDigits)),
        new("last_utc", static (in row, cell) => cell.Utc(row.Last, row.LastFractionDigits)),
        new("year_source", static (in row, cell) => cell.Text(row.Source.Word())),
        new("log_zone", static (in row, cell) => cell.Text(row.LogZone)),
        new("note", static (in row, cell) => cell.Text(row.Reconstruction.Length == 0 ? row.Note : row.Note.Length == 0 ? row.Reconstruction : $"{row.Note}; {row.Reconstruction}")));
}
