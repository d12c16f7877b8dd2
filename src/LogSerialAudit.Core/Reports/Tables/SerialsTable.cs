using LogSerialAudit.Serials;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>serials</c>: the distinct serials of all complaints.</summary>
public static class SerialsTable
{
    /// <summary>The table.</summary>
    public static Table<ComplainedSerial> Instance { get; } = new(
        "serials",
        new("serial", static (in row, cell) => cell.Serial(row.Serial)),
        new("utc", static (in row, cell) => cell.Utc(row.At)),
        new("local", static (in row, cell) => cell.Local(row.At)),
        new("scheme", static (in row, cell) => cell.Text(row.Scheme.Word())),
        new("zone", static (in row, cell) => cell.Text(row.Zone)),
        new("role", static (in row, cell) => cell.Text(row.IsHeld ? "held" : "offered")),
        new("newest", static (in row, cell) => cell.Text(row.IsNewest ? "*" : "")));
}
