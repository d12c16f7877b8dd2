using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The owner went over to another kind of serial whose numbers are lower: from YYYYMMDDnn (2019052501) to seconds since 1970
/// (1558799284), or to a counter. RFC 1982 takes that for a step back.
/// </summary>
internal sealed class SchemeChangedRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident)
    {
        var schemes = new PairSchemes(facts.Takings);
        return from pairs in incident.Pairs.Where(schemes.IsChange).GroupBy(pair => (pair.History.Zone, Before: PairSchemes.Of(pair, pair.Held!.Value), After: PairSchemes.Of(pair, pair.Offered!.Value)))
               select Of(schemes, [.. pairs.OrderBy(pair => pair.First.Exists ? pair.First.At : Instant.MaxValue)], pairs.Key.Before, pairs.Key.After);
    }

    /// <summary>New serials of the new scheme are as many pairs of one change.</summary>
    private static Finding Of(PairSchemes schemes, List<Episode> pairs, SerialScheme before, SerialScheme after) => new()
    {
        Kind = FindingKind.SchemeChanged,
        Severity = Severity.Error,
        Confidence = after == SerialScheme.Counter ? Confidence.Possible : Confidence.Strong,
        Zones = [pairs[0].History.Zone.Name],
        From = pairs[0].First.Exists ? pairs[0].First.At : null,
        Tell = () => schemes.Told(pairs[0]) + (pairs.Count > 1 ? $"; {Said.Count(pairs.Count - 1, "other pair")} of serials {(pairs.Count == 2 ? "says" : "say")} so too" : ""),
        Show = () => ExhibitList.Of(pairs.Select(Incident.ExhibitOf)),
        Refutation = pairs.Exists(PairSchemes.IsBack)
            ? $"content of {pairs[0].Offered} that is older than that of {pairs[0].Held}"
            : $"{before.Word()} serials that the primary gave out after {pairs[0].Offered}",
    };
}
