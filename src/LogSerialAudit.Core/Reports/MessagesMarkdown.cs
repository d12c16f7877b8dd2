using LogSerialAudit.Messages;
using LogSerialAudit.Reports.Markup;

namespace LogSerialAudit.Reports;

/// <summary>The entries of a catalogue as a Markdown document.</summary>
public static class MessagesMarkdown
{
    /// <summary>Writes entries: a chapter a server, a section a kind, a code block an entry.</summary>
    /// <param name="catalogue">The catalogue they are of.</param>
    /// <param name="entries">The entries that are shown.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(Catalogue catalogue, IEnumerable<CatalogueEntry> entries, TextWriter writer)
    {
        foreach (var server in entries.GroupBy(entry => entry.Server))
        {
            writer.Write($"# {MarkdownText.Of(server.Key)}\n\nWritten by {string.Join(", ", catalogue.ProgramsOf(server.Key).Select(MarkdownText.Of))}.\n");
            foreach (var kind in server.GroupBy(entry => entry.Kind).OrderBy(kind => kind.Key))
            {
                writer.Write($"\n## {kind.Key.Word()}\n\n{MarkdownText.Of(kind.Key.Meaning())}\n");
                foreach (var entry in kind)
                {
                    // A block set off by blanks, because a pattern may hold any number of backticks.
                    writer.Write($"\n    {SafeText.Of(entry.Pattern)}\n");
                    writer.Write(entry.Samples.Count > 0 ? $"    {SafeText.Of(entry.Samples[0].Text)}\n" : "");
                    writer.Write($"\n{(entry.Since.Length > 0 ? $"Since {MarkdownText.Of(entry.Since)}. " : "")}({MarkdownText.Of(entry.Place)})\n");
                }
            }
        }
    }
}
