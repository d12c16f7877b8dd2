namespace LogSerialAudit.Reports.Text;

/// <summary>What the absence of a line does not prove, as far as these logs are concerned.</summary>
internal static class Limits
{
    public static IEnumerable<string> Of(AuditReport report)
    {
        var first = report.Coverage.Where(row => row.First is not null).Select(row => row.First!.Value).DefaultIfEmpty().Min();
        yield return first == default
            ? "There is no dated line."
            : $"What happened before {new TimeText(report.LocalZone, DateStyle.Iso).Here(first)}, where the logs begin.";
        yield return "A NOTIFY with a lower serial: BIND logs it as \"zone is up to date\", without the serial. Only a refresh shows a rollback, so it may be older than the first complaint by up to the zone's REFRESH.";
        yield return "A rollback under \"multi-master yes\" (logged at debug level only), and anything below the severity or outside the categories that the server logs.";
        var hasComplaints = report.Episodes.Count > 0;
        if (hasComplaints && !report.Survey.HasTransfers)
        {
            yield return "How the episodes ended: there is no line of a transfer or load at all. BIND 9.16 and later log them in the categories xfer-in and zoneload.";
        }

        if (report.Audit.Sequence.Count == 0)
        {
            yield return "Anything: no line is one that a name server writes about its zones.";
        }
    }
}
