using LogSerialAudit.Dating;
using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>An event in its place: who observed it and when.</summary>
/// <param name="File">The index of its file.</param>
/// <param name="Line">The event.</param>
/// <param name="Peer">The other server's address as it logs it.</param>
/// <param name="Detail">What else it says.</param>
/// <param name="At">Its instant.</param>
/// <param name="OrderAt">Where it stands in time: its instant, the other one of an ambiguous instant where the order of lines asks for it, or that of the event before it where it has none.</param>
/// <param name="Place">Its place among all events in time order.</param>
/// <param name="Observer">Whose log the line is of.</param>
public readonly record struct DatedEvent(int File, LogEvent Line, EventText Peer, EventText Detail, Dated At, NodaTime.Instant OrderAt, int Place, Observer Observer);
