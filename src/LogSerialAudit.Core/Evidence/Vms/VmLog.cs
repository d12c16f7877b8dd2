using LogSerialAudit.Messages.Language;
using LogSerialAudit.Sources;
using Sprache;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>What one host's hypervisor logged of one virtual machine.</summary>
/// <param name="Host">The host, by the name the user gave it.</param>
/// <param name="Entries">The dated lines, by time; lines of one instant in the order of the file.</param>
public sealed record VmLog(string Host, IReadOnlyList<VmEntry> Entries)
{
    /// <summary>Reads a log, plain, compressed or rotated. Lines without a time (command lines, free text) say nothing here.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="path">A file, or a glob or folder of rotated ones.</param>
    /// <param name="errors">Takes lines that begin like a time and are none, and what can't be read.</param>
    public static VmLog Read(string host, string path, ICollection<EvidenceError> errors)
    {
        var (entries, faults, count) = (new List<VmEntry>(), new RepeatedErrors(errors), errors.Count);
        foreach (var line in EvidenceLines.Of(path, errors).Where(line => BeginsLikeATime(line.Text)))
        {
            var result = VmLogGrammar.Entry(new LineInput(line.Text, 0));
            if (result.WasSuccessful)
            {
                var (at, kind, reason) = result.Value;
                entries.Add(new VmEntry(host, at, kind, reason, line.Text, line.Source));
            }
            else
            {
                faults.Add(new EvidenceError(line.Source.File, line.Source.Line, result.Remainder.Column, $"not a time of a hypervisor's log; expected {string.Join(" or ", result.Expectations.Distinct())}"));
            }
        }

        faults.Say();
        if (entries.TrueForAll(entry => entry.Kind is not (VmEntryKind.Start or VmEntryKind.Stop)) && errors.Count == count)
        {
            errors.Add(new EvidenceError(path, 0, 0, "no virtual machine starts or stops here; expected lines such as 2019-05-25 15:45:36.856+0000: starting up"));
        }

        // A folder of libvirt's has a log for each machine of the host.
        var machines = entries.Select(entry => RotationName.Parse(Path.GetFileName(entry.Source.File)).BaseName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (machines.Count > 1)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"logs of several machines ({string.Join(", ", machines.Take(3))}{(machines.Count > 3 ? ", ..." : "")}): name those of one, such as {machines[0]}*"));
            return new VmLog(host, []);
        }

        // The order of a file is not strictly that of time: qemu's last words come after the line of the stop.
        return new VmLog(host, [.. entries.OrderBy(entry => entry.At)]);
    }

    private static bool BeginsLikeATime(string line) =>
        line.Length > 10 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[3]) && line[4] == '-' && line[7] == '-' && line[10] is ' ' or 'T';
}
