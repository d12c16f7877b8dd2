using NodaTime;

namespace LogSerialAudit.Watching.State;

/// <summary>A line that was read, which another log may have too.</summary>
/// <param name="Log">The log.</param>
/// <param name="Host">The full name of the host, as far as it is known.</param>
/// <param name="Program">The program.</param>
/// <param name="Pid">The process number; 0 where the line does not say.</param>
/// <param name="At">The second.</param>
/// <param name="Said">The fingerprint of what it says.</param>
internal sealed record RecentLine(string Log, string Host, string Program, uint Pid, Instant At, string Said);
