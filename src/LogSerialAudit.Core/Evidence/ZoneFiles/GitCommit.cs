using NodaTime;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>A commit that changed the zone file.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="At">The committer's date.</param>
/// <param name="Author">The author's name.</param>
/// <param name="Blob">The hash of the file's content; null where the commit took the file away.</param>
internal sealed record GitCommit(string Id, Instant At, string Author, string? Blob);
