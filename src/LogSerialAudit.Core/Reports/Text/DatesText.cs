using LogSerialAudit.Reports.Redacting;

namespace LogSerialAudit.Reports.Text;

/// <summary>The reasoning behind the dates of each file, for <c>--explain-dates</c>.</summary>
public static class DatesText
{
    /// <summary>Writes the reasoning, file by file in walk order.</summary>
    /// <param name="report">What was read.</param>
    /// <param name="writer">Where it goes.</param>
    /// <param name="hasColor">Whether escapes for colour may be written.</param>
    public static void Write(AuditReport report, TextWriter writer, bool hasColor)
    {
        var page = RedactedPage.Of(new TextPage(writer, hasColor), report.Redaction);
        var isFirst = true;
        foreach (var file in report.Audit.Files)
        {
            if (!isFirst)
            {
                page.Line();
            }

            isFirst = false;
            page.Bold(file.Path);
            if (file.Hosts.Count == 0)
            {
                page.Line("  no line has a stamp");
            }

            foreach (var (host, part) in file.Hosts)
            {
                if (host.Length > 0)
                {
                    page.Line($"  host {host}, stamps without offset are of {part.Zone.Id}:");
                }

                foreach (var reason in part.Reasons)
                {
                    page.Wrapped("    ", reason, 6);
                }

                foreach (var warning in part.Warnings)
                {
                    page.Wrapped("  ! ", warning.Says, 6);
                }
            }
        }
    }
}
