using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings.Rules;

/// <summary>One machine on two hosts at once, and starts that no stop precedes: each is worth knowing, whatever it caused.</summary>
internal sealed class RanTwiceRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        facts.Machine.Overlaps.Select(Of).Concat(facts.Machine.Started.Where(run => run is { Stop: null, Until: not null }).Select(WithoutStop));

    private static Finding Of(VmOverlap overlap)
    {
        var span = overlap.To is { } to ? $" to {Said.At(to)} ({DurationText.Words(to - overlap.From)})" : " on; no stop is logged";
        var unsure = overlap.IsCertain ? "" : $"; {overlap.Earlier.Host}'s run since {Said.At(overlap.Earlier.Start!.At)} has no recorded end";
        return new Finding
        {
            Kind = FindingKind.RanTwice,
            Severity = Severity.Warning,
            Confidence = overlap.IsCertain ? Confidence.Certain : Confidence.Possible,
            From = overlap.From,
            To = overlap.To,
            Tell = () => $"the machine {(overlap.IsCertain ? "ran" : "may have run")} on {overlap.Later.Host} and on {overlap.Earlier.Host} at once from {Said.At(overlap.From)}{span}{unsure}",
            Show = () => ExhibitList.Of(RunLines.Of(overlap.Earlier).Concat(RunLines.Of(overlap.Later))),
            Refutation = overlap.IsCertain ? "a host whose clock is off; or that one of both had no network, or was in single-user mode" : $"a stop on {overlap.Earlier.Host} before {Said.At(overlap.From)}",
        };
    }

    private static Finding WithoutStop(VmRun run) => new()
    {
        Kind = FindingKind.StopMissing,
        Severity = Severity.Note,
        Confidence = Confidence.Certain,
        From = run.Start!.At,
        To = run.Until,
        Tell = () => $"{run.Host}'s run since {Said.At(run.Start.At)} has no recorded end; it lasted at most until that host's next start, {Said.At(run.Until!.Value)}",
        Show = () => ExhibitList.Of(RunLines.StartOf(run)),
        Refutation = $"a stop on {run.Host} in a log that is not at hand",
    };
}
