using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The owner went over to another kind of serial whose numbers are lower: from YYYYMMDDnn (2019052501) to seconds since 1970
/// (1558799284), or to a counter. RFC 1982 takes that for a step back.
/// </summary>
internal sealed class SchemeChangedRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        from pair in incident.Pairs
        where pair is { Held: not null, Offered: not null }
        let held = new SerialReading(pair.Held!.Value).Scheme
        let offered = new SerialReading(pair.Offered!.Value).Scheme
        where held != offered && held is SerialScheme.DateCounter or SerialScheme.UnixTime && (held == SerialScheme.DateCounter || offered != SerialScheme.UnixTime)
        select new Finding
        {
            Kind = FindingKind.SchemeChanged,
            Severity = Severity.Error,
            Confidence = offered == SerialScheme.Counter ? Confidence.Possible : Confidence.Strong,
            Zones = [pair.History.Zone.Name],
            From = pair.First.Exists ? pair.First.At : null,
            Statement = $"{pair.History.Zone.Name} {(offered == SerialScheme.Counter ? "seems to have gone" : "went")} from {held.Word()} serials ({pair.Held}) to {offered.Word()} ({pair.Offered}), whose numbers are lower: a new scheme rather than an old state",
            Exhibits = [Incident.ExhibitOf(pair)],
            Refutation = $"{held.Word()} serials that the primary gave out after {pair.Offered}",
        };
}
