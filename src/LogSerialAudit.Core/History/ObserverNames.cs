
namespace LogSerialAudit.History;

/// <summary>
/// Says which observer each writer is. A host's processes are one observer through restarts; two servers of one kind
/// that write in turn, between one's start and its end, are two.
/// </summary>
internal sealed class ObserverNames
{
    private readonly Dictionary<string, Observer> _byName = new(StringComparer.Ordinal);

    /// <summary>The observer of every process.</summary>
    public static Dictionary<Process, Observer> Of(IReadOnlyList<Process> processes)
    {
        var names = new ObserverNames();
        var observers = new Dictionary<Process, Observer>();
        foreach (var host in processes.GroupBy(process => process.Host, StringComparer.Ordinal))
        {
            var programs = host.GroupBy(process => process.Program, StringComparer.Ordinal).ToList();
            foreach (var program in programs)
            {
                var name = programs.Count == 1 ? host.Key : $"{host.Key}/{program.Key}";
                names.Assign(host.Key, name, program.Key, [.. program.OrderBy(process => process.First)], observers);
            }
        }

        return observers;
    }

    private void Assign(
        string host, string name, string program, List<Process> processes, Dictionary<Process, Observer> observers)
    {
        if (!AnyInTurn(processes))
        {
            processes.ForEach(process => observers[process] = Get(name, host));
            return;
        }

        var servers = new List<List<Process>>();
        foreach (var process in processes)
        {
            var server = servers.Find(known => Continues(known, process));
            if (server is null)
            {
                servers.Add(server = []);
            }

            server.Add(process);
        }

        foreach (var server in servers)
        {
            var observer = Get($"{host}/{(program.Length == 0 ? "named" : program)}[{server[0].Pid}]", host);
            server.ForEach(process => observers[process] = observer);
        }
    }

    /// <summary>Whether some process writes while another that was seen to start goes on before and after.</summary>
    private static bool AnyInTurn(List<Process> processes) =>
        processes.Exists(one => one.Started is { } started && processes.Exists(other =>
            other != one && other.HasBetween(started, one.Last)));

    /// <summary>A server goes on as a process that begins when its last one has ended, under the same configuration where both say it.</summary>
    private static bool Continues(List<Process> server, Process process) =>
        server[^1].Last < process.First
        && (server[^1].RunsAs.Length == 0 || process.RunsAs.Length == 0 || server[^1].RunsAs == process.RunsAs);

    private Observer Get(string name, string host)
    {
        if (!_byName.TryGetValue(name, out var observer))
        {
            _byName.Add(name, observer = new Observer(name, host));
        }

        return observer;
    }
}
