using LogSerialAudit.Messages;

namespace LogSerialAudit.Reports.Text;

/// <summary>The entries of a catalogue for people: server by server, kind by kind.</summary>
public static class MessagesText
{
    /// <summary>Writes entries as text on 80 columns.</summary>
    /// <param name="catalogue">The catalogue they are of.</param>
    /// <param name="entries">The entries that are shown.</param>
    /// <param name="writer">Where they go.</param>
    /// <param name="hasColor">Whether escapes for colour may be written.</param>
    public static void Write(Catalogue catalogue, IEnumerable<CatalogueEntry> entries, TextWriter writer, bool hasColor)
    {
        var page = new TextPage(writer, hasColor);
        var isFirst = true;
        foreach (var server in entries.GroupBy(entry => entry.Server))
        {
            if (!isFirst)
            {
                page.Line();
            }

            isFirst = false;
            page.Bold($"{server.Key}: {EpisodeText.Count(server.Count(), "message")}");
            page.Wrapped("written by ", string.Join(", ", catalogue.ProgramsOf(server.Key)), 2);
            foreach (var kind in server.GroupBy(entry => entry.Kind).OrderBy(kind => kind.Key))
            {
                page.Line();
                page.Bold(kind.Key.Word());
                page.Wrapped("  ", kind.Key.Meaning(), 2);
                foreach (var entry in kind)
                {
                    Write(entry, page);
                }
            }
        }
    }

    private static void Write(CatalogueEntry entry, Page page)
    {
        page.Wrapped("  * ", entry.Pattern, 6);
        if (entry.Samples.Count > 0)
        {
            page.Wrapped("    as in: ", entry.Samples[0].Text, 6);
        }

        page.Wrapped("    ", $"({(entry.Since.Length > 0 ? $"since {entry.Since}; " : "")}{entry.Place})", 6);
    }
}
