using LogSerialAudit.Evidence.Vms;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>The runs of the virtual machine on all hosts, to be looked up by time.</summary>
internal sealed class MachineHistory
{
    /// <summary>As many overlaps before an instant as are looked at for one that lasts until then.</summary>
    private const int MostOverlaps = 64;

    private readonly Dictionary<string, List<VmEntry>> _stops;

    public MachineHistory(IReadOnlyList<VmLog> logs)
    {
        Logs = [.. logs.Where(log => log.Entries.Count > 0)];
        Runs = [.. Logs.SelectMany(VmRun.Of).OrderBy(run => run.Start?.At ?? run.Stop!.At)];
        Started = [.. Runs.Where(run => run.Start is not null)];
        Moves = [.. Started.Zip(Started.Skip(1)).Where(pair => pair.First.Host != pair.Second.Host)];
        Overlaps = VmOverlap.Of(Logs);
        Stale = StaleRun.Of(Runs);
        _stops = Logs.SelectMany(log => log.Entries).Where(entry => entry.Kind == VmEntryKind.Stop).OrderBy(entry => entry.At)
            .GroupBy(entry => entry.Reason ?? "", StringComparer.Ordinal).ToDictionary(stops => stops.Key, stops => stops.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The logs that are not empty.</summary>
    public IReadOnlyList<VmLog> Logs { get; }

    /// <summary>All runs, by time.</summary>
    public IReadOnlyList<VmRun> Runs { get; }

    /// <summary>The runs whose start is logged, by start.</summary>
    public IReadOnlyList<VmRun> Started { get; }

    /// <summary>Starts on another host than the start before, by time.</summary>
    public IReadOnlyList<(VmRun From, VmRun To)> Moves { get; }

    /// <summary>The times in which it ran, or may have run, on two hosts, by time.</summary>
    public IReadOnlyList<VmOverlap> Overlaps { get; }

    /// <summary>The runs that may have begun from an old image, by time.</summary>
    public IReadOnlyList<StaleRun> Stale { get; }

    /// <summary>The stops for one reason, by time.</summary>
    public IReadOnlyList<VmEntry> StopsFor(string reason) => _stops.GetValueOrDefault(reason) ?? [];

    /// <summary>The overlap that an instant lies in; null where none.</summary>
    public VmOverlap? OverlapAt(Instant at) => LastOverlaps(at).FirstOrDefault(overlap => overlap.To is not { } to || at < to);

    /// <summary>Whether an overlap has a part in a span of time.</summary>
    public bool HasOverlap(Instant from, Instant to) => LastOverlaps(to).Any(overlap => overlap.To is not { } end || end >= from);

    /// <summary>The last of some items that is not later than an instant.</summary>
    public static T? LastUpTo<T>(IReadOnlyList<T> items, Func<T, Instant> timeOf, Instant at)
        where T : class => TimeSearch.CountUpTo(items, timeOf, at) is var count and > 0 ? items[count - 1] : null;

    private IEnumerable<VmOverlap> LastOverlaps(Instant at)
    {
        var count = TimeSearch.CountUpTo(Overlaps, overlap => overlap.From, at);
        for (var place = count - 1; place >= Math.Max(0, count - MostOverlaps); place--)
        {
            yield return Overlaps[place];
        }
    }
}
