using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Evidence;

/// <summary>All dated facts that are not log lines of a name server, and what could not be read of them.</summary>
public sealed record CaseEvidence
{
    /// <summary>No evidence.</summary>
    public static CaseEvidence None { get; } = new();

    /// <summary>What hypervisors logged of virtual machines, host by host.</summary>
    public IReadOnlyList<VmLog> Vms { get; init; } = [];

    /// <summary>Versions of zone files, by zone; those of one zone as they were named.</summary>
    public IReadOnlyList<ZoneHistory> ZoneHistories { get; init; } = [];

    /// <summary>The EXPIRE of SOA records as the user says it, by zone; an empty name is for all zones without their own.</summary>
    public IReadOnlyDictionary<string, Duration> Expires { get; init; } = new Dictionary<string, Duration>();

    /// <summary>What servers answered to the question for a zone's SOA record, transcript by transcript.</summary>
    public IReadOnlyList<SoaTranscript> Transcripts { get; init; } = [];

    /// <summary>The answers of all transcripts, in their order.</summary>
    public IEnumerable<SoaAnswer> Answers => Transcripts.SelectMany(transcript => transcript.Answers);

    /// <summary>Lists of dated entries of the user's own, in the order in which they were named.</summary>
    public IReadOnlyList<MarkSeries> Marks { get; init; } = [];

    /// <summary>The parts of the case that are not original evidence, logs too.</summary>
    public IReadOnlyList<Reconstruction> Reconstructions { get; init; } = [];

    /// <summary>The files in which facts were found, each once.</summary>
    public IEnumerable<string> Files => Vms.SelectMany(vm => vm.Entries.Select(entry => entry.Source.File))
        .Concat(ZoneHistories.SelectMany(history => history.Revisions.Select(revision => revision.Source.File)))
        .Concat(Transcripts.SelectMany(transcript => transcript.Answers.Select(answer => answer.Source.File)))
        .Concat(Marks.SelectMany(series => series.Marks.Select(mark => mark.Source.File)))
        .Distinct(StringComparer.Ordinal);

    /// <summary>What can't be read or understood.</summary>
    public IReadOnlyList<EvidenceError> Errors { get; init; } = [];

    /// <summary>Reads all that was named. What can't be read stands in <see cref="Errors"/>.</summary>
    public static CaseEvidence Read(EvidenceOptions options)
    {
        var errors = new List<EvidenceError>();
        return new CaseEvidence
        {
            Vms = [.. options.Vms.Select(vm => VmLog.Read(vm.Host, vm.Path, errors))],
            ZoneHistories = [.. options.ZoneHistories.Select(history => ZoneHistory.Read(history.Zone, history.Path, errors)).OrderBy(history => history.Zone, StringComparer.Ordinal)],
            Transcripts = [.. options.Soas.Select(source => SoaTranscript.Read(source, options.Zone, errors))],
            Marks = [.. options.Marks.Select(source => MarkSeries.Read(source, errors))],
            Reconstructions = options.Reconstructions,
            Expires = options.Expires.GroupBy(expire => expire.Zone, StringComparer.Ordinal).ToDictionary(zone => zone.Key, zone => zone.Last().Expire, StringComparer.Ordinal),
            Errors = errors,
        };
    }

    /// <summary>Whether a line is no original evidence, by the case's own description.</summary>
    public bool IsReconstructed(SourceLine line) => Reconstructions.Any(part => part.Holds(line));

    /// <summary>The EXPIRE of a zone as the user says it; null where not said.</summary>
    public Duration? ExpireOf(string zone) => Expires.TryGetValue(zone, out var own) ? own : Expires.TryGetValue("", out var all) ? all : null;
}
