namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>A phrase of an RCS file, <c>key word word ;</c>: one of rcsfile(5), or a <c>newphrase</c> of releases before 5.8.</summary>
/// <param name="Key">The first word.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Words">The other words; strings are empty here.</param>
internal sealed record RcsPhrase(string Key, int Position, IReadOnlyList<RcsWord> Words);
