namespace LogSerialAudit.History;

/// <summary>
/// Says which observer each process is. A host's processes are one observer through restarts; two servers of one kind
/// that write in turn, between one's start and its end, are two.
/// </summary>
internal sealed class ObserverNames
{
    private readonly Dictionary<string, Observer> _byName = new(StringComparer.Ordinal);

    /// <summary>Names every process that has no observer yet.</summary>
    public void Name(IReadOnlyList<Process> processes)
    {
        if (processes.All(process => process.Observer is not null))
        {
            return;
        }

        foreach (var host in processes.GroupBy(process => process.Host, StringComparer.Ordinal))
        {
            var programs = host.GroupBy(process => process.Program, StringComparer.Ordinal).ToList();
            foreach (var program in programs)
            {
                var name = programs.Count == 1 || program.Key.Length == 0 ? host.Key : $"{host.Key}/{program.Key}";
                Assign(name, [.. program.OrderBy(process => process.First)]);
            }
        }
    }

    private void Assign(string name, List<Process> processes)
    {
        if (!processes.Exists(process => process.WasInterrupted))
        {
            processes.ForEach(process => process.Observer ??= Get(name, process));
            return;
        }

        var servers = new List<List<Process>>();
        foreach (var process in processes)
        {
            var server = servers.Find(known => Continues(known[^1], process, surely: true))
                ?? servers.Find(known => Continues(known[^1], process, surely: false));
            if (server is null)
            {
                servers.Add(server = []);
            }

            server.Add(process);
        }

        foreach (var server in servers)
        {
            var first = server[0];
            var program = first.Program.Length == 0 ? "named" : first.Program;
            server.ForEach(process => process.Observer ??= Get($"{first.Host}/{program}[{first.Pid}]", first));
        }
    }

    /// <summary>A server goes on as a process that begins when its last one has ended, under the same configuration where both say it.</summary>
    private static bool Continues(Process last, Process process, bool surely) =>
        last.Last < process.First
        && (last.Configuration is null || process.Configuration is null ? !surely : last.Configuration == process.Configuration);

    /// <summary>The observer of that name; there is one object for each.</summary>
    public Observer Get(string name, string host)
    {
        if (!_byName.TryGetValue(name, out var observer))
        {
            _byName.Add(name, observer = new Observer(name, host));
        }

        return observer;
    }

    private Observer Get(string name, Process process)
    {
        var observer = Get(name, process.Host);
        observer.Program = observer.Program.Length > 0 ? observer.Program : process.Program;
        return observer;
    }
}
