using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What ended the episodes of an incident that ended well: the serial that was not lower any more.</summary>
internal sealed class HealedRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) => ByLog(facts, incident) is { } healed ? [healed] : [];

    /// <summary>A refresh that finds an equal serial leaves no line; then only answers show that it is over.</summary>
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from episode in facts.Episodes
        where episode.State is EpisodeState.Open or EpisodeState.Unknown
        let round = facts.Answers.HealOf(episode)
        where round is not null
        select ByAnswers(episode, round);

    private static Finding? ByLog(CaseFacts facts, Incident incident)
    {
        var healed = incident.Episodes.Where(episode => episode is { State: EpisodeState.CaughtUp, EndedBy: not null }).ToList();
        var times = healed.Where(episode => episode.Ended is { Exists: true }).Select(episode => episode.Ended!.Value.At).ToList();
        return healed.Count == 0 ? null : new Finding
        {
            Kind = FindingKind.Healed,
            Severity = Severity.Note,
            Confidence = times.Count == healed.Count && healed.TrueForAll(episode => !episode.IsOnlyAnnounced) ? Confidence.Certain : Confidence.Strong,
            Zones = [.. healed.Select(episode => episode.History.Zone.Name).Distinct().Order(StringComparer.Ordinal)],
            From = times.Count == 0 ? null : times.Min(),
            To = times.Count == 0 ? null : times.Max(),
            Tell = () => $"healed: {Said.List([.. healed.OrderBy(episode => episode.History.Zone.Name, StringComparer.Ordinal).ThenBy(episode => episode.Ended!.Value.At).Select(episode => Told(facts, episode)).Distinct()])}",
            Show = () => ExhibitList.Of(healed.Select(episode => facts.Takings.Of(episode.History, episode.EndedBy) is { } taking && taking.At == episode.Ended ? new Exhibit($"{episode.History.Zone.Name} {taking.Serial} taken", taking.Source) : Incident.ExhibitOf(episode))),
            Refutation = "a complaint of the same pair after that",
        };
    }

    private static Finding ByAnswers(Episode episode, SoaRound round) => new()
    {
        Kind = FindingKind.Healed,
        Severity = Severity.Note,
        Confidence = Confidence.Strong,
        Zones = [round.Zone],
        From = episode.Last.At,
        To = round.AskedLast,
        Tell = () => $"healed: {round.Zone} has {Said.Serial(round.Serials[0], round.Answers[0].Minted)} at {Said.Servers(round.Answers)} that were asked after the last complaint of {episode.History.Observer.Name}",
        Show = () => ExhibitList.Of(round.Answers.Select(AnswerFacts.ExhibitOf).Prepend(Incident.ExhibitOf(episode))),
        Refutation = $"that {episode.History.Observer.Name} is not among those that were asked, and still refuses",
    };

    private static string Told(CaseFacts facts, Episode episode) =>
        $"{facts.Titles.Of(episode.History)} by {Said.Serial(episode.EndedBy)} on {episode.History.Observer.Name}{(episode.Ended is { Exists: true } ended ? facts.MayHaveHealedBefore(episode) ? $" not later than {Said.At(ended)}, for a file of the time before is missing" : $" at {Said.At(ended)}" : ", in a line without a time that stands behind the complaints")}{(episode.IsOnlyAnnounced ? ", announced and not seen taken" : "")}";
}
