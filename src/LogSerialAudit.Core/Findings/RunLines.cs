using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings;

/// <summary>The lines of a run of a machine, as evidence.</summary>
internal static class RunLines
{
    /// <summary>The start of a run that has one.</summary>
    public static Exhibit StartOf(VmRun run) => new($"start on {run.Host}", run.Start!.Source);

    /// <summary>A stop.</summary>
    public static Exhibit Of(VmEntry stop) => new($"stop on {stop.Host}", stop.Source);

    /// <summary>The start and, where it is logged, the stop.</summary>
    public static IEnumerable<Exhibit> Of(VmRun run) => run.Stop is { } stop ? [StartOf(run), Of(stop)] : [StartOf(run)];
}
