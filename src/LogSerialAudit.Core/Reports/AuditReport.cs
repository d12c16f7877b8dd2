using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;
using LogSerialAudit.History;
using LogSerialAudit.History.Primaries;
using LogSerialAudit.Reports.Redacting;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>All that a report can show, in the order in which it is shown.</summary>
public sealed class AuditReport
{
    private readonly Lazy<Dictionary<string, AuditedFile>> _files;
    private readonly Lazy<Timeline> _timeline;
    private readonly Lazy<Diagnosis> _diagnosis;
    private readonly Lazy<Propagation> _propagation;
    private readonly Lazy<OtherAccounts> _others;
    private readonly Lazy<IReadOnlyList<PrimarySerials>> _primaries;

    /// <summary>Makes the report of an audit.</summary>
    /// <param name="audit">What was read.</param>
    /// <param name="filter">Which rows are shown.</param>
    /// <param name="localZone">The zone of local times.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="evidence">What there is beside the logs.</param>
    public AuditReport(Audit audit, RowFilter filter, DateTimeZone localZone, IReadOnlyList<Provenance> provenance, CaseEvidence? evidence = null)
    {
        (Audit, Filter, LocalZone, Provenance, Evidence) = (audit, filter, localZone, provenance, evidence ?? CaseEvidence.None);
        var rows = new CaseRows();
        var takings = new Takings(keepsAsked: HasSeveralObservers);
        var ends = HasSeveralObservers ? new TransferEnds() : null;
        var showsAll = filter.IsOpen;
        var all = audit.History.Walk((in row) =>
        {
            takings.Follow(row);
            ends?.Follow(row);
            if (showsAll || filter.Shows(row))
            {
                Survey.Add(row);
            }

            rows.Add(row);
        });
        takings.End();
        Episodes = filter.IsOpen ? all : [.. all.Where(filter.Shows)];
        Survey.Finish(Episodes);
        Coverage = [.. audit.Files.Select((file, place) => CoverageRow.Of(
            file, audit.Dating, audit.History.UndatedRepeats.GetValueOrDefault(file.Path), audit.Sequence.CopiedEvents.GetValueOrDefault(place), audit.Sequence.HostNames) with { Reconstruction = Reports.EvidenceCoverage.ReconstructionOf(file.Path, Evidence) })];
        _files = new Lazy<Dictionary<string, AuditedFile>>(() => audit.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path));
        _diagnosis = new Lazy<Diagnosis>(() => Diagnosis.Of(all, Propagation, rows, Evidence, audit.Warnings, audit.Threads, new ObserverCoverage(audit).Of));
        _timeline = new Lazy<Timeline>(WholeTimeline);
        _propagation = new Lazy<Propagation>(() => new Propagation(takings, audit.History.Histories, ends is null ? ([], true) : ClockDistances.Of(ends)));
        _primaries = new Lazy<IReadOnlyList<PrimarySerials>>(() => PrimaryLogs.Of(takings, audit.History.Histories, observer => rows.SpanOf(observer)?.Last.At, audit.History.Walk));
        _others = new Lazy<OtherAccounts>(() => new OtherAccounts(Propagation, all, new ObserverCoverage(audit).Of));
    }

    /// <summary>What was read.</summary>
    public Audit Audit { get; }

    /// <summary>Which rows are shown.</summary>
    public RowFilter Filter { get; }

    /// <summary>The zone of local times.</summary>
    public DateTimeZone LocalZone { get; }

    /// <summary>Where it comes from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; }

    /// <summary>What names and addresses are replaced by; null where they are shown.</summary>
    public Redaction? Redaction { get; init; }

    /// <summary>What there is beside the logs.</summary>
    public CaseEvidence Evidence { get; }

    /// <summary>The versions of the zone files of the zones shown.</summary>
    public IReadOnlyList<ZoneHistory> ZoneHistories => [.. Evidence.ZoneHistories.Where(history => Filter.FitsZone(history.Zone))];

    /// <summary>What servers answered of the zones shown, round by round.</summary>
    public IReadOnlyList<SoaRound> Rounds => SoaRound.Of(Evidence.Answers.Where(answer => Filter.FitsZone(answer.Zone)));

    /// <summary>The answers, by zone and time.</summary>
    public IEnumerable<SoaAnswer> Answers => Rounds.SelectMany(round => round.Answers);

    /// <summary>The episodes, by first complaint.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>What became of each input, in walk order.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; }

    /// <summary>What became of each file of evidence, in the order in which they were named.</summary>
    public IReadOnlyList<CoverageRow> EvidenceCoverage => field ??= Reports.EvidenceCoverage.Of(Evidence);

    /// <summary>The collapsed rows of each history.</summary>
    public Timeline Timeline => _timeline.Value;

    /// <summary>What follows from all of it, as far as it is shown; rows that are not shown count too.</summary>
    public IReadOnlyList<Finding> Findings => field ??= [.. _diagnosis.Value.Findings.Where(Filter.Shows)];

    /// <summary>What may have caused the incidents that are shown.</summary>
    public IReadOnlyList<WeighedCause> Causes => field ??= CausesShown();

    /// <summary>What the rows shown tell beside the episodes.</summary>
    public Survey Survey { get; } = new();

    /// <summary>Who took which serial when. Rows that are not shown count too: the first server may be one of them.</summary>
    public Propagation Propagation => _propagation.Value;

    /// <summary>What primaries' own logs show of the zones shown.</summary>
    public IReadOnlyList<PrimarySerials> Primaries => [.. _primaries.Value.Where(zone => Filter.FitsZone(zone.Zone.Name) && (Filter.FitsHost(zone.Observer.Name) || Filter.FitsHost(zone.Observer.Host)))];

    /// <summary>What the logs of other servers say of an episode's time.</summary>
    public OtherAccounts Others => _others.Value;

    /// <summary>Whether there are several servers at all.</summary>
    public bool HasSeveralObservers => Audit.Sequence.HasSeveralObservers;

    /// <summary>The histories shown, by zone.</summary>
    public IReadOnlyList<SerialHistory> Histories => field ??= [.. Audit.History.Histories.Where(Filter.Shows)];

    /// <summary>How long new serials took to the logs: the first histories shown that tell, by zone, and how many do.</summary>
    /// <param name="most">How many are wanted.</param>
    public (IReadOnlyList<SerialDelay> First, int All) DelaysOf(int most) => Excerpt(_ => false, most).Delays;

    /// <summary>The collapsed rows of some zones only, and <see cref="DelaysOf"/>: what a short report shows of the rows, found in one walk while findings are looked for.</summary>
    /// <param name="zones">Whether a zone is one of them.</param>
    /// <param name="mostDelays">How many delays are wanted.</param>
    internal (Timeline Timeline, (IReadOnlyList<SerialDelay> First, int All) Delays) ExcerptBesideFindings(Func<ZoneName, bool> zones, int mostDelays)
    {
        var excerpt = (new Timeline(), ((IReadOnlyList<SerialDelay>)[], 0));
        InParallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = Audit.Threads }, () => _ = _diagnosis.Value, () => excerpt = Excerpt(zones, mostDelays));
        return excerpt;
    }

    private (Timeline Timeline, (IReadOnlyList<SerialDelay> First, int All) Delays) Excerpt(Func<ZoneName, bool> zones, int mostDelays)
    {
        var (timeline, delays) = (new Timeline(), Survey.Delays.Gather(Histories, mostDelays));
        WalkRows(
            (in row) =>
            {
                if (zones(row.History.Zone))
                {
                    timeline.Add(row);
                }

                delays.Add(row);
            },
            history => zones(history.Zone) || delays.Wants(history));
        return (timeline, delays.Found());
    }

    /// <summary>Hands over each event that is shown, in time order.</summary>
    public void WalkRows(RowVisitor onRow) => WalkRows(onRow, _ => true);

    private Timeline WholeTimeline()
    {
        var timeline = new Timeline();
        WalkRows(timeline.Add);
        return timeline;
    }

    private void WalkRows(RowVisitor onRow, Func<SerialHistory, bool> isWanted) => Audit.History.Walk(isWanted, (in row) =>
    {
        if (Filter.Shows(row))
        {
            onRow(row);
        }
    });

    private List<WeighedCause> CausesShown()
    {
        var shown = Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return [.. _diagnosis.Value.Causes.Where(cause => shown.Contains(cause.About))];
    }

    /// <summary>What the years of an episode's first complaint rest on; none where it has no time.</summary>
    public YearSource YearSourceOf(Episode episode) =>
        episode.First.Exists ? YearSourceOf(episode.Source, episode.History.Observer) : YearSource.None;

    /// <summary>What the year of an observer's line rests on.</summary>
    public YearSource YearSourceOf(SourceLine line, Observer observer) =>
        _files.Value.TryGetValue(line.File, out var file) ? file.YearSourceOf(observer.Host) : YearSource.None;
}
