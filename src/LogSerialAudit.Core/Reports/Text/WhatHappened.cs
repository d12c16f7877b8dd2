using System.Globalization;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;
using LogSerialAudit.Findings.Rules;
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
    private const int MostExpired = 3;
    private const int MostDisagreements = 2;
    private const int MostWidth = 32;

    /// <summary>What is to be done is said once, though a zone be of two incidents.</summary>
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public void Write()
    {
        var incidents = report.Findings.Where(finding => finding is { Kind: FindingKind.WentBack, Incident: not null })
            .OrderByDescending(finding => finding.Incident!.IsOpen).ThenByDescending(finding => finding.To ?? Instant.MinValue).ThenBy(finding => finding.Id, StringComparer.Ordinal).ToList();
        var loads = incidents.Count > 0 ? [] : report.Findings.Where(finding => finding is { Kind: FindingKind.LoadedLower, Zones.Count: > 0 }).ToList();
        var disagreements = report.Findings
            .Where(finding => finding is { Kind: FindingKind.ServersDisagree, Severity: not Severity.Note, Zones.Count: > 0 } && !incidents.Exists(incident => finding.Zones.Any(incident.Incident!.Concerns)))
            .OrderByDescending(finding => finding.Severity).ToList();
        var expired = report.Findings.Where(finding => finding is { Kind: FindingKind.Expired, Zones.Count: > 0 }).OrderByDescending(finding => finding.Severity).ToList();
        if (incidents.Count + loads.Count + disagreements.Count + expired.Count == 0)
        {
            return;
        }

        page.Heading(Title);
        foreach (var finding in incidents.Take(MostIncidents))
        {
            Write(finding);
            page.Line();
        }

        foreach (var finding in loads.Take(MostLoads))
        {
            page.Wrapped("", finding.Statement + ".", 2);
            page.Line();
        }

        foreach (var finding in expired.Take(MostExpired))
        {
            page.Wrapped("", finding.Statement + ".", 2);
            page.Line();
        }

        foreach (var finding in disagreements.Take(MostDisagreements))
        {
            page.Wrapped("", finding.Statement + ".", 2);
            ToDo(finding.Zones.Contains);
            page.Line();
        }

        var left = Left(incidents, MostIncidents) + Left(expired, MostExpired) + Left(loads, MostLoads) + Left(disagreements, MostDisagreements);
        page.Wrapped("", $"{(left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{left} more like this, and what") : "What")} all of it rests on, is told below.", 0);
        page.Line();
    }

    /// <summary>How many are not told here, those included that are told by number only; of these it is not known which a filter shows.</summary>
    private int Left(List<Finding> found, int most) => found.Count <= most ? 0
        : found.Count - most + report.Findings.Where(finding => report.Filter.IsOpen && finding.Kind == found[0].Kind && finding.Zones.Count == 0).Sum(finding => finding.HowMany);

    private void Write(Finding finding)
    {
        var incident = finding.Incident!;
        var zones = incident.Zones.Count;
        var observers = Said.List([.. incident.Observers.Select(observer => observer.Name)], "and");
        page.Wrapped("", $"{incident.Primary} offered {observers} {WentBackRule.Older(incident.Pairs)} serials than {(incident.Observers.Count == 1 ? "it" : "they")} held, for {Said.Zones(zones)}{Span(incident)}{(incident.Disagreements.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; SOA answers show {incident.Disagreements.Count} more"))}:", 0);
        Zones(finding.Standings());
        var causes = report.Findings.Where(finding => finding.Incident == incident).ToLookup(finding => finding.Kind);
        foreach (var cause in causes[FindingKind.LikelyCause])
        {
            page.Wrapped(cause.Statement.StartsWith(Conclusions.Unknown, StringComparison.Ordinal) ? "Cause: " : $"Cause ({cause.Confidence.Word()}): ", cause.Statement + ".", 2);
        }

        foreach (var content in causes[FindingKind.ContentServed])
        {
            page.Wrapped(content.Confidence == Confidence.Possible && !content.Statement.StartsWith(Conclusions.Undecided, StringComparison.Ordinal) ? $"Meanwhile ({content.Confidence.Word()}): " : "Meanwhile: ", content.Statement + ".", 2);
        }

        if (incident.IsOpen)
        {
            ToDo(incident.Concerns);
        }
    }

    private static string Span(Incident incident) => incident switch
    {
        { From: null } => "",
        { IsOpen: true } => $", since {Said.At(incident.Episodes[0].First)}",
        { End: { } end } => Said.DoubtedOnce($", {Said.At(incident.Episodes[0].First)} to {Said.At(end)}{(incident.Episodes.Any(episode => episode.Ended is { Exists: false }) ? " or later" : "")}"),
        _ => "",
    };

    /// <summary>A line for each zone: its last pair, and how it stands on the server where it stands worst.</summary>
    private void Zones(IReadOnlyList<ZoneStanding> zones)
    {
        var shown = zones.Take(zones.Count > MostZones ? MostZones - 1 : MostZones).ToList();
        var lines = Lines(shown, 2);
        foreach (var line in lines.TrueForAll(line => line.Sum(part => part.Length + 2) <= Page.Width) ? lines : Lines(shown, 1))
        {
            page.Parts($"  {line[0]}  ", line.Skip(1), 4);
        }

        if (zones.Count > shown.Count)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  and {zones.Count - shown.Count} more {(zones.Count - shown.Count == 1 ? "zone" : "zones")}"));
        }
    }

    /// <summary>The parts of each line, in columns.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="units">In how many units ages are told.</param>
    private List<string[]> Lines(List<ZoneStanding> zones, int units)
    {
        List<string[]> lines =
        [
            .. zones.Select(zone => new[]
            {
                page.Shown(zone.Zone), $"{zone.Offered?.ToString() ?? "?"} {Said.Sign(zone.Offered, zone.Held)} {zone.Held?.ToString() ?? "?"}", zone.Behind is { } age ? DurationText.Words(age, units) + " behind" : "", zone.Words,
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => Math.Min(MostWidth, lines.Max(line => SafeText.Of(line[column]).Length)))];
        return [.. lines.Select(line => line.Select((part, column) => column < widths.Length ? part.PadRight(widths[column]) : part).ToArray())];
    }

    /// <summary>What to do now for some zones, and by when.</summary>
    private void ToDo(Func<string, bool> concerns)
    {
        var toDo = Of(FindingKind.RaiseSerial).FindAll(finding => !_said.Contains(finding.Id));
        foreach (var finding in toDo.Take(MostToDo))
        {
            _said.Add(finding.Id);
            page.Wrapped("To do: ", finding.Statement + ".", 2);
        }

        foreach (var finding in Of(FindingKind.ExpiryPredicted).Where(finding => finding.Severity == Severity.Error && _said.Add(finding.Id)).Take(1))
        {
            page.Wrapped("By when: ", finding.Statement + ".", 2);
        }

        if (toDo.Count > MostToDo)
        {
            // Those that are told by number only may be of another incident.
            var isAll = !report.Findings.Any(finding => finding is { Kind: FindingKind.RaiseSerial, Zones.Count: 0 });
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  and {(isAll ? "" : "at least ")}{toDo.Count - MostToDo} more {(toDo.Count - MostToDo == 1 ? "zone" : "zones")} to do, below"));
        }

        List<Finding> Of(FindingKind kind) => [.. report.Findings.Where(finding => finding.Kind == kind && finding.Zones.Any(concerns)).OrderByDescending(finding => finding.Severity)];
    }
}
