namespace LogSerialAudit.History;

/// <summary>
/// Servers of one program whose last process has ended, which a new process may go on: the first of those with its configuration, else the
/// first of those of which, or of the process, that is not known. Processes come in order of their first lines.
/// </summary>
internal sealed class EndedServers
{
    /// <summary>The servers that go on, and where the last lines of their last processes stand.</summary>
    private readonly PriorityQueue<int, long> _running = new();

    /// <summary>The configurations of their last processes, by the number of the server.</summary>
    private readonly Dictionary<int, string?> _configurations = [];
    private readonly SortedSet<int> _ended = [];
    private readonly SortedSet<int> _unsaid = [];
    private readonly Dictionary<string, SortedSet<int>> _byConfiguration = new(StringComparer.Ordinal);

    /// <summary>Takes the server that a process goes on; null where none has ended that it can be.</summary>
    public int? Take(Process process)
    {
        while (_running.TryPeek(out var next, out var last) && last < process.First)
        {
            _running.Dequeue();
            _ended.Add(next);
            SetOf(next).Add(next);
        }

        var fitting = process.Configuration is not { } configuration ? _ended
            : _byConfiguration.TryGetValue(configuration, out var same) && same.Count > 0 ? same
            : _unsaid;
        if (fitting.Count == 0)
        {
            return null;
        }

        var server = fitting.Min;
        _ended.Remove(server);
        SetOf(server).Remove(server);
        return server;
    }

    /// <summary>Takes note of the process that is a server's last now.</summary>
    public void Add(int server, Process process)
    {
        _configurations[server] = process.Configuration;
        _running.Enqueue(server, process.Last);
    }

    private SortedSet<int> SetOf(int server)
    {
        if (_configurations[server] is not { } configuration)
        {
            return _unsaid;
        }

        if (!_byConfiguration.TryGetValue(configuration, out var servers))
        {
            _byConfiguration.Add(configuration, servers = []);
        }

        return servers;
    }
}
