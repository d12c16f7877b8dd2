namespace LogSerialAudit.History;

/// <summary>
/// Says which observer each process is. A host's processes are one observer through restarts; two servers of one kind
/// that write in turn, between one's start and its end, are two.
/// </summary>
internal sealed class ObserverNames
{
    private readonly Dictionary<string, Observer> _byName = new(StringComparer.Ordinal);

    /// <summary>Names every process that has no observer yet.</summary>
    /// <param name="programs">The programs that have such, each once.</param>
    public void Name(List<ServerProgram> programs)
    {
        // Host by host, in the order in which they were seen first.
        programs.Sort((one, other) => (one.First.Number, one.Number).CompareTo((other.First.Number, other.Number)));
        foreach (var program in programs)
        {
            Assign(program.First.OfHost == 1 || program.Program.Length == 0 ? program.Host : $"{program.Host}/{program.Program}", program);
            program.EndNaming();
        }
    }

    private void Assign(string name, ServerProgram program)
    {
        if (!program.WasInterrupted)
        {
            foreach (var process in program.Unnamed)
            {
                process.Observer = Get(name, process);
            }

            return;
        }

        var (servers, ended) = (new List<List<Process>>(), new EndedServers());
        foreach (var process in program.Processes)
        {
            var server = ended.Take(process) ?? servers.Count;
            if (server == servers.Count)
            {
                servers.Add([]);
            }

            servers[server].Add(process);
            ended.Add(server, process);
        }

        foreach (var server in servers)
        {
            var first = server[0];
            var known = first.Program.Length == 0 ? "named" : first.Program;
            server.ForEach(process => process.Observer ??= Get($"{first.Host}/{known}[{first.Pid}]", first));
        }
    }

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
        observer.IsLog = process.Server.IsLog;
        observer.Program = observer.Program.Length > 0 ? observer.Program : process.Program;
        return observer;
    }
}
