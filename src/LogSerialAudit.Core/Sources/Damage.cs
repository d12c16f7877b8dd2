namespace LogSerialAudit.Sources;

/// <summary>Why a source could not be read to its end.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Severity">Warning for garbage behind good data, else error.</param>
/// <param name="CompressedOffset">The byte of the compressed file at which it shows, as near as can be known; null for a source that is not compressed.</param>
/// <param name="TextOffset">How many bytes of text were got before it.</param>
/// <param name="Sentence">One sentence for the reader; it contains the path as found.</param>
public sealed record Damage(DamageKind Kind, ProblemSeverity Severity, long? CompressedOffset, long TextOffset, string Sentence);
