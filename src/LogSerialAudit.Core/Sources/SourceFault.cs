namespace LogSerialAudit.Sources;

/// <summary>What ended a byte source before its time, without names and counts.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">The byte of the file, as on disk, at which it shows.</param>
/// <param name="Text">The middle of a sentence, such as "compressed data ends early at byte 8192 (of 8192)".</param>
/// <param name="MayLackText">Whether text that stood before the damage may be missing because the input cannot be read again.</param>
internal sealed record SourceFault(DamageKind Kind, long Offset, string Text, bool MayLackText = false);
