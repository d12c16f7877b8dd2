using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>The held serial came from another server than the one that offers less: two servers are asked as primaries, and do not agree.</summary>
internal sealed class OtherPrimaryRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from episode in incident.Episodes
            .Where(episode => facts.Takings.GiverIsOther(episode) == true)
            .DistinctBy(episode => (episode.History, episode.Offered, episode.Held, PeerAddress.WithoutPort(episode.Primary)))
        select Of(episode, facts.Takings.Of(episode.History, episode.Held)!);

    /// <summary>What is stated.</summary>
    /// <param name="episode">The complaint about the one.</param>
    /// <param name="taking">The transfer from the other.</param>
    internal static string Told(Episode episode, SerialTaking taking) =>
        $"{episode.History.Observer.Name} had {episode.History.Zone.Name} {Said.Serial(episode.Held, episode.HeldAt)} from {PeerAddress.WithoutPort(taking.From)}, but {PeerAddress.WithoutPort(episode.Primary)} offers {Said.Serial(episode.Offered, episode.OfferedAt)}: both are asked as primaries and do not hold the same zone";

    private static Finding Of(Episode episode, SerialTaking taking) => new()
    {
        Kind = FindingKind.OtherPrimary,
        Severity = Severity.Error,
        Confidence = Confidence.Strong,
        Zones = [episode.History.Zone.Name],
        From = taking.At.Exists ? taking.At.At : null,
        Tell = () => Told(episode, taking),
        Show = () => ExhibitList.Of(new Exhibit($"{taking.Serial} taken from {PeerAddress.WithoutPort(taking.From)}", taking.Source), Incident.ExhibitOf(episode)),
        Refutation = "that they are addresses of one server",
    };
}
