using System.Globalization;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;
using LogSerialAudit.Findings.Rules;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The first screen: which zones went back, most likely why, whose content is served, and what to do now.</summary>
internal sealed class WhatHappened(AuditReport report, Page page)
{
    private const string Title = "What happened (times in UTC)";
    private const int MostIncidents = 2;
    private const int MostZones = 6;
    private const int MostToDo = 2;
    private const int MostLoads = 3;
    private const int ZoneWidth = 24;
    private const int AgeWidth = 19;

    public void Write()
    {
        var incidents = report.Findings.Where(finding => finding is { Kind: FindingKind.WentBack, Incident: not null })
            .OrderByDescending(finding => finding.Incident!.IsOpen).ThenByDescending(finding => finding.To ?? Instant.MinValue).ThenBy(finding => finding.Id, StringComparer.Ordinal).ToList();
        var loads = incidents.Count > 0 ? [] : report.Findings.Where(finding => finding.Kind == FindingKind.LoadedLower).ToList();
        if (incidents.Count + loads.Count == 0)
        {
            return;
        }

        page.Heading(Title);
        foreach (var finding in incidents.Take(MostIncidents))
        {
            Write(finding.Incident!);
            page.Line();
        }

        foreach (var finding in loads.Take(MostLoads))
        {
            page.Wrapped("", finding.Statement + ".", 2);
        }

        var left = incidents.Count - Math.Min(incidents.Count, MostIncidents) + loads.Count - Math.Min(loads.Count, MostLoads);
        page.Wrapped("", $"{(left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{left} more like this, and what") : "What")} all of it rests on, is told below.", 0);
        page.Line();
    }

    private void Write(Incident incident)
    {
        var zones = incident.Zones.Count;
        var observers = Said.List([.. incident.Observers.Select(observer => observer.Name)], "and");
        page.Wrapped("", $"{incident.Primary} offered {observers} {WentBackRule.Older(incident.Pairs)} serials than {(incident.Observers.Count == 1 ? "it" : "they")} held, for {Said.Zones(zones)}{Span(incident)}:", 0);
        Zones(incident);
        var causes = report.Findings.Where(finding => finding.Incident == incident).ToLookup(finding => finding.Kind);
        foreach (var cause in causes[FindingKind.LikelyCause])
        {
            page.Wrapped(cause.Statement.StartsWith(Conclusions.Unknown, StringComparison.Ordinal) ? "Cause: " : $"Cause ({cause.Confidence.Word()}): ", cause.Statement + ".", 2);
        }

        foreach (var content in causes[FindingKind.ContentServed])
        {
            page.Wrapped("Meanwhile: ", content.Statement + ".", 2);
        }

        ToDo(incident);
    }

    private static string Span(Incident incident) => incident switch
    {
        { From: null } => "",
        { IsOpen: true, From: { } from } => $", since {Said.At(from)}",
        { From: { } from, To: { } to } => $", {Said.At(from)} to {Said.At(to)}",
        _ => "",
    };

    /// <summary>A line for each zone: its last pair, and how it stands on the server where it stands worst.</summary>
    private void Zones(Incident incident)
    {
        var zones = incident.Episodes.GroupBy(episode => episode.History.Zone.Name, StringComparer.Ordinal)
            .OrderByDescending(zone => zone.Any(RaiseSerialRule.IsOpen)).ThenBy(zone => zone.Key, StringComparer.Ordinal).ToList();
        var shown = zones.Take(zones.Count > MostZones ? MostZones - 1 : MostZones).ToList();
        var width = Math.Min(ZoneWidth, shown.Max(zone => SafeText.Of(zone.Key).Length));
        var hasAges = shown.Exists(zone => zone.Any(episode => episode.Behind is not null));
        foreach (var zone in shown)
        {
            var last = zone.LastOrDefault(RaiseSerialRule.IsOpen) ?? zone.Last();
            var pair = $"{last.Offered?.ToString() ?? "?"} < {last.Held?.ToString() ?? "?"}";
            var behind = last.Behind is { } age ? DurationText.Words(age, 2) + " behind" : "";
            page.Parts($"  {zone.Key.PadRight(width)}  ", [pair.PadRight(23), hasAges ? behind.PadRight(AgeWidth) : "", Standing(last)], 4);
        }

        if (zones.Count > shown.Count)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  and {zones.Count - shown.Count} more zones"));
        }
    }

    private static string Standing(Episode episode) => (episode.State switch
    {
        EpisodeState.CaughtUp => "healed",
        EpisodeState.Expired => "expired",
        EpisodeState.Forced => "lower one taken",
        EpisodeState.Continued => "went on",
        EpisodeState.Unknown => "complaints stopped",
        _ => "not seen to heal",
    }) + (episode.Ended is { Exists: true } ended ? $" {ended.At.InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}" : "");

    private void ToDo(Incident incident)
    {
        var toDo = Of(FindingKind.RaiseSerial);
        foreach (var finding in toDo.Take(MostToDo))
        {
            page.Wrapped("To do: ", finding.Statement + ".", 2);
        }

        foreach (var finding in Of(FindingKind.ExpiryPredicted).Where(finding => finding.Severity == Severity.Error).Take(1))
        {
            page.Wrapped("By when: ", finding.Statement + ".", 2);
        }

        if (toDo.Count > MostToDo)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  and {toDo.Count - MostToDo} more zones to do, below"));
        }

        List<Finding> Of(FindingKind kind) => [.. report.Findings.Where(finding => finding.Kind == kind && finding.Zones.Any(incident.HasZone))];
    }
}
