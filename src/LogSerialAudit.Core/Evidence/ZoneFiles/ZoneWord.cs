namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>A word of an entry of a zone file.</summary>
/// <param name="Text">As written, escapes and quotes included.</param>
/// <param name="Position">Characters before it.</param>
internal readonly record struct ZoneWord(string Text, int Position);
