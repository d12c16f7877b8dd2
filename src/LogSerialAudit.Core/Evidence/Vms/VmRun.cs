using NodaTime;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>One run of a virtual machine on one host, from a start to a stop, as far as they are logged.</summary>
/// <param name="Host">The host.</param>
/// <param name="Start">The start; null where a stop has none before it.</param>
/// <param name="Stop">The stop; null where none is logged before the host's next start.</param>
/// <param name="Until">When it had ended at the latest: its stop, or the host's next start; null where nothing says that it has ended.</param>
public sealed record VmRun(string Host, VmEntry? Start, VmEntry? Stop, Instant? Until)
{
    /// <summary>Whether both ends are logged.</summary>
    public bool IsWhole => Start is not null && Stop is not null;

    /// <summary>Whether the machine may have run at an instant: from its start on, and not past its end.</summary>
    public bool MayHold(Instant at) => Start is { } start && start.At <= at && (Until is not { } until || at < until);

    /// <summary>The runs of a log, by time. A run without a stop lasts at most until the same host's next start.</summary>
    public static IReadOnlyList<VmRun> Of(VmLog log)
    {
        var runs = new List<VmRun>();
        VmEntry? start = null;
        foreach (var entry in log.Entries)
        {
            if (entry.Kind == VmEntryKind.Start)
            {
                if (start is not null)
                {
                    runs.Add(new VmRun(log.Host, start, null, entry.At));
                }

                start = entry;
            }
            else if (entry.Kind == VmEntryKind.Stop)
            {
                runs.Add(new VmRun(log.Host, start, entry, entry.At));
                start = null;
            }
        }

        if (start is not null)
        {
            runs.Add(new VmRun(log.Host, start, null, null));
        }

        return runs;
    }
}
