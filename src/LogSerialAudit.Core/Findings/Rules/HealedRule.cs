using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What ended the episodes of an incident that ended well: the serial that was not lower any more.</summary>
internal sealed class HealedRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        let healed = incident.Episodes.Where(episode => episode is { State: EpisodeState.CaughtUp, EndedBy: not null, Ended.Exists: true }).ToList()
        where healed.Count > 0
        select new Finding
        {
            Kind = FindingKind.Healed,
            Severity = Severity.Note,
            Confidence = healed.TrueForAll(episode => !episode.IsOnlyAnnounced) ? Confidence.Certain : Confidence.Strong,
            Zones = [.. healed.Select(episode => episode.History.Zone.Name).Distinct().Order(StringComparer.Ordinal)],
            From = healed.Min(episode => episode.Ended!.Value.At),
            To = healed.Max(episode => episode.Ended!.Value.At),
            Statement = $"healed: {Said.List([.. healed.OrderBy(episode => episode.History.Zone.Name, StringComparer.Ordinal).ThenBy(episode => episode.Ended!.Value.At).Select(Told)])}",
            Exhibits = ExhibitList.Of(healed.Select(episode => facts.Takings.Of(episode.History, episode.EndedBy) is { } taking && taking.At == episode.Ended ? new Exhibit($"{episode.History.Zone.Name} {taking.Serial} taken", taking.Source) : Incident.ExhibitOf(episode))),
            Refutation = "a complaint of the same pair after that",
        };

    private static string Told(Episode episode) =>
        $"{episode.History.Zone.Name} by {Said.Serial(episode.EndedBy)} on {episode.History.Observer.Name} at {Said.At(episode.Ended!.Value.At)}{(episode.IsOnlyAnnounced ? ", announced and not seen taken" : "")}";
}
