using System.Net;

namespace LogSerialAudit.History.Copies;

/// <summary>
/// Which names of hosts are one host's: what proves it are lines that are copies of each other. A name and its first label
/// (<c>ns2.example.org</c>, <c>ns2</c>) are one host's in all that they say; of other names each process is proven by itself, because
/// a relay may write its own name before the lines of many hosts.
/// </summary>
public sealed class HostNames
{
    private const int MostKept = 1000;
    private readonly Dictionary<string, string> _fullNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Host, string Program, uint Pid), string> _processes = [];

    /// <summary>The host that a process runs on, by the name that it goes by here.</summary>
    /// <param name="host">The name that its lines have.</param>
    /// <param name="program">The program, without its folder.</param>
    /// <param name="pid">The process number.</param>
    public string Of(string host, string program, uint pid) => Of(_processes.GetValueOrDefault((host, program, pid), host));

    /// <summary>The host of a name, where all that it says is one host's.</summary>
    public string Of(string host)
    {
        while (_hosts.TryGetValue(host, out var other))
        {
            host = other;
        }

        return host;
    }

    /// <summary>The names that are another host's too: <c>NAME is HOST</c>, or of one process <c>NAME PROGRAM[PID] is HOST</c>.</summary>
    public IEnumerable<(string Name, string Sentence)> Told =>
        _hosts.Keys.Select(name => (Name: name, Sentence: $"{name} is {Of(name)}"))
            .Concat(_processes.Select(name => (Name: name.Key.Host, Sentence: $"{name.Key.Host} {name.Key.Program}[{name.Key.Pid}] is {Of(name.Value)}")))
            .OrderBy(name => name.Sentence, StringComparer.Ordinal);

    /// <summary>What is known so far.</summary>
    internal HostNamesMemory Keep() => new(
        new SortedDictionary<string, string>(_hosts, StringComparer.Ordinal),
        [
            .. _processes.OrderBy(name => name.Key.Host, StringComparer.Ordinal).ThenBy(name => name.Key.Program, StringComparer.Ordinal).ThenBy(name => name.Key.Pid)
                .TakeLast(MostKept).Select(name => new HostNamesMemory.ProcessName(name.Key.Host, name.Key.Program, name.Key.Pid, name.Value)),
        ]);

    /// <summary>Goes on from what an earlier run knew.</summary>
    internal void GoOn(HostNamesMemory memory)
    {
        foreach (var (name, host) in memory.Hosts)
        {
            _hosts[name] = host;
        }

        foreach (var (host, program, pid, other) in memory.Processes)
        {
            _processes[(host, program, pid)] = other;
        }
    }

    /// <summary>Makes the names known that the logs have, to tell a short name from one that may be several hosts'.</summary>
    internal void Know(IEnumerable<string> hosts)
    {
        foreach (var host in hosts.Where(host => FirstLabel(host).Length < host.Length))
        {
            var label = FirstLabel(host);
            var isOther = _fullNames.TryGetValue(label, out var known) && !known.Equals(host, StringComparison.OrdinalIgnoreCase);
            _fullNames[label] = isOther ? "" : host;
        }
    }

    /// <summary>The full name of a host, in lower case, as far as the logs have only one that it can be.</summary>
    internal string FullName(string host) =>
        (_fullNames.TryGetValue(host, out var full) && full.Length > 0 ? full : host).ToLowerInvariant();

    /// <summary>Makes the names of processes that are one those of one host.</summary>
    /// <param name="same">For each process its names, first the one that it is to go by.</param>
    internal void Join(IEnumerable<List<LineStream>> same)
    {
        foreach (var names in same)
        {
            var host = Of(names[0].Host, names[0].Program, names[0].Pid);
            foreach (var name in names.Where(name => Of(name.Host, name.Program, name.Pid) != host))
            {
                if (FullName(name.Host) == FullName(host))
                {
                    _hosts.Add(Of(name.Host), host);
                }
                else
                {
                    _processes.TryAdd((name.Host, name.Program, name.Pid), host);
                }
            }
        }
    }

    /// <summary>The name up to its first dot; all of an address.</summary>
    private static string FirstLabel(string host) => IPAddress.TryParse(host, out _) ? host : host.Split('.')[0];
}
