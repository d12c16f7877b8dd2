using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What contradicts the dates of a log stands beside what they were used for.</summary>
internal sealed class DatesRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) => facts.Warnings.Select(warning => new Finding
    {
        Kind = FindingKind.DatesContradicted,
        Severity = Severity.Warning,
        Confidence = Confidence.Strong,
        Statement = warning.ToString(),
        Exhibits = warning.Line > 0 && warning.File.Length > 0 ? ExhibitList.Of(new Exhibit("such a line", new SourceLine(warning.File, warning.Line))) : ExhibitList.None,
        Refutation = "serials that were set by hand and are no times",
    });
}
