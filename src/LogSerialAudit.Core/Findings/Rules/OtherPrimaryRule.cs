using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>The held serial came from another server than the one that offers less: two servers are asked as primaries, and do not agree.</summary>
internal sealed class OtherPrimaryRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        from episode in incident.Episodes.DistinctBy(episode => (episode.History, episode.Offered, episode.Held, PeerAddress.WithoutPort(episode.Primary)))
        let taking = episode.Held is { } held ? facts.TakingOf(episode.History, held) : null
        where taking is not null
        let giver = PeerAddress.WithoutPort(taking.From)
        let offering = PeerAddress.WithoutPort(episode.Primary)
        where giver.Length > 0 && offering.Length > 0 && giver != offering
        select Of(episode, taking, giver, offering);

    private static Finding Of(Episode episode, SerialTaking taking, string giver, string offering) => new()
    {
        Kind = FindingKind.OtherPrimary,
        Severity = Severity.Error,
        Confidence = Confidence.Strong,
        Zones = [episode.History.Zone.Name],
        From = taking.At.Exists ? taking.At.At : null,
        Statement = $"{episode.History.Observer.Name} had {episode.History.Zone.Name} {Said.Serial(episode.Held, episode.HeldAt)} from {giver}, but {offering} offers {Said.Serial(episode.Offered, episode.OfferedAt)}: both are asked as primaries and do not hold the same zone",
        Exhibits = [new Exhibit($"{taking.Serial} taken from {giver}", taking.Source), Incident.ExhibitOf(episode)],
        Refutation = $"that {giver} and {offering} are addresses of one server",
    };
}
