using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Reports.Changes;

/// <summary>The table <c>changes</c>: a row for each thing that changed since the last check.</summary>
public static class ChangesTable
{
    /// <summary>The table.</summary>
    public static Table<Change> Instance { get; } = new(
        "changes",
        new("change", static (in c, cell) => cell.Text(c.Kind.Word())),
        new("at_utc", static (in c, cell) => cell.Utc(c.At)),
        new("at_local", static (in c, cell) => cell.Local(c.At)),
        new("zone", static (in c, cell) => cell.Text(c.History.Zone.Name)),
        new("class", static (in c, cell) => cell.Text(c.History.Zone.Class)),
        new("view", static (in c, cell) => cell.Text(c.History.Zone.View)),
        new("side", static (in c, cell) => cell.Side(c.History.Side)),
        new("observer", static (in c, cell) => cell.Text(c.History.Observer.Name)),
        new("primary", static (in c, cell) => cell.Text(c.Peer)),
        new("serial", static (in c, cell) => cell.Serial(c.Serial)),
        new("previous_serial", static (in c, cell) => cell.Serial(c.Previous)),
        new("first_seen_utc", static (in c, cell) => cell.Utc(c.Episode?.First)),
        new("last_seen_utc", static (in c, cell) => cell.Utc(c.Episode?.Last)),
        new("complaints", static (in c, cell) => cell.Integer(c.Episode?.Complaints)),
        new("offered_serial", static (in c, cell) => cell.Serial(c.Episode?.Offered)),
        new("offered_utc", static (in c, cell) => cell.Utc(c.Episode?.OfferedAt)),
        new("held_serial", static (in c, cell) => cell.Serial(c.Episode?.Held)),
        new("held_utc", static (in c, cell) => cell.Utc(c.Episode?.HeldAt)),
        new("behind_seconds", static (in c, cell) => cell.Integer(c.Episode?.Behind is { } behind ? (long)behind.TotalSeconds : null)),
        new("expires_by_utc", static (in c, cell) => cell.Utc(c.ExpiresBy)),
        new("dating", static (in c, cell) => cell.Mark(c.At)),
        new("source", static (in c, cell) => cell.Text(c.Source.ToString())));
}
