using LogSerialAudit.Dating;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>What the rules look at: incidents, what was taken when, what primaries say of themselves, and the evidence.</summary>
internal sealed class CaseFacts
{
    private readonly TakingFacts _takings;
    private readonly CaseRows _own;
    private readonly HashSet<string> _open;
    private readonly Dictionary<string, List<IReadOnlyList<ZoneRevision>>> _revisions;

    public CaseFacts(
        IReadOnlyList<Episode> episodes, Propagation propagation, CaseRows rows, CaseEvidence evidence, IReadOnlyList<DateWarning> warnings, ParallelOptions options)
    {
        (Episodes, Evidence, Warnings) = (episodes, evidence, warnings);
        Answers = new AnswerFacts(evidence.Answers);
        var (incidents, takings) = ((IReadOnlyList<Incident>)[], (TakingFacts?)null);
        InParallel.Invoke(
            options,
            () => incidents = Incident.Of(episodes, Answers),
            () => takings = new TakingFacts(propagation, episodes, rows.Setbacks.Select(row => row.History)));
        (Incidents, _takings) = (incidents, takings!);
        _own = rows;
        var inViews = episodes.Select(episode => episode.History.Zone).Where(zone => zone.View.Length > 0).Select(zone => zone.Name).ToHashSet(StringComparer.Ordinal);
        Titles = new ZoneTitles(inViews.Count == 0 ? [] : [.. propagation.Histories.Where(history => inViews.Contains(history.Zone.Name))]);
        Open = [.. episodes.Where(IsOpen)];
        _open = [.. Open.Select(episode => episode.History.Zone.Name)];
        Machine = new MachineHistory(evidence.Vms);
        _revisions = evidence.ZoneHistories.GroupBy(history => history.Zone, StringComparer.Ordinal)
            .ToDictionary(zone => zone.Key, zone => zone.Select(history => (IReadOnlyList<ZoneRevision>)[.. history.Revisions.Reverse()]).ToList(), StringComparer.Ordinal);
        Starts = new StartFacts(Machine.Started, _own.Starts, evidence.Marks.SelectMany(series => series.Marks).Where(mark => !mark.IsDay));
    }

    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>The episodes of which nothing shows that they are over.</summary>
    public IReadOnlyList<Episode> Open { get; }

    public IReadOnlyList<Incident> Incidents { get; }

    /// <summary>What zones are called.</summary>
    public ZoneTitles Titles { get; }

    public CaseEvidence Evidence { get; }

    /// <summary>What contradicts the dates of the logs, a sentence each.</summary>
    public IReadOnlyList<DateWarning> Warnings { get; }

    /// <summary>The runs of the virtual machine that is the primary.</summary>
    public MachineHistory Machine { get; }

    /// <summary>The versions of a zone's file, oldest first, a list for each history that is at hand.</summary>
    public IEnumerable<IReadOnlyList<ZoneRevision>> RevisionsOf(string zone) => _revisions.TryGetValue(zone, out var histories) ? histories : Array.Empty<IReadOnlyList<ZoneRevision>>();

    /// <summary>Whether nothing shows that an episode is over.</summary>
    public bool IsOpen(Episode episode) => Answers.LeaveOpen(episode);

    /// <summary>Whether nothing shows that a zone's complaints are over.</summary>
    public bool HasOpenEpisode(string zone) => _open.Contains(zone);

    /// <summary>The first version of a zone's file that has a serial; null where none has.</summary>
    public ZoneRevision? RevisionOf(string zone, SerialNumber? serial) =>
        serial is null ? null : RevisionsOf(zone).SelectMany(revisions => revisions).FirstOrDefault(revision => revision.Serial == serial);

    /// <summary>The spans of time that an observer's files cover, in order; none where they are not known.</summary>
    public Func<Observer, IReadOnlyList<Interval>> Covered { private get; init; } = _ => [];

    /// <summary>Whether a file of an observer is missing that could have told of some of a time.</summary>
    public bool HasHole(Observer observer, Instant from, Instant to)
    {
        var spans = Covered(observer);
        return spans.Zip(spans.Skip(1)).Any(hole => hole.First.End < to && hole.Second.Start > from);
    }

    /// <summary>Whether an episode was seen to heal behind a file that is missing, which may have shown it before.</summary>
    public bool MayHaveHealedBefore(Episode episode) =>
        episode is { State: EpisodeState.CaughtUp, Last: { Exists: true, At: var last }, Ended: { Exists: true, At: var end } } && HasHole(episode.History.Observer, last, end);

    /// <summary>What servers answered for SOA records.</summary>
    public AnswerFacts Answers { get; }

    /// <summary>Starts of machines and of name servers, and marks.</summary>
    public StartFacts Starts { get; }

    /// <summary>What name servers say of their own loads and journals.</summary>
    public CaseRows Own => _own;

    /// <summary>Which serials came into service where.</summary>
    public TakingFacts Takings => _takings;
}
