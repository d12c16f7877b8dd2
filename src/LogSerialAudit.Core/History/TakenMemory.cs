using LogSerialAudit.Dating;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>A row that says that a serial was taken, to be settled in another run.</summary>
/// <param name="At">When.</param>
/// <param name="Serial">The serial.</param>
/// <param name="Previous">The one before it.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="IsPlaced">Whether it has no time, but its place in its log.</param>
internal sealed record TakenMemory(Dated At, SerialNumber? Serial, SerialNumber? Previous, SourceLine Source, bool IsPlaced = false);
