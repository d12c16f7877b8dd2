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
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from pairs in incident.Pairs.Where(IsChange).GroupBy(pair => (pair.History.Zone, Before: SchemeOf(pair.Held), After: SchemeOf(pair.Offered)))
        select Of([.. pairs.OrderBy(pair => pair.First.Exists ? pair.First.At : Instant.MaxValue)], pairs.Key.Before, pairs.Key.After);

    /// <summary>New serials of the new scheme are as many pairs of one change.</summary>
    private static Finding Of(List<Episode> pairs, SerialScheme before, SerialScheme after) => new()
    {
        Kind = FindingKind.SchemeChanged,
        Severity = Severity.Error,
        Confidence = after == SerialScheme.Counter ? Confidence.Possible : Confidence.Strong,
        Zones = [pairs[0].History.Zone.Name],
        From = pairs[0].First.Exists ? pairs[0].First.At : null,
        Tell = () => Told(pairs[0]) + (pairs.Count > 1 ? $"; {Said.Count(pairs.Count - 1, "other pair")} of serials {(pairs.Count == 2 ? "says" : "say")} so too" : ""),
        Show = () => ExhibitList.Of(pairs.Select(Incident.ExhibitOf)),
        Refutation = $"{before.Word()} serials that the primary gave out after {pairs[0].Offered}",
    };

    /// <summary>Whether what is offered is of another scheme, with lower numbers.</summary>
    internal static bool IsChange(Episode pair)
    {
        if (pair is not { Held: not null, Offered: not null })
        {
            return false;
        }

        var (before, after) = (SchemeOf(pair.Held), SchemeOf(pair.Offered));
        return before != after && before is SerialScheme.DateCounter or SerialScheme.UnixTime && (before == SerialScheme.DateCounter || after != SerialScheme.UnixTime);
    }

    /// <summary>What is stated of a change.</summary>
    internal static string Told(Episode pair)
    {
        var (before, after) = (SchemeOf(pair.Held), SchemeOf(pair.Offered));
        return $"{pair.History.Zone.Name} {(after == SerialScheme.Counter ? "seems to have gone" : "went")} from {before.Word()} serials ({pair.Held}) to {after.Word()} ({pair.Offered}), whose numbers are lower: a new scheme rather than an old state";
    }

    private static SerialScheme SchemeOf(SerialNumber? serial) => new SerialReading(serial!.Value).Scheme;
}
