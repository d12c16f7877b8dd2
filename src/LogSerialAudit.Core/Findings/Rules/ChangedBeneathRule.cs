namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The primary's own log goes forward only while its secondaries complain: it does not know that it went back, so its state
/// was changed beneath it (an image, a snapshot, a second copy), not edited under a running server.
/// </summary>
internal sealed class ChangedBeneathRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts)
    {
        foreach (var incident in facts.Incidents)
        {
            var own = facts.Primaries.Where(history => incident.Zones.Contains(history.Zone.Name)
                && incident.Episodes.All(episode => episode.History.Observer != history.Observer)).ToList();
            if (own.Count == 0 || facts.Setbacks.Any(row => own.Contains(row.History)))
            {
                continue;
            }

            // A log that shows the held serial is of the copy that minted it, and says nothing of the other.
            var zones = own.Where(history => incident.Episodes.Any(episode => episode.History.Zone.Name == history.Zone.Name && episode.Held is { } held && facts.TakingOf(history, held) is null))
                .Select(history => history.Zone.Name).Distinct().Order(StringComparer.Ordinal).ToList();
            if (zones.Count > 0)
            {
                yield return new Finding
                {
                    Kind = FindingKind.ChangedBeneath,
                    Severity = Severity.Note,
                    Confidence = Confidence.Strong,
                    Zones = zones,
                    From = incident.From,
                    To = incident.To,
                    Statement = $"the log of {Said.List([.. own.Select(history => history.Observer.Name).Distinct().Order(StringComparer.Ordinal)])} never goes backwards for {Said.List(zones)}, and never had the held serials: its state was changed beneath it (image, snapshot, second copy), not edited",
                    Exhibits = [.. incident.Pairs.Where(pair => zones.Contains(pair.History.Zone.Name)).Select(Incident.ExhibitOf)],
                    Refutation = "lines of that server that are missing from the log",
                };
            }
        }
    }
}
