using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Reports.Tables;

/// <summary>
/// The table <c>zone-history</c>: the versions of zone files, by zone, newest first. <c>difference_seconds</c> is from the
/// serial's instant to the commit, and empty where only a name dates the version.
/// </summary>
public static class ZoneHistoryTable
{
    /// <summary>The table.</summary>
    public static Table<ZoneRevision> Instance { get; } = new(
        "zone-history",
        new("zone", static (in row, cell) => cell.Text(row.Zone)),
        new("revision", static (in row, cell) => cell.Text(row.Revision)),
        new("serial", static (in row, cell) => cell.Serial(row.Serial)),
        new("serial_utc", static (in row, cell) => cell.Utc(row.Minted)),
        new("serial_local", static (in row, cell) => cell.Local(row.Minted)),
        new("committed_utc", static (in row, cell) => cell.Utc(row.Committed)),
        new("committed_local", static (in row, cell) => cell.Local(row.Committed)),
        new("difference_seconds", static (in row, cell) => cell.Integer((long?)row.Difference?.TotalSeconds)),
        new("dated_by", static (in row, cell) => cell.Text(row.DatedBy.Word())),
        new("author", static (in row, cell) => cell.Text(row.Author)),
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())));
}
