using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings;

/// <summary>A run that began on a host while, or after, the machine had run elsewhere since that host's own last run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Ended">The stop of the host's run before it.</param>
internal sealed record StaleRun(VmRun Run, VmEntry Ended)
{
    /// <summary>The runs that may have begun from an old image.</summary>
    /// <param name="runs">All runs, by time.</param>
    public static IReadOnlyList<StaleRun> Of(IEnumerable<VmRun> runs)
    {
        var stale = new List<StaleRun>();
        var last = new Dictionary<string, VmRun>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            if (run.Start is not null && last.TryGetValue(run.Host, out var before) && before.Stop is { } ended
                && last.Values.Any(other => other.Host != run.Host && (other.Until is not { } until || until > ended.At)))
            {
                stale.Add(new StaleRun(run, ended));
            }

            last[run.Host] = run;
        }

        return stale;
    }
}
