namespace LogSerialAudit.Events;

/// <summary>A writer that no event of the file had before.</summary>
/// <param name="Host">The host; empty where the line names none.</param>
/// <param name="Program">The program; empty where the line names none.</param>
/// <param name="Pid">The process number; 0 where the line names none.</param>
internal readonly record struct NewWriter(string Host, string Program, uint Pid);
