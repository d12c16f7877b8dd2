using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.Evidence.ZoneFiles;

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
            Errors = errors,
        };
    }
}
