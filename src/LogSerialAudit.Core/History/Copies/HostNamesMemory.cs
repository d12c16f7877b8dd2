namespace LogSerialAudit.History.Copies;

/// <summary>Which names were found to be one host's, to go on from in another run.</summary>
/// <param name="Hosts">Names and the names of their hosts.</param>
/// <param name="Processes">The same of single processes.</param>
internal sealed record HostNamesMemory(IReadOnlyDictionary<string, string> Hosts, IReadOnlyList<HostNamesMemory.ProcessName> Processes)
{
    /// <summary>A process, and the name of its host.</summary>
    public sealed record ProcessName(string Host, string Program, uint Pid, string Is);
}
