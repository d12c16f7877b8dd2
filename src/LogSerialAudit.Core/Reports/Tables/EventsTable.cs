using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>events</c>: a row for every line understood. Each serial is read by itself.</summary>
public static class EventsTable
{
    private static readonly CellWord[] Kinds = [.. EventKinds.All.Select(word => new CellWord(word))];

    /// <summary>The table.</summary>
    public static Table<EventRow> Instance { get; } = new(
        "events",
        new("zone", static (in row, cell) => cell.Text(row.ZoneText)),
        new("class", static (in row, cell) => cell.Text(row.Zone.Class)),
        new("view", static (in row, cell) => cell.Text(row.Zone.View)),
        new("side", static (in row, cell) => cell.Side(row.History.Side)),
        new("observer", static (in row, cell) => cell.Word(row.History.Observer.Word)),
        new("at_utc", static (in row, cell) => cell.Utc(row.At)),
        new("at_local", static (in row, cell) => cell.Local(row.At)),
        new("kind", static (in row, cell) => cell.Word(Kinds[(int)row.Kind])),
        new("serial", static (in row, cell) => cell.Serial(row.Serial)),
        new("serial_utc", static (in row, cell) => cell.Utc(MintedAt(row.Serial))),
        new("serial_local", static (in row, cell) => cell.Local(MintedAt(row.Serial))),
        new("previous_serial", static (in row, cell) => cell.Serial(row.Previous)),
        new("change", static (in row, cell) => cell.Change(row.Change)),
        new("peer", static (in row, cell) => cell.Text(row.PeerText)),
        new("count", static (in row, cell) => cell.Integer(row.Count)),
        new("until_utc", static (in row, cell) => cell.Empty()),
        new("until_local", static (in row, cell) => cell.Empty()),
        new("detail", static (in row, cell) => cell.TextOfOthers(row.DetailText)),
        new("dating", static (in row, cell) => cell.Mark(row.At)),
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())));

    private static Instant? MintedAt(SerialNumber? serial) => serial is { } value ? new SerialReading(value).MintedAt : null;
}
