using NodaTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>A line as a server means it, before anything writes it.</summary>
/// <param name="At">When, to the microsecond.</param>
/// <param name="Host">On which host.</param>
/// <param name="Program">Which program.</param>
/// <param name="Pid">Its process number.</param>
/// <param name="Message">What it says.</param>
internal sealed record WrittenLine(Instant At, string Host, string Program, uint Pid, string Message);
