using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The owner went over to another kind of serial whose numbers are lower: from YYYYMMDDnn (2019052501) to seconds since 1970
/// (1558799284), or to a counter. RFC 1982 takes that for a step back.
/// </summary>
internal sealed class SchemeChangedRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from pair in incident.Pairs
        where IsChange(pair)
        select new Finding
        {
            Kind = FindingKind.SchemeChanged,
            Severity = Severity.Error,
            Confidence = new SerialReading(pair.Offered!.Value).Scheme == SerialScheme.Counter ? Confidence.Possible : Confidence.Strong,
            Zones = [pair.History.Zone.Name],
            From = pair.First.Exists ? pair.First.At : null,
            Tell = () => Told(pair),
            Show = () => ExhibitList.Of(Incident.ExhibitOf(pair)),
            Refutation = $"{new SerialReading(pair.Held!.Value).Scheme.Word()} serials that the primary gave out after {pair.Offered}",
        };

    /// <summary>Whether what is offered is of another scheme, with lower numbers.</summary>
    internal static bool IsChange(Episode pair)
    {
        if (pair is not { Held: { } held, Offered: { } offered })
        {
            return false;
        }

        var (before, after) = (new SerialReading(held).Scheme, new SerialReading(offered).Scheme);
        return before != after && before is SerialScheme.DateCounter or SerialScheme.UnixTime && (before == SerialScheme.DateCounter || after != SerialScheme.UnixTime);
    }

    /// <summary>What is stated of a change.</summary>
    internal static string Told(Episode pair)
    {
        var (before, after) = (new SerialReading(pair.Held!.Value).Scheme, new SerialReading(pair.Offered!.Value).Scheme);
        return $"{pair.History.Zone.Name} {(after == SerialScheme.Counter ? "seems to have gone" : "went")} from {before.Word()} serials ({pair.Held}) to {after.Word()} ({pair.Offered}), whose numbers are lower: a new scheme rather than an old state";
    }
}
