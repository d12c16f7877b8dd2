namespace LogSerialAudit.Evidence.Vms;

/// <summary>Starts and stops of a virtual machine on all its hosts, merged by time.</summary>
public static class VmTimeline
{
    /// <summary>The rows, by time; those of one instant by host.</summary>
    public static IReadOnlyList<VmTimelineRow> Of(IReadOnlyList<VmLog> logs)
    {
        var inside = VmOverlap.Of(logs).Select(overlap => overlap.Later.Start).ToHashSet();
        var letters = Letters([.. logs.Select(log => log.Host).Distinct().Order(StringComparer.Ordinal)]);
        return
        [
            .. from log in logs
               from entry in log.Entries
               where entry.Kind is VmEntryKind.Start or VmEntryKind.Stop
               orderby entry.At, entry.Host, entry.Source.Line
               select new VmTimelineRow(letters[entry.Host], entry, inside.Contains(entry)),
        ];
    }

    /// <summary>As many first letters of each name as tell them apart.</summary>
    private static Dictionary<string, string> Letters(List<string> hosts)
    {
        var length = 1;
        var longest = hosts.Select(host => host.Length).DefaultIfEmpty(0).Max();
        while (length < longest && hosts.Select(Short).Distinct().Count() < hosts.Count)
        {
            length++;
        }

        return hosts.ToDictionary(host => host, Short, StringComparer.Ordinal);

        string Short(string host) => host[..Math.Min(length, host.Length)];
    }
}
