using LogSerialAudit.Dating;
using NodaTime;

namespace LogSerialAudit.Watching.State;

/// <summary>A warning that was said.</summary>
/// <param name="Log">The log it is of; empty where it is of several.</param>
/// <param name="By">What contradicts its dates.</param>
/// <param name="At">When it was said.</param>
internal sealed record WarningMemory(string Log, DateWitness By, Instant At);
