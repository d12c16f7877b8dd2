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

    /// <summary>
    /// The overlaps of the runs of different hosts, by time. A machine that is moved while it runs has been started where it
    /// goes before it stops where it was: that is no overlap, only one of both executes.
    /// </summary>
    public static IReadOnlyList<VmOverlap> Of(IEnumerable<VmLog> logs)
    {
        var overlaps = new List<VmOverlap>();

        // A host's runs follow one another, so only its last one can last until the next host's start.
        var last = new Dictionary<string, VmRun>(StringComparer.Ordinal);
        foreach (var later in logs.SelectMany(VmRun.Of).Where(run => run.Start is not null).OrderBy(run => run.Start!.At).ThenBy(run => run.Host, StringComparer.Ordinal))
        {
            overlaps.AddRange(
                from earlier in last.Values
                where earlier.Host != later.Host && earlier.MayHold(later.Start!.At) && !IsMove(earlier, later)
                orderby earlier.Start!.At, earlier.Host
                select new VmOverlap(earlier, later, later.Start!.At, Least(earlier.Until, later.Until)));
            last[later.Host] = later;
        }

        return overlaps;
    }

    /// <summary>libvirt says <c>reason=migrated</c> where the machine was, once it runs where it went (src/qemu/qemu_migration.c).</summary>
    private static bool IsMove(VmRun earlier, VmRun later) =>
        earlier.Stop is { Reason: "migrated" } left && (later.Until is not { } end || end > left.At);

    private static Instant? Least(Instant? one, Instant? other) =>
        one is { } a && other is { } b ? Instant.Min(a, b) : one ?? other;
}
