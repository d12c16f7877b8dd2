namespace LogSerialAudit.Evidence;

/// <summary>The evidence beside the logs, by what the user called it.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Hypervisors' logs of one virtual machine: the host's name, and a path.</summary>
    public IReadOnlyList<(string Host, string Path)> Vms { get; init; } = [];

    /// <summary>Histories of zone files: the zone, and a path.</summary>
    public IReadOnlyList<(string Zone, string Path)> ZoneHistories { get; init; } = [];
}
