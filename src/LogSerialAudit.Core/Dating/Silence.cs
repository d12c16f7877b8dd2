using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>A place where a run has no line for some minutes: room for a change of the clocks that no step back shows.</summary>
/// <param name="From">The stamp before.</param>
/// <param name="To">The stamp after it.</param>
/// <param name="Line">The number of the line that has it.</param>
internal readonly record struct Silence(Stamp From, Stamp To, long Line);
