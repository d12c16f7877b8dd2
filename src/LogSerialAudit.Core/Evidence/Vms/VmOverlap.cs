using NodaTime;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>A time in which one virtual machine ran, or may have run, on two hosts.</summary>
/// <param name="Earlier">The run that began first.</param>
/// <param name="Later">The run that began inside it.</param>
/// <param name="From">When the later one began.</param>
/// <param name="To">When the first of them ended, at the latest; null where neither end is known.</param>
public sealed record VmOverlap(VmRun Earlier, VmRun Later, Instant From, Instant? To)
{
    /// <summary>Whether both runs have both ends logged; else the earlier one may have ended before the later one began.</summary>
    public bool IsCertain => Earlier.Stop is not null && Earlier.Stop.At > From;

    /// <summary>The overlaps of the runs of different hosts, by time.</summary>
    public static IReadOnlyList<VmOverlap> Of(IEnumerable<VmLog> logs)
    {
        var runs = logs.SelectMany(VmRun.Of).Where(run => run.Start is not null).ToList();
        return
        [
            .. from later in runs
               from earlier in runs
               where earlier.Host != later.Host && IsBefore(earlier.Start!, later.Start!) && earlier.MayHold(later.Start!.At)
               orderby later.Start!.At, earlier.Start!.At, earlier.Host, later.Host
               select new VmOverlap(earlier, later, later.Start!.At, Least(earlier.Until, later.Until)),
        ];
    }

    /// <summary>Of two starts at one instant one has to be the first.</summary>
    private static bool IsBefore(VmEntry one, VmEntry other) =>
        one.At < other.At || (one.At == other.At && string.CompareOrdinal(one.Host, other.Host) < 0);

    private static Instant? Least(Instant? one, Instant? other) =>
        one is { } a && other is { } b ? Instant.Min(a, b) : one ?? other;
}
