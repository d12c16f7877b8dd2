using LogSerialAudit.Evidence.Soa;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>soa</c>: what servers answered to the question for a zone's SOA record, by zone, time and place.</summary>
public static class SoaTable
{
    /// <summary>The table.</summary>
    public static Table<SoaAnswer> Instance { get; } = new(
        "soa",
        new("zone", static (in row, cell) => cell.Text(row.Zone)),
        new("server_name", static (in row, cell) => cell.Text(row.ServerName)),
        new("server_address", static (in row, cell) => cell.Text(row.ServerAddress)),
        new("serial", static (in row, cell) => cell.Serial(row.Serial)),
        new("serial_utc", static (in row, cell) => cell.Utc(row.Minted)),
        new("serial_local", static (in row, cell) => cell.Local(row.Minted)),
        new("mname", static (in row, cell) => cell.Text(row.Soa.MName)),
        new("rname", static (in row, cell) => cell.Text(row.Soa.RName)),
        new("refresh", static (in row, cell) => cell.Integer(row.Soa.Refresh)),
        new("retry", static (in row, cell) => cell.Integer(row.Soa.Retry)),
        new("expire", static (in row, cell) => cell.Integer(row.Soa.Expire)),
        new("minimum", static (in row, cell) => cell.Integer(row.Soa.Minimum)),
        new("asked_utc", static (in row, cell) => cell.Utc(row.Asked)),
        new("asked_local", static (in row, cell) => cell.Local(row.Asked)),
        new("dated_by", static (in row, cell) => cell.Text(row.Asked is null ? "" : row.DatedBy.Word())),
        new("authoritative", static (in row, cell) => cell.Text(row.IsAuthoritative switch { true => "yes", false => "no", _ => "" })),
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())));
}
