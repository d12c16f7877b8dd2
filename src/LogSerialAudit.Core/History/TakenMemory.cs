using LogSerialAudit.Dating;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>A row that says that a serial was taken, to be settled in another run.</summary>
/// <param name="At">When.</param>
/// <param name="Serial">The serial.</param>
/// <param name="Previous">The one before it.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record TakenMemory(Dated At, SerialNumber? Serial, SerialNumber? Previous, SourceLine Source);
