using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit;

/// <summary>A file that was read, with the years that were found for its lines.</summary>
/// <param name="Set">The rotated set it is of.</param>
/// <param name="Scan">What was found in it.</param>
public sealed record AuditedFile(RotationSet Set, SourceScan Scan)
{
    private readonly List<(string Host, SequenceFile Part)> _hosts = [];

    /// <summary>The path as given.</summary>
    public string Path => Scan.File.Path;

    /// <summary>What lines without a host go by.</summary>
    public string SetName => Set.Observer ?? Set.BaseName;

    /// <summary>The file as each of its hosts wrote it.</summary>
    public IReadOnlyList<(string Host, SequenceFile Part)> Hosts => _hosts;

    internal void Add(string host, SequenceFile part) => _hosts.Add((host, part));

    /// <summary>What is known of the file's time besides its lines.</summary>
    internal FileEvidence Evidence(bool fileTimeCounts) => new()
    {
        NameDate = Scan.File.Name.NotAfter,
        GzipTime = Scan.Gzip?.ModifiedSeconds is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null,
        FileTime = fileTimeCounts ? Scan.File.Modified : null,
    };
}
