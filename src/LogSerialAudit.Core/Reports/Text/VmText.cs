using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Reports.Text;

/// <summary>
/// The table <c>vm</c> as an analyst writes it: a letter for the host, the line as logged, a star where a start lies within
/// another host's run.
/// </summary>
internal static class VmText
{
    public static void Write(AuditReport report, TextWriter writer)
    {
        foreach (var row in VmTimeline.Of(report.Evidence.Vms))
        {
            var (host, text) = report.Redaction is { } redaction ? (redaction.Of(row.Entry.Host), redaction.OfOthers(row.Entry.Text)) : (row.Letter, row.Entry.Text);
            writer.Write($"{SafeText.Of(host)} {SafeText.Of(text)}{(row.IsInside ? " *" : "")}\n");
        }
    }
}
