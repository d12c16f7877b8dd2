using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The section on clocks: how the logs' times stand to the times in new serials.</summary>
internal static class ClockText
{
    public static void Write(AuditReport report, Page page, int most)
    {
        var (delays, all) = report.DelaysOf(most);
        var findings = report.Audit.Files
            .SelectMany(file => file.Hosts.Select(host => (file, host.Host, host.Part)))
            .GroupBy(host => (host.file.SetName, host.Host))
            .SelectMany(host => Findings(host.Key.Host.Length > 0 ? host.Key.Host : host.Key.SetName, host.Last().Part))
            .Concat(report.HasSeveralObservers ? report.Propagation.Clocks.Where(distance => distance.IsApart).Select(ClockDistanceText.Sentence) : [])
            .ToList();
        if (delays.Count == 0 && findings.Count == 0)
        {
            return;
        }

        page.Heading("Clock");
        foreach (var finding in findings)
        {
            page.Wrapped("! ", finding, 2);
        }

        foreach (var row in delays)
        {
            page.Wrapped("", string.Create(
                CultureInfo.InvariantCulture,
                $"{row.History.Zone.Name} at {row.History.Observer.Name}: {row.Serials} new serial{(row.Serials == 1 ? "" : "s")}, logged {Words(row.MedianSeconds)} after minting (median), {Words(row.WorstSeconds)} at worst{(row.EarliestSeconds < 0 ? $", {Words(-row.EarliestSeconds)} before at the earliest: a clock is off" : "")}."), 2);
        }

        if (all > most)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {all - most} more: --table delays"));
        }
    }

    private static IEnumerable<string> Findings(string observer, Dating.SequenceFile newest) =>
        newest.Clock is { } clock ? clock.Findings(newest.Zone != clock.Declared).Select(finding => $"{observer}: {finding.Warning.Says}") : [];

    private static string Words(long seconds) => DurationText.Words(Duration.FromSeconds(seconds));
}
