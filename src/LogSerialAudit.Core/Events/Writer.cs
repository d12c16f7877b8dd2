using LogSerialAudit.Dating;

namespace LogSerialAudit.Events;

/// <summary>Who wrote a line: a process of a program on a host, as far as the line says.</summary>
/// <param name="Host">The host; empty where the line names none.</param>
/// <param name="Program">The program; empty where the line names none.</param>
/// <param name="Pid">The process number; 0 where the line names none.</param>
/// <param name="Clock">The stamps of that host in this file.</param>
public sealed record Writer(string Host, string Program, uint Pid, HostClock Clock)
{
    /// <summary>The program without the folder before its name; named for BIND 4's and 8's named-xfer, which does its transfers.</summary>
    public string Server => Program.EndsWith("named-xfer", StringComparison.Ordinal) ? "named" : Program[(Program.LastIndexOf('/') + 1)..];
}
