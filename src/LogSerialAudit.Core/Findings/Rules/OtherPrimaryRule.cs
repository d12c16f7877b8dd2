using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>The held serial came from another server than the one that offers less: two servers are asked as primaries, and do not agree.</summary>
internal sealed class OtherPrimaryRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        from episode in incident.Episodes.DistinctBy(episode => (episode.History, episode.Offered, episode.Held, Incident.AddressOf(episode.Primary)))
        let taking = facts.TakingOf(episode.History, episode.Held)
        where taking is not null
        let giver = Incident.AddressOf(taking.From)
        let offering = Incident.AddressOf(episode.Primary)
        where giver.Length > 0 && offering.Length > 0 && giver != offering
        select Of(episode, taking, giver, offering);

    private static Finding Of(Episode episode, SerialTaking taking, string giver, string offering) => new()
    {
        Kind = FindingKind.OtherPrimary,
        Severity = Severity.Error,
        Confidence = Confidence.Strong,
        Zones = [episode.History.Zone.Name],
        From = taking.At.Exists ? taking.At.At : null,
        Statement = $"{episode.History.Observer.Name} had {episode.History.Zone.Name} {Said.Serial(episode.Held, episode.History.InstantOf(episode.Held))} from {giver}, but {offering} offers {Said.Serial(episode.Offered, episode.History.InstantOf(episode.Offered))}: both are asked as primaries and do not hold the same zone",
        Exhibits = [new Exhibit($"{episode.Held} taken from {giver}", taking.Source), Incident.ExhibitOf(episode)],
        Refutation = $"that {giver} and {offering} are addresses of one server",
    };
}
