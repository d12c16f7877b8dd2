using LogSerialAudit.History.Primaries;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>primaries</c>: the serials of zones in their primaries' own logs, a row for each version of a zone.</summary>
public static class PrimariesTable
{
    /// <summary>The table.</summary>
    public static Table<(PrimarySerials Zone, bool IsRaw)> Instance { get; } = new(
        "primaries",
        new("zone", static (in row, cell) => cell.Text(row.Zone.Zone.Name)),
        new("class", static (in row, cell) => cell.Text(row.Zone.Zone.Class)),
        new("view", static (in row, cell) => cell.Text(row.Zone.Zone.View)),
        new("side", static (in row, cell) => cell.Text(row.IsRaw ? "raw" : row.Zone.IsSigned ? "signed" : "")),
        new("observer", static (in row, cell) => cell.Text(row.Zone.Observer.Name)),
        new("serials", static (in row, cell) => cell.Integer(SequenceOf(row).Serials)),
        new("first_serial", static (in row, cell) => cell.Serial(SequenceOf(row).First?.To)),
        new("first_utc", static (in row, cell) => Time(SequenceOf(row).First, cell)),
        new("last_serial", static (in row, cell) => cell.Serial(SequenceOf(row).Last?.To)),
        new("last_utc", static (in row, cell) => Time(SequenceOf(row).Last, cell)),
        new("setbacks", static (in row, cell) => cell.Integer(SequenceOf(row).SetbackCount)),
        new("first_setback", static (in row, cell) => cell.Text(SequenceOf(row).Setbacks is [var setback, ..] ? setback.Source.ToString() : "")),
        new("refused", static (in row, cell) => cell.Integer(row.IsRaw == row.Zone.IsSigned ? row.Zone.Refused.Count : 0)),
        new("below_raw", static (in row, cell) => Signed(row, row.Zone.SignedBelowRaw.Count, cell)),
        new("bumps", static (in row, cell) => Signed(row, row.Zone.Bumps, cell)),
        new("bumps_followed", static (in row, cell) => Signed(row, row.Zone.BumpsFollowed, cell)),
        new("journal_gaps", static (in row, cell) => cell.Integer(row.IsRaw ? 0 : row.Zone.JournalGaps.Count)),
        new("gaps_after_start", static (in row, cell) => cell.Integer(row.IsRaw ? 0 : row.Zone.JournalGaps.Count(gap => gap.IsRightAfterStart))),
        new("source", static (in row, cell) => cell.Text(SequenceOf(row).First?.Source.ToString())));

    /// <summary>The rows of a zone.</summary>
    public static IEnumerable<(PrimarySerials Zone, bool IsRaw)> RowsOf(PrimarySerials zone) =>
        new[] { (zone, true), (zone, false) }.Where(row => SequenceOf(row).Serials > 0);

    private static SerialSequence SequenceOf((PrimarySerials Zone, bool IsRaw) row) => row.IsRaw ? row.Zone.Raw : row.Zone.Served;

    private static void Time(PrimaryStep? step, CellWriter cell) => cell.Utc(step is { At.Exists: true } ? step.At.At : null, step?.At.FractionDigits ?? 0);

    private static void Signed((PrimarySerials Zone, bool IsRaw) row, long count, CellWriter cell) => cell.Integer(row.Zone.IsSigned && !row.IsRaw ? count : (long?)null);
}
