using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;
using NodaTime;

namespace LogSerialAudit.Evidence;

/// <summary>The evidence beside the logs, by what the user called it.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Hypervisors' logs of one virtual machine: the host's name, and a path.</summary>
    public IReadOnlyList<(string Host, string Path)> Vms { get; init; } = [];

    /// <summary>Histories of zone files: the zone, and a path.</summary>
    public IReadOnlyList<(string Zone, string Path)> ZoneHistories { get; init; } = [];

    /// <summary>Transcripts of what servers answered to the question for a zone's SOA record.</summary>
    public IReadOnlyList<SoaSource> Soas { get; init; } = [];

    /// <summary>Lists of dated entries.</summary>
    public IReadOnlyList<MarkSource> Marks { get; init; } = [];

    /// <summary>The parts of the case that are not original evidence.</summary>
    public IReadOnlyList<Reconstruction> Reconstructions { get; init; } = [];

    /// <summary>The zone of times in transcripts that say nothing of theirs.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The EXPIRE of SOA records, by zone; an empty name is for all zones without their own.</summary>
    public IReadOnlyList<(string Zone, Duration Expire)> Expires { get; init; } = [];
}
