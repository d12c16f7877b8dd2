using LogSerialAudit.Dating;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>What the rules look at: incidents, what was taken when, what primaries say of themselves, and the evidence.</summary>
internal sealed class CaseFacts
{
    private readonly Dictionary<(SerialHistory History, SerialNumber Serial), SerialTaking> _takings = [];

    public CaseFacts(
        IReadOnlyList<Episode> episodes, Propagation propagation, CaseRows rows, CaseEvidence evidence, IReadOnlyList<DateWarning> warnings)
    {
        (Episodes, Evidence, Warnings) = (episodes, evidence, warnings);
        Incidents = Incident.Of(episodes);
        foreach (var zone in propagation.Zones)
        {
            foreach (var history in zone.Histories)
            {
                foreach (var taking in zone.TakingsOf(history))
                {
                    _takings.TryAdd((history, taking.Serial), taking);
                }

                if (zone.IsPrimary(history))
                {
                    Primaries.Add(history);
                }
            }
        }

        (ServerStarts, Setbacks) = (rows.ServerStarts, rows.Setbacks);
        Runs = [.. evidence.Vms.SelectMany(VmRun.Of).OrderBy(run => run.Start?.At ?? run.Stop!.At)];
        Overlaps = VmOverlap.Of(evidence.Vms);
    }

    public IReadOnlyList<Episode> Episodes { get; }

    public IReadOnlyList<Incident> Incidents { get; }

    public CaseEvidence Evidence { get; }

    /// <summary>What contradicts the dates of the logs, a sentence each.</summary>
    public IReadOnlyList<DateWarning> Warnings { get; }

    /// <summary>The runs of the virtual machine on all hosts, by time.</summary>
    public IReadOnlyList<VmRun> Runs { get; }

    public IReadOnlyList<VmOverlap> Overlaps { get; }

    /// <summary>Starts of name servers.</summary>
    public IReadOnlyList<EventRow> ServerStarts { get; }

    /// <summary>Lines in which a server loads a lower serial than it served, or says that a zone has gone backwards.</summary>
    public IReadOnlyList<EventRow> Setbacks { get; }

    /// <summary>Histories of servers that make the serials themselves.</summary>
    public HashSet<SerialHistory> Primaries { get; } = [];

    /// <summary>How a serial first came into service at an observer; null where no line shows it.</summary>
    public SerialTaking? TakingOf(SerialHistory history, SerialNumber serial) => _takings.GetValueOrDefault((history, serial));
}
