namespace LogSerialAudit.Reports.Text;

/// <summary>What the absence of a line does not prove, as far as these logs are concerned.</summary>
internal static class Limits
{
    private const int MostGaps = 8;

    public static IEnumerable<string> Of(AuditReport report)
    {
        var first = report.Coverage.Where(row => row.First is not null).Select(row => row.First!.Value).DefaultIfEmpty().Min();
        yield return first == default
            ? "There is no dated line."
            : $"What happened before {new TimeText(report.LocalZone, DateStyle.Iso).Here(first)}, where the logs begin.";
        foreach (var gap in Gaps(report).Take(MostGaps))
        {
            yield return gap;
        }

        yield return "A NOTIFY with a lower serial: BIND logs it as \"zone is up to date\", without the serial. Only a refresh shows a rollback, so it may be older than the first complaint by up to the zone's REFRESH.";
        yield return "A lower serial taken on an operator's word (\"rndc retransfer\" and its like): it is taken without a complaint.";
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

    /// <summary>Times between files that no line covers.</summary>
    private static IEnumerable<string> Gaps(AuditReport report)
    {
        var coverage = new ObserverCoverage(report.Audit);
        var times = new TimeText(report.LocalZone, DateStyle.Iso);
        return from observer in report.Audit.History.Histories.Select(history => history.Observer).Distinct().OrderBy(observer => observer.Name, StringComparer.Ordinal)
               let spans = coverage.Of(observer)
               from gap in spans.Zip(spans.Skip(1))
               select $"What {observer.Name} logged between {times.Here(gap.First.End)} and {times.Here(gap.Second.Start)}: no file of it covers that time.";
    }
}
