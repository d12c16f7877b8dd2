using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What hypervisors logged of the machine, set against the time in which the state was lost.</summary>
internal sealed class MachineFacts
{
    private static readonly string[] Kills = ["destroyed", "crashed", "failed"];

    private readonly MachineHistory _machine;
    private readonly IncidentFacts _facts;

    public MachineFacts(IncidentFacts facts)
    {
        (_machine, _facts) = (facts.Case.Machine, facts);
        if (_machine.Runs.Count == 0 || !facts.Windows.Any())
        {
            return;
        }

        (MintedOverlap, Minted) = FindMinted();
        MintedInOverlap = MintedOverlap is { } overlap ? new Fact(
            $"new serials were minted {DurationText.Words(Minted!.From - overlap.From)} after the machine was started on {overlap.Later.Host}, while it {(overlap.IsCertain ? "ran" : "may have run")} on {overlap.Earlier.Host} too",
            ExhibitList.Of([.. LinesOf(overlap), .. Minted.Serials.Select(serial => serial.Exhibit)])) : null;
        MintedImage = MintedOverlap is null ? null : _machine.Stale.FirstOrDefault(stale => stale.Run.Start == MintedOverlap.Later.Start);
        ComplaintInOverlap = FindComplaintInOverlap();
        NoOverlap = FindNoOverlap();
        Move = FindMove();
        Moved = Move is { } move ? new Fact(
            $"the machine was started on {move.To.Host} at {Said.At(move.To.Start!.At)}, after it had run on {move.From.Host}", ExhibitList.Of([.. RunLines.Of(move.From), RunLines.StartOf(move.To)])) : null;
        Stale = FindStale();
        StaleImage = Stale is { } stale ? new Fact(
            $"what was offered is as old as {stale.Run.Host}'s image, not run there since {Said.At(stale.Ended.At)}", ExhibitList.Of(RunLines.Of(stale.Ended), RunLines.StartOf(stale.Run))) : null;
        var start = StartsIn().FirstOrDefault();
        Started = start is null ? null : new Fact($"the machine was started on {start.Host} at {Said.At(start.Start!.At)}", ExhibitList.Of(RunLines.StartOf(start)));
        NoStart = FindNoStart();
        FromSnapshot = Stopped("from snapshot");
        Saved = Stopped("saved");
        Killed = Stopped(Kills);
        NoSnapshot = Started is not null && FromSnapshot is null && Saved is null ? new Fact("no stop of the machine in that time is of a snapshot or a saved state", Started.Exhibits) : null;
    }

    /// <summary>The overlap of two runs at whose beginning held serials were minted.</summary>
    public VmOverlap? MintedOverlap { get; }

    /// <summary>The serials minted at its beginning.</summary>
    public Batch? Minted { get; }

    /// <summary>That the second of both runs began from an image that had not been run there while it ran elsewhere; null where it did not.</summary>
    public StaleRun? MintedImage { get; }

    /// <summary>The run that began from an image as old as what was offered.</summary>
    public StaleRun? Stale { get; }

    /// <summary>The last change of hosts in the time in which the state was lost.</summary>
    public (VmRun From, VmRun To)? Move { get; }

    /// <summary>Held serials were minted right after the machine was started on a second host.</summary>
    public Fact? MintedInOverlap { get; }

    /// <summary>The first complaint lies in the time in which it ran twice.</summary>
    public Fact? ComplaintInOverlap { get; }

    /// <summary>The logs of several hosts show that it never ran twice near that time.</summary>
    public Fact? NoOverlap { get; }

    /// <summary>It was started on another host than it had run on.</summary>
    public Fact? Moved { get; }

    /// <summary>What was offered is as old as the image of the host it was started on.</summary>
    public Fact? StaleImage { get; }

    /// <summary>It was started in that time.</summary>
    public Fact? Started { get; }

    /// <summary>It was not started in that time, though the log reaches back before it.</summary>
    public Fact? NoStart { get; }

    /// <summary>It was put back to a snapshot in that time.</summary>
    public Fact? FromSnapshot { get; }

    /// <summary>Its state was saved in that time.</summary>
    public Fact? Saved { get; }

    /// <summary>It was killed, or crashed, in that time.</summary>
    public Fact? Killed { get; }

    /// <summary>It was started in that time, and not after a snapshot or a saved state.</summary>
    public Fact? NoSnapshot { get; }

    private static IEnumerable<Exhibit> LinesOf(VmOverlap overlap) => [RunLines.StartOf(overlap.Later), .. RunLines.Of(overlap.Earlier)];

    private (VmOverlap?, Batch?) FindMinted()
    {
        foreach (var batch in _facts.Incident.Batches)
        {
            if (MachineHistory.LastUpTo(_machine.Overlaps, overlap => overlap.From, batch.From) is { } overlap
                && batch.From - overlap.From <= StartFacts.Soon && (overlap.To is not { } to || batch.From <= to))
            {
                return (overlap, batch);
            }
        }

        return default;
    }

    private Fact? FindComplaintInOverlap()
    {
        var first = _facts.Incident.Episodes[0].First;
        var overlap = _machine.OverlapAt(first.At);
        return overlap is null ? null : new Fact(
            $"the first complaint, {Said.At(first)}, lies in the time in which the machine {(overlap.IsCertain ? "ran" : "may have run")} on {overlap.Earlier.Host} and {overlap.Later.Host}",
            ExhibitList.Of([Incident.ExhibitOf(_facts.Incident.Episodes[0]), .. LinesOf(overlap)]));
    }

    private Fact? FindNoOverlap()
    {
        var hosts = _machine.Logs;
        var from = _facts.Windows.Select(window => window.Known ?? window.Pair.First).MinBy(at => at.At);
        return hosts.Count < 2 || _facts.Incident.End is not { } to || hosts.Any(log => log.Entries[0].At > from.At) || _machine.HasOverlap(from.At - StartFacts.Soon, to.At) ? null
            : new Fact($"the machine did not run on two of {hosts.Count} hosts at once {Said.Between(from, to)}", ExhibitList.Of(hosts.Select(log => new Exhibit($"log of {log.Host}", log.Entries[0].Source))));
    }

    private (VmRun From, VmRun To)? FindMove()
    {
        foreach (var window in _facts.Windows)
        {
            var last = TimeSearch.CountUpTo(_machine.Moves, move => move.To.Start!.At, window.To) - 1;
            if (last >= 0 && window.Holds(_machine.Moves[last].To.Start!.At))
            {
                return _machine.Moves[last];
            }
        }

        return null;
    }

    private StaleRun? FindStale() => (
        from state in _facts.Incident.States.Take(OfferedState.Most)
        from stale in _machine.Stale
        where state.MayBeOf(stale.Ended.At) && state.Pairs.Any(pair => stale.Run.MayHold(pair.First.At))
        select stale).FirstOrDefault();

    /// <summary>The last start in each window that has one.</summary>
    private IEnumerable<VmRun> StartsIn() =>
        from window in _facts.Windows
        let run = LastStart(window)
        where run is not null && window.Holds(run.Start!.At)
        select run;

    private VmRun? LastStart(LossWindow window) => MachineHistory.LastUpTo(_machine.Started, run => run.Start!.At, window.To);

    private Fact? FindNoStart() => (
        from window in _facts.Windows
        let run = LastStart(window)
        where run is not null && run.Start!.At < window.From
        select new Fact(
            $"the machine was not started {Said.Between(window.Known!.Value, window.Pair.First)}, when {window.Pair.History.Zone.Name} lost its later state",
            ExhibitList.Of(RunLines.StartOf(run), Incident.ExhibitOf(window.Pair)))).FirstOrDefault();

    private Fact? Stopped(params IReadOnlyList<string> reasons) => (
        from reason in reasons
        let stops = _machine.StopsFor(reason)
        from window in _facts.Windows
        let stop = MachineHistory.LastUpTo(stops, stop => stop.At, window.To)
        where stop is not null && window.Holds(stop.At)
        select new Fact($"the machine stopped on {stop.Host} at {Said.At(stop.At)} ({reason})", ExhibitList.Of(RunLines.Of(stop)))).FirstOrDefault();
}
