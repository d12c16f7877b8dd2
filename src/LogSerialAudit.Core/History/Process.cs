namespace LogSerialAudit.History;

/// <summary>One process of a server program, from its first line in the logs to its last. Places count events in time order.</summary>
internal sealed class Process(string host, string program, uint pid, long first)
{
    private const int MostPlaces = 4096;
    private readonly List<long> _places = [];

    /// <summary>Decided once, and kept.</summary>
    public Observer? Observer { get; set; }

    public string Host { get; } = host;

    public string Program { get; } = program;

    public uint Pid { get; } = pid;

    public long First { get; } = first;

    public long Last { get; private set; } = first;

    /// <summary>Where it said that it starts.</summary>
    public long? Started { get; set; }

    /// <summary>The options it said it runs as; empty where it did not say.</summary>
    public string RunsAs { get; set; } = "";

    /// <summary>Whether it said that it exits.</summary>
    public bool Exited { get; set; }

    public void Add(long place)
    {
        Last = place;
        if (_places.Count < MostPlaces)
        {
            _places.Add(place);
        }
    }

    /// <summary>Whether it wrote a line between two places.</summary>
    public bool HasBetween(long from, long to) => _places.Exists(place => place > from && place < to);
}
