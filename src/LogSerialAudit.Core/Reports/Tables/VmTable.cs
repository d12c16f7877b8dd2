using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Reports.Tables;

/// <summary>
/// The table <c>vm</c>: starts and stops of a virtual machine on all its hosts. <c>inside</c> is <c>*</c> where a start
/// lies within another host's run.
/// </summary>
public static class VmTable
{
    /// <summary>The table.</summary>
    public static Table<VmTimelineRow> Instance { get; } = new(
        "vm",
        new("host", static (in row, cell) => cell.Text(row.Entry.Host)),
        new("at_utc", static (in row, cell) => cell.Utc(row.Entry.At, FractionDigits)),
        new("at_local", static (in row, cell) => cell.Local(row.Entry.At, FractionDigits)),
        new("kind", static (in row, cell) => cell.Text(row.Entry.Kind == VmEntryKind.Start ? "start" : "stop")),
        new("reason", static (in row, cell) => cell.TextOfOthers(row.Entry.Reason)),
        new("inside", static (in row, cell) => cell.Text(row.IsInside ? "*" : "")),
        new("source", static (in row, cell) => cell.Text(row.Entry.Source.ToString())));

    /// <summary>libvirt writes milliseconds.</summary>
    private const int FractionDigits = 3;
}
