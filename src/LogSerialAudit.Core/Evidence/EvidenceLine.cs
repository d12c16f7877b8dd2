using LogSerialAudit.History;

namespace LogSerialAudit.Evidence;

/// <summary>A line of a file of evidence.</summary>
/// <param name="Text">The line without its line end, decoded.</param>
/// <param name="Source">Where it stands.</param>
public readonly record struct EvidenceLine(string Text, SourceLine Source);
