namespace LogSerialAudit.History;

/// <summary>A server program on a host, whose processes may be one server or several.</summary>
/// <param name="host">The host, or the name of the log.</param>
/// <param name="program">The program, without its path.</param>
/// <param name="first">The program of that host that was seen first; null where this is it.</param>
/// <param name="number">How many there were before it, of all hosts.</param>
internal sealed class ServerProgram(string host, string program, ServerProgram? first, int number)
{
    public string Host { get; } = host;

    public string Program { get; } = program;

    /// <summary>The program of its host that was seen first.</summary>
    public ServerProgram First => first ?? this;

    public int Number { get; } = number;

    /// <summary>How many programs the host has, which its first one knows.</summary>
    public int OfHost { get; set; } = 1;

    /// <summary>The process whose line was the last.</summary>
    public Process? Speaking { get; set; }

    /// <summary>Whether its host is not named, and goes by the name of its log.</summary>
    public bool IsLog { get; set; }

    /// <summary>Whether one of its processes was interrupted.</summary>
    public bool WasInterrupted { get; set; }

    /// <summary>Its processes in order of their first lines: each knows the next one, so that one alone takes no list.</summary>
    public IEnumerable<Process> Processes => From(_first);

    /// <summary>Those of them that are not named yet, all behind those that are.</summary>
    public IEnumerable<Process> Unnamed => From(_unnamed);

    private Process? _first;
    private Process? _last;
    private Process? _unnamed;

    /// <summary>Adds the next process.</summary>
    /// <returns>Whether it is the first one without a name.</returns>
    public bool Add(Process process)
    {
        if (_last is null)
        {
            _first = process;
        }
        else
        {
            _last.Next = process;
        }

        _last = process;
        if (_unnamed is not null || process.Observer is not null)
        {
            return false;
        }

        _unnamed = process;
        return true;
    }

    /// <summary>Takes note that all have names.</summary>
    public void EndNaming() => _unnamed = null;

    private static IEnumerable<Process> From(Process? process)
    {
        for (; process is not null; process = process.Next)
        {
            yield return process;
        }
    }
}
