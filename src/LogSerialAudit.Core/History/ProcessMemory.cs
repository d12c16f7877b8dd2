namespace LogSerialAudit.History;

/// <summary>What is known of a server's process, to go on from in another run. Places count events in time order.</summary>
internal sealed record ProcessMemory
{
    /// <summary>Its host.</summary>
    public required string Host { get; init; }

    /// <summary>Its program.</summary>
    public required string Program { get; init; }

    /// <summary>Its number.</summary>
    public uint Pid { get; init; }

    /// <summary>The place of its first event.</summary>
    public long First { get; init; }

    /// <summary>The place of its last event.</summary>
    public long Last { get; init; }

    /// <summary>The place where it said that it starts.</summary>
    public long? Started { get; init; }

    /// <summary>The configuration file it said it runs with.</summary>
    public string? Configuration { get; init; }

    /// <summary>Whether it said that it exits.</summary>
    public bool Exited { get; init; }

    /// <summary>Whether another server wrote between two of its lines, after its start.</summary>
    public bool WasInterrupted { get; init; }

    /// <summary>Whether it was the last of its program on its host to write.</summary>
    public bool IsSpeaking { get; init; }

    /// <summary>What its observer goes by.</summary>
    public required string Observer { get; init; }
}
