using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>A place where the stamps of a run go back.</summary>
/// <param name="From">The stamp before.</param>
/// <param name="To">The smaller stamp after it.</param>
/// <param name="Line">The number of the line that has it.</param>
public readonly record struct StepBack(Stamp From, Stamp To, long Line);
