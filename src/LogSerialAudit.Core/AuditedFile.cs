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
    /// <summary>Made when it is first asked for: a relay's log has thousands of hosts, and is asked for each row.</summary>
    private Dictionary<string, YearSource>? _yearSources;

    /// <summary>The path as given.</summary>
    public string Path => Scan.File.Path;

    /// <summary>What lines without a host go by.</summary>
    public string SetName => Set.Name;

    /// <summary>What the years of a host's lines rest on; those of the first host for one that is not among them, and none where there is no host.</summary>
    public YearSource YearSourceOf(string host)
    {
        _yearSources ??= Hosts.DistinctBy(each => each.Host).ToDictionary(each => each.Host, each => each.Part.Source);
        return _yearSources.TryGetValue(host, out var source) ? source : Hosts.Count > 0 ? Hosts[0].Part.Source : YearSource.None;
    }
}
