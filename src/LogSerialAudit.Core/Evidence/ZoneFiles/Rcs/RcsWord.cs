namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>A word of a phrase.</summary>
/// <param name="Text">An id, a number or a colon; empty for a string.</param>
/// <param name="Position">Where it stands.</param>
internal readonly record struct RcsWord(string Text, int Position);
