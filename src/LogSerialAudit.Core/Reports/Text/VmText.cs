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
            writer.Write($"{SafeText.Of(row.Letter)} {SafeText.Of(row.Entry.Text)}{(row.IsInside ? " *" : "")}\n");
        }
    }
}
