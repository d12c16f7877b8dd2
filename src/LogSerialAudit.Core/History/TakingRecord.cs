using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>A <see cref="SerialTaking"/> as <see cref="TakingStore"/> keeps it.</summary>
/// <param name="History">The number of the history.</param>
/// <param name="Serial">The serial.</param>
/// <param name="Previous">The serial in service before; null where no line shows it.</param>
/// <param name="At">When the line was logged.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="File">The number of its file.</param>
/// <param name="Line">Its number in the file.</param>
/// <param name="Place">Its place among all events.</param>
/// <param name="From">The server it was transferred from.</param>
internal readonly record struct TakingRecord(
    int History, SerialNumber Serial, SerialNumber? Previous, Dated At, EventKind Kind, int File, long Line, int Place, EventText From);
