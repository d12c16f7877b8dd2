using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>An episode that ended with a lower serial: from then on the secondary serves what the primary has, whatever was lost.</summary>
internal sealed class LowerTakenRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from episode in facts.Episodes
        where episode is { State: EpisodeState.Forced or EpisodeState.Expired, Ended: not null }
        let taken = episode.EndedBy is { } last ? $"{last} was taken" : "no serial has been taken since"
        let at = episode.Ended is { Exists: true } dated ? $" at {Said.At(dated)}" : ""
        let why = episode.State == EpisodeState.Expired ? $"the zone expired{at} and was not served"
            : episode.IsCommanded ? $"a lower serial was taken{at} on an operator's word"
            : $"a lower serial was taken{at} though the zone had not expired in this log: on an operator's word, or after an expiry that is not logged"
        select new Finding
        {
            Kind = FindingKind.LowerTaken,
            Severity = episode.State == EpisodeState.Expired ? Severity.Error : Severity.Warning,
            Confidence = Confidence.Certain,
            Zones = [episode.History.Zone.Name],
            From = episode.Ended is { Exists: true } ended ? ended.At : null,
            Tell = () => $"{facts.Titles.Of(episode.History)} at {episode.History.Observer.Name}: {why}; {taken} after {Said.Serial(episode.Held)}",
            Show = () => ExhibitList.Of(facts.Own.Lowerings.Of(episode).Prepend(Incident.ExhibitOf(episode))),
            Refutation = "a line of that server that says that it was not so",
        };
}
