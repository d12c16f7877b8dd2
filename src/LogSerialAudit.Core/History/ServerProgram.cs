namespace LogSerialAudit.History;

/// <summary>A server program on a host, whose processes may be one server or several.</summary>
/// <param name="host">The host, or the name of the log.</param>
/// <param name="program">The program, without its path.</param>
internal sealed class ServerProgram(string host, string program)
{
    public string Host { get; } = host;

    public string Program { get; } = program;

    /// <summary>The process whose line was the last.</summary>
    public Process? Speaking { get; set; }
}
