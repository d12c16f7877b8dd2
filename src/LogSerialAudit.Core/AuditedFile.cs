using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>A file that was read, with the years that were found for its lines.</summary>
/// <param name="Set">The rotated set it is of.</param>
/// <param name="Scan">What was found in it.</param>
/// <param name="Hosts">The file as each of its hosts wrote it.</param>
public sealed record AuditedFile(RotationSet Set, SourceScan Scan, IReadOnlyList<(string Host, SequenceFile Part)> Hosts)
{
    /// <summary>The path as given.</summary>
    public string Path => Scan.File.Path;

    /// <summary>What lines without a host go by.</summary>
    public string SetName => Set.Name;
}
