using LogSerialAudit.Dating;
using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>episodes</c>.</summary>
public static class EpisodesTable
{
    /// <summary>The table; years rest on what <paramref name="yearSource"/> says of a file.</summary>
    public static Table<Episode> Of(Func<Episode, YearSource> yearSource) => new(
        "episodes",
        new("zone", static (in e, cell) => cell.Text(e.History.Zone.Name)),
        new("class", static (in e, cell) => cell.Text(e.History.Zone.Class)),
        new("view", static (in e, cell) => cell.Text(e.History.Zone.View)),
        new("side", static (in e, cell) => cell.Side(e.History.Side)),
        new("observer", static (in e, cell) => cell.Text(e.History.Observer.Name)),
        new("primary", static (in e, cell) => cell.Text(e.Primary)),
        new("state", static (in e, cell) => cell.Text(e.State.Word())),
        new("first_seen_utc", static (in e, cell) => cell.Utc(e.First)),
        new("first_seen_local", static (in e, cell) => cell.Local(e.First)),
        new("last_seen_utc", static (in e, cell) => cell.Utc(e.Last)),
        new("last_seen_local", static (in e, cell) => cell.Local(e.Last)),
        new("complaints", static (in e, cell) => cell.Integer(e.Complaints)),
        new("offered_serial", static (in e, cell) => cell.Serial(e.Offered)),
        new("offered_utc", static (in e, cell) => cell.Utc(e.History.InstantOf(e.Offered))),
        new("offered_local", static (in e, cell) => cell.Local(e.History.InstantOf(e.Offered))),
        new("held_serial", static (in e, cell) => cell.Serial(e.Held)),
        new("held_utc", static (in e, cell) => cell.Utc(e.History.InstantOf(e.Held))),
        new("held_local", static (in e, cell) => cell.Local(e.History.InstantOf(e.Held))),
        new("behind_seconds", static (in e, cell) => cell.Integer(e.Behind is { } behind ? (long)behind.TotalSeconds : null)),
        new("ended_utc", static (in e, cell) => cell.Utc(e.Ended)),
        new("ended_local", static (in e, cell) => cell.Local(e.Ended)),
        new("ended_by_serial", static (in e, cell) => cell.Serial(e.EndedBy)),
        new("year_source", (in e, cell) => cell.Text(yearSource(e).Word())),
        new("dating", static (in e, cell) => cell.Marks(e.First, e.Last)),
        new("source", static (in e, cell) => cell.Text(e.Source.ToString())));
}
