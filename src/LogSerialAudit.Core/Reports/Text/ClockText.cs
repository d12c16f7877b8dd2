using System.Globalization;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The section on clocks: how the logs' times stand to the times in new serials.</summary>
internal static class ClockText
{
    /// <summary>Writes the section.</summary>
    /// <param name="report">The report.</param>
    /// <param name="delays">The delays that are shown, and how many there are.</param>
    /// <param name="page">Where to.</param>
    public static void Write(AuditReport report, (IReadOnlyList<SerialDelay> First, int All) delays, Page page)
    {
        var findings = report.Audit.Files
            .SelectMany(file => file.Hosts.Select(host => (file, host.Host, host.Part)))
            .GroupBy(host => (host.file.SetName, host.Host))
            .SelectMany(host => Findings(host.Key.Host.Length > 0 ? host.Key.Host : host.Key.SetName, host.Last().Part))
            .Concat(report.HasSeveralObservers ? report.Propagation.Clocks.Where(distance => distance.IsApart).Select(ClockDistanceText.Sentence) : [])
            .Concat(report.HasSeveralObservers && !report.Propagation.ComparesAllClocks ? [ClockDistanceText.NotWhole] : [])
            .ToList();
        if (delays.First.Count == 0 && findings.Count == 0)
        {
            return;
        }

        page.Heading("Clock");
        foreach (var finding in findings)
        {
            page.Wrapped("! ", finding, 2);
        }

        foreach (var row in delays.First)
        {
            page.Wrapped("", string.Create(
                CultureInfo.InvariantCulture,
                $"{row.History.Zone.Name} at {row.History.Observer.Name}: {row.Serials} new serial{(row.Serials == 1 ? "" : "s")}, logged {Words(row.MedianSeconds)} after minting (median), {Words(row.WorstSeconds)} at worst{(row.EarliestSeconds < 0 ? $", {Words(-row.EarliestSeconds)} before at the earliest: a clock is off" : "")}."), 2);
        }

        if (delays.All > delays.First.Count)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {delays.All - delays.First.Count} more: --table delays"));
        }
    }

    private static IEnumerable<string> Findings(string observer, Dating.SequenceFile newest) =>
        newest.Clock is { } clock ? clock.Findings(newest.Zone != clock.Declared).Select(finding => $"{observer}: {finding.Warning.Says}") : [];

    private static string Words(long seconds) => DurationText.Words(Duration.FromSeconds(seconds));
}
