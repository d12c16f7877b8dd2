using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>A place where the stamps of a run go back by more than small disorder.</summary>
/// <param name="From">The stamp before.</param>
/// <param name="To">The smaller stamp after it.</param>
/// <param name="Line">The number of the line that has it.</param>
/// <param name="Next">The stamp of the line after that one; the default stamp where none has come.</param>
public readonly record struct StepBack(Stamp From, Stamp To, long Line, Stamp Next);
