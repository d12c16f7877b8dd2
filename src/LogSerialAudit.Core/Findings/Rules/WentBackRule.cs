using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings.Rules;

/// <summary>A secondary refuses a serial that is older than its own: the primary gave out newer ones before, or someone else did.</summary>
internal sealed class WentBackRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) => [Of(facts, incident)];

    private static Finding Of(CaseFacts facts, Incident incident)
    {
        var pairs = incident.Pairs;
        return new Finding
        {
            Kind = FindingKind.WentBack,
            Severity = Severity.Error,
            Confidence = Confidence.Certain,
            Zones = incident.Zones,
            From = incident.From,
            To = incident.To,
            Tell = () => $"{incident.Primary} offered {Said.Zones(incident.Zones.Count)} with serials {Older(pairs)} than {Said.List([.. incident.Observers.Select(observer => observer.Name)], "and")} held: {Said.List(pairs, pair => Told(facts, pair))}",
            Show = () => ExhibitList.Of(pairs.Select(Incident.ExhibitOf)),
            Refutation = "lines that are not that server's, as of another with the same name",
            Incident = incident,
            Standings = () => ZoneStanding.Of(facts, incident),
        };
    }

    private static string Told(CaseFacts facts, Episode pair) => $"{facts.Titles.Of(pair.History)} {Said.Serial(pair.Offered, pair.OfferedAt)} {Said.Sign(pair.Offered, pair.Held)} {Said.Serial(pair.Held, pair.HeldAt)}";

    /// <summary>At a distance of 2^31 neither serial is older (RFC 1982 section 3.2).</summary>
    internal static string Older(IReadOnlyList<Episode> pairs) =>
        pairs.All(pair => pair is not { Offered: { } offered, Held: { } held } || offered.CompareTo(held) == SerialOrder.Older) ? "older" : "not newer";
}
