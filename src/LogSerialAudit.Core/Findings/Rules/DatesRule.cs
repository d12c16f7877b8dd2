using LogSerialAudit.Dating;
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
        Tell = () => warning.ToString(),
        Show = () => warning.Line > 0 && warning.File.Length > 0 ? ExhibitList.Of(new Exhibit("such a line", new SourceLine(warning.File, warning.Line))) : ExhibitList.None,
        Refutation = RefutedBy(warning.By),
    });

    private static string RefutedBy(DateWitness by) => by switch
    {
        DateWitness.SerialsAgainstOption => "serials that were set by hand and are no times; if they are times, the command line is wrong",
        DateWitness.Clock => "a clock, here or at the primary, that was off by as much",
        DateWitness.Stamps => "stamps by a clock that was wrong: then the order of the names is right",
        DateWitness.FileName => "a file that was renamed, or that its name was given another date than that of its rotation",
        DateWitness.FileTime => "a time that was set later, by touch or by copying, or a header that another machine wrote",
        DateWitness.LeapDay => "a line that was written by a clock of another year",
        DateWitness.LaterLines => "what was read later: serials that are no times, or a time that a file was given",
        DateWitness.Neighbours => "a line that came into the log a year late: then its year is right",
        DateWitness.Option => "a year or a time on the command line that is wrong; where a line writes its own, that counts",
        DateWitness.LogZone => "a zone on the command line that is not that of these lines; the offset that they write counts",
        _ => "serials that were set by hand and are no times",
    };
}
