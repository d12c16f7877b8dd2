namespace LogSerialAudit.History;

/// <summary>One process of a server program, from its first line in the logs to its last. Places count events in time order.</summary>
internal sealed class Process(ServerProgram server, uint pid, long first)
{
    /// <summary>Decided once, and kept.</summary>
    public Observer? Observer { get; set; }

    public ServerProgram Server { get; } = server;

    public string Host => Server.Host;

    public string Program => Server.Program;

    public uint Pid { get; } = pid;

    public long First { get; } = first;

    public long Last { get; set; } = first;

    /// <summary>The next process of its program; null where it is the last.</summary>
    public Process? Next { get; set; }

    /// <summary>Where it said that it starts.</summary>
    public long? Started
    {
        get => _started < 0 ? null : _started;
        set => _started = value ?? -1;
    }

    private long _started = -1;

    /// <summary>The configuration file it said it runs with; null where it did not say, empty for the usual one.</summary>
    public string? Configuration { get; set; }

    /// <summary>Whether it said that it exits.</summary>
    public bool Exited { get; set; }

    /// <summary>Whether another server wrote between two of its lines, after its start.</summary>
    public bool WasInterrupted { get; set; }

    /// <summary>Whether it can be a child of another: it has no start of its own, and was not there before the other.</summary>
    public bool CanBeChildOf(Process other) => Started is null && First > other.First;
}
