using LogSerialAudit.History;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What the logs of the servers that make the serials say of themselves.</summary>
internal sealed class PrimaryLogFacts
{
    /// <summary>A load that belongs to a start comes within this time.</summary>
    private static readonly Duration Loading = Duration.FromMinutes(5);

    /// <summary>As many pairs as are looked at for a clock that is behind.</summary>
    private const int MostSlow = 8;

    /// <summary>As many starts of all servers as are looked at for one of this server.</summary>
    private const int MostStarts = 64;

    private readonly CaseFacts _case;
    private readonly IncidentFacts _facts;

    /// <summary>Each dated pair with the histories of the primaries of its zone.</summary>
    private readonly List<(LossWindow Window, List<SerialHistory> Own)> _own;

    public PrimaryLogFacts(IncidentFacts facts)
    {
        (_case, _facts) = (facts.Case, facts);
        _own =
        [
            .. from pair in facts.Incident.Pairs
               where pair.First.Exists
               let primaries = facts.Case.Takings.PrimariesOf(pair.History.Zone.Name)
               where primaries.Count > 0
               let own = primaries.Where(history => !facts.Incident.Observers.Contains(history.Observer)).ToList()
               where own.Count > 0
               select (LossWindow.Of(facts.Case, pair)!.Value, own),
        ];
        if (_own.Count == 0)
        {
            return;
        }

        HasLog = true;
        var backwards = Rows(EventKind.GoneBackwards).ToList();
        if (backwards.Count == 0)
        {
            backwards = [.. Rows(EventKind.Loaded).Where(RanThrough)];
        }

        WentBackRunning = Told(backwards, row => $"{row.History.Observer.Name} loaded {row.History.Zone.Name} with {Pair(row)} while it ran");
        var loads = backwards.Count > 0 ? [] : Rows(EventKind.Loaded).ToList();
        WentBackAtStart = Told(loads, row => $"{row.History.Observer.Name} {(IsAtStart(row) ? "started and " : "")}loaded {row.History.Zone.Name} with {Pair(row)}");
        JournalFailed = Told(Rows(EventKind.JournalFailed), row => $"{row.History.Observer.Name} could not use the journal of {row.History.Zone.Name}");
        JournalStale = Told(Rows(EventKind.JournalStale), row => $"{row.History.Observer.Name} removed a journal of {row.History.Zone.Name} that did not fit");
        JournalGap = Told(Rows(EventKind.TransferOutFallback).Where(IsAtStart), row => $"{row.History.Observer.Name}, started shortly before, had no changes of {row.History.Zone.Name} to give");
        ClockBehind = Told(Rows(EventKind.SerialIncremented), row => $"{row.History.Observer.Name}'s clock gave {row.History.Zone.Name} a lower serial than it had");
        ClockSlow = FindClockSlow();
        Diverging = FindDiverging();
        if (WentBackRunning is null && WentBackAtStart is null)
        {
            Silent = FindForwardOnly(hadHeld: false);
            HadHeld = Silent is null && Diverging is null ? FindForwardOnly(hadHeld: true) : null;
            RanOn = Silent is null ? null : FindRanOn();
        }
    }

    /// <summary>Whether there is a log of a primary at all.</summary>
    public bool HasLog { get; }

    /// <summary>A running primary loaded less than it served.</summary>
    public Fact? WentBackRunning { get; }

    /// <summary>A primary loaded less than it had served before it was started.</summary>
    public Fact? WentBackAtStart { get; }

    /// <summary>A journal could not be used.</summary>
    public Fact? JournalFailed { get; }

    /// <summary>A journal did not fit its zone file.</summary>
    public Fact? JournalStale { get; }

    /// <summary>
    /// A journal was empty after a start and before the first complaint: those who ask then have less than the primary, and those who
    /// ask later may ask from what was lost, which no journal has then.
    /// </summary>
    public Fact? JournalGap { get; }

    /// <summary>A serial that is the time would have been lower than the one before.</summary>
    public Fact? ClockBehind { get; }

    /// <summary>Serials of a primary name times that are all as long before they came.</summary>
    public Fact? ClockSlow { get; }

    /// <summary>Two primaries make serials of their own, and only one of them had what is held.</summary>
    public Fact? Diverging { get; }

    /// <summary>The primary's log goes forward only, and never had what is held.</summary>
    public Fact? Silent { get; }

    /// <summary>The primary's log goes forward only, and had what is held.</summary>
    public Fact? HadHeld { get; }

    /// <summary>It never had what is held, and was not started in the time in which that was lost, though its log tells of starts.</summary>
    public Fact? RanOn { get; }

    /// <summary>Not every server says which serials they were.</summary>
    private static string Pair(in EventRow row) => row is { Serial: { } serial, Previous: { } previous } ? $"{serial} after {previous}" : "a lower serial than before";

    private static Fact? Told(IEnumerable<EventRow> rows, Func<EventRow, string> says)
    {
        var found = rows.Take(ExhibitList.Most).ToList();
        return found.Count == 0 ? null : new Fact(
            $"{says(found[0])}{(found[0].At.Exists ? $" at {Said.At(found[0].At)}" : "")}", ExhibitList.Of(found.Select(row => new Exhibit($"{row.History.Zone.Name}: {row.Kind.Word()}", row.Source))));
    }

    /// <summary>The lines of a kind that primaries wrote about a zone before its first complaint, and after the held serial was there.</summary>
    private IEnumerable<EventRow> Rows(EventKind kind) =>
        from each in _own
        from row in _case.Own.Of(each.Window.Pair.History.Zone.Name)
        where row.Kind == kind && each.Own.Contains(row.History)
            && (!row.At.Exists || each.Window.IsNear(row.At.At))
            && (kind != EventKind.TransferOutFallback || (row.At.Exists && row.At.At <= each.Window.To))
            && (kind is not (EventKind.GoneBackwards or EventKind.Loaded) || row.Serial is not { } loaded || each.Window.Pair.Offered is not { } offered || offered.IsAtLeast(loaded))
        select row;

    /// <summary>Zones are loaded after <c>starting BIND</c> and before <c>running</c>, which may be all that a log has of a start.</summary>
    private bool IsAtStart(EventRow row) => StartsBefore(row).Any(start => row.At.OrderAt - start.At.OrderAt <= Loading);

    /// <summary>Whether a server that says when it starts did not between what it had and what it loaded then: not every server calls that a step back.</summary>
    private bool RanThrough(EventRow row) =>
        row.At.Exists && _case.Takings.Of(row.History, row.Previous) is { } had && StartsBefore(row).Select(start => start.Place).DefaultIfEmpty(int.MaxValue).Max() < had.Place;

    /// <summary>The starts of a row's server that may be those with which it was loaded, or came before.</summary>
    private IEnumerable<EventRow> StartsBefore(EventRow row)
    {
        var starts = _case.Own.Starts;
        var count = TimeSearch.CountUpTo(starts, start => start.At.OrderAt, row.At.OrderAt + Loading);
        return starts.GetRange(Math.Max(0, count - MostStarts), Math.Min(count, MostStarts))
            .Where(start => start.History.Observer == row.History.Observer && (start.Kind == EventKind.ServerRunning || start.Place <= row.Place));
    }

    private Fact? FindClockSlow() => (
        from each in _own.Take(MostSlow)
        from own in each.Own
        let held = _case.Takings.Of(own, each.Window.Pair.Held)
        where held is { At.Exists: true } && own.InstantOf(held.Serial) is not null
        let later = _case.Takings.After(held).Where(taking => own.InstantOf(taking.Serial) is not null).ToList()
        let behind = SlowClock.BehindBy((held.At.At, own.InstantOf(held.Serial)!.Value), [.. later.Select(taking => (taking.At.At, own.InstantOf(taking.Serial)!.Value))])
        where behind is not null
        select new Fact(
            $"all serials of {own.Zone.Name} that {own.Observer.Name} had after {Said.Serial(held.Serial)} name times {DurationText.Words(behind.Value)} before they were there",
            ExhibitList.Of(later.Prepend(held).Select(taking => new Exhibit($"{taking.Serial} in service", taking.Source))))).FirstOrDefault();

    private Fact? FindDiverging() => (
        from each in _own
        from one in each.Own
        where _case.Takings.Of(one, each.Window.Pair.Held) is not null
        from other in each.Own
        where other.Observer != one.Observer && _case.Takings.Of(other, each.Window.Pair.Held) is null && _case.Takings.Of(other, each.Window.Pair.Offered) is not null && Covers(other, each.Window)
        let had = _case.Takings.Of(one, each.Window.Pair.Held)!
        let has = _case.Takings.Of(other, each.Window.Pair.Offered)!
        select new Fact(
            $"{one.Observer.Name} and {other.Observer.Name} both make serials of {one.Zone.Name}: the one had {had.Serial}, the other {has.Serial} and never {had.Serial}",
            ExhibitList.Of(new Exhibit($"{one.Observer.Name} has {had.Serial}", had.Source), new Exhibit($"{other.Observer.Name} has {has.Serial}", has.Source)))).FirstOrDefault();

    private Fact? FindForwardOnly(bool hadHeld)
    {
        var found = (from each in _own
                     from own in each.Own
                     where Covers(own, each.Window) && _case.Takings.Of(own, each.Window.Pair.Held) is not null == hadHeld
                     select (own, each.Window.Pair)).ToList();
        return found.Count == 0 ? null : new Fact(
            $"the log of {found[0].own.Observer.Name} never goes backwards for {found[0].Pair.History.Zone.Name}, and {(hadHeld ? "had" : "never had")} {Said.Serial(found[0].Pair.Held)}",
            ExhibitList.Of(found.Select(each => hadHeld && _case.Takings.Of(each.own, each.Pair.Held) is { } had ? new Exhibit($"{had.Serial} in service", had.Source) : Incident.ExhibitOf(each.Pair))));
    }

    /// <summary>A state that is put back, other than that of a running machine, wants a start; by the primary's own clock none is there.</summary>
    private Fact? FindRanOn() => (
        from each in _own
        from own in each.Own
        where Covers(own, each.Window) && _case.Takings.Of(own, each.Window.Pair.Held) is null
        let made = _case.Takings.Of(own, each.Window.Pair.Offered)
        where made is { At.Exists: true } && made.At.At <= each.Window.To
        let starts = _case.Own.Starts.Where(start => start.History.Observer == own.Observer && start.At.Exists).ToList()
        where starts.Count > 0 && !starts.Exists(start => start.Place > made.Place && start.At.At <= each.Window.To + StartFacts.Soon)
        select new Fact(
            $"{own.Observer.Name} had {Said.Serial(made.Serial)} from {Said.At(made.At)} on and was not started after that until {Said.At(each.Window.Pair.First)}, the first complaint: another made what is held",
            ExhibitList.Of(new Exhibit($"{made.Serial} in service", made.Source), new Exhibit($"{own.Observer.Name} starts", starts[^1].Source), Incident.ExhibitOf(each.Window.Pair)))).FirstOrDefault();

    /// <summary>Whether a primary's log reaches over the time in which the state was lost.</summary>
    private bool Covers(SerialHistory own, LossWindow window) =>
        _case.Own.SpanOf(own.Observer) is var (first, last) && first.At <= (window.From ?? window.To) && last.At >= window.To;
}
