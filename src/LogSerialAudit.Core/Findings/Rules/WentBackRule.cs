using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings.Rules;

/// <summary>A secondary refuses a serial that is older than its own: the primary gave out newer ones before, or someone else did.</summary>
internal sealed class WentBackRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) => facts.Incidents.Select(Of);

    private static Finding Of(Incident incident)
    {
        var pairs = incident.Pairs.ToList();
        var told = pairs.Select(pair =>
            $"{pair.History.Zone.Name} {Said.Serial(pair.Offered, pair.OfferedAt)} < {Said.Serial(pair.Held, pair.HeldAt)}").ToList();
        var observers = incident.Episodes.Select(episode => episode.History.Observer.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return new Finding
        {
            Kind = FindingKind.WentBack,
            Severity = Severity.Error,
            Confidence = Confidence.Certain,
            Zones = incident.Zones,
            From = incident.From,
            To = incident.To,
            Statement = $"{incident.Primary} offered {Said.Zones(incident.Zones.Count)} with serials {Older(pairs)} than {Said.List(observers)} held: {Said.List(told)}",
            Exhibits = [.. pairs.Select(Incident.ExhibitOf)],
        };
    }

    /// <summary>At a distance of 2^31 neither serial is older (RFC 1982 section 3.2).</summary>
    private static string Older(List<Episode> pairs) =>
        pairs.TrueForAll(pair => pair is not { Offered: { } offered, Held: { } held } || offered.CompareTo(held) == SerialOrder.Older) ? "older" : "not newer";
}
