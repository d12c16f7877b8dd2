using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings.Rules;

/// <summary>A run that began on a host while, or after, the machine had run elsewhere since that host's own last run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Ended">The stop of the host's run before it.</param>
internal sealed record StaleRun(VmRun Run, VmEntry Ended)
{
    /// <summary>The runs that may have begun from an old image, by time.</summary>
    public static IEnumerable<StaleRun> Of(CaseFacts facts) =>
        from run in facts.Runs
        where run.Start is not null
        let before = facts.Runs.LastOrDefault(other => other.Host == run.Host && (other.Start ?? other.Stop)!.At < run.Start!.At)
        where before?.Stop is not null
        let elsewhere = facts.Runs.Any(other => other.Host != run.Host && (other.Until is not { } until || until > before.Stop!.At) && (other.Start is not { } start || start.At < run.Start!.At))
        where elsewhere
        select new StaleRun(run, before.Stop!);
}
