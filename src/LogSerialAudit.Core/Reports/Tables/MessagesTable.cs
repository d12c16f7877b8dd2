using LogSerialAudit.Messages;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>messages</c>: the entries of a catalogue.</summary>
public static class MessagesTable
{
    /// <summary>The table; a catalogue says which programs write the messages of a server.</summary>
    public static Table<CatalogueEntry> Of(Catalogue catalogue) => new(
        "messages",
        new("server", static (in entry, cell) => cell.Text(entry.Server)),
        new("programs", (in entry, cell) => cell.Text(string.Join(' ', catalogue.ProgramsOf(entry.Server)))),
        new("kind", static (in entry, cell) => cell.Text(entry.Kind.Word())),
        new("meaning", static (in entry, cell) => cell.Text(entry.Kind.Meaning())),
        new("pattern", static (in entry, cell) => cell.Text(entry.Pattern)),
        new("since", static (in entry, cell) => cell.Text(entry.Since)),
        new("sample", static (in entry, cell) => cell.Text(entry.Samples is [var sample, ..] ? sample.Text : null)),
        new("source", static (in entry, cell) => cell.Text(entry.Place)));
}
