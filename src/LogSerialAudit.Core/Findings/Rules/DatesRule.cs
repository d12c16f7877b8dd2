namespace LogSerialAudit.Findings.Rules;

/// <summary>What contradicts the dates of a log stands beside what they were used for.</summary>
internal sealed class DatesRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) => facts.Warnings.Select(warning => new Finding
    {
        Kind = FindingKind.DatesContradicted,
        Severity = Severity.Warning,
        Confidence = Confidence.Strong,
        Statement = warning,
        Exhibits = [],
        Refutation = "serials that were set by hand and are no times",
    });
}
