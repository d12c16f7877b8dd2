using LogSerialAudit.Dating;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings.Rules;
using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>All findings of a case: each rule looks at the same facts, and none at another's findings.</summary>
public static class Diagnosis
{
    private static readonly IRule[] Rules =
    [
        new TwoCopiesRule(), new WentBackRule(), new LoadedLowerRule(), new SchemeChangedRule(), new OtherPrimaryRule(), new StatesRule(),
        new StaleCopyRule(), new MintedTogetherRule(), new ChangedBeneathRule(), new RanTwiceRule(), new SerialAheadRule(),
        new RaiseSerialRule(), new LowerTakenRule(), new DatesRule(),
    ];

    /// <summary>Finds. The order is that of importance: kind, time, zones.</summary>
    /// <param name="episodes">The episodes.</param>
    /// <param name="propagation">Who took which serial when.</param>
    /// <param name="rows">The rows that rules look at.</param>
    /// <param name="evidence">What there is beside the logs.</param>
    /// <param name="warnings">What contradicts the dates of the logs.</param>
    public static IReadOnlyList<Finding> Of(
        IReadOnlyList<Episode> episodes, Propagation propagation, CaseRows rows, CaseEvidence evidence, IReadOnlyList<DateWarning> warnings)
    {
        var facts = new CaseFacts(episodes, propagation, rows, evidence, warnings);
        return
        [
            .. Rules.SelectMany(rule => rule.Find(facts))
                .OrderBy(finding => finding.Kind)
                .ThenBy(finding => finding.From)
                .ThenBy(finding => string.Join(' ', finding.Zones), StringComparer.Ordinal)
                .ThenBy(finding => finding.Statement, StringComparer.Ordinal)
                .GroupBy(finding => finding.Kind)
                .SelectMany(kind => kind.Select((finding, place) => finding with { Id = $"{kind.Key.Word()}-{place + 1}" })),
        ];
    }
}
