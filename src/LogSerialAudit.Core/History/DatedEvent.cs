using LogSerialAudit.Dating;

namespace LogSerialAudit.History;

/// <summary>An event in its place: who observed it and when.</summary>
/// <param name="File">The index of its file.</param>
/// <param name="Index">Its index among the file's events.</param>
/// <param name="At">Its instant.</param>
/// <param name="OrderAt">Where it stands in time: its instant, the other one of an ambiguous instant where the order of lines asks for it, or that of the event before it where it has none.</param>
public readonly record struct DatedEvent(int File, int Index, Dated At, NodaTime.Instant OrderAt);
