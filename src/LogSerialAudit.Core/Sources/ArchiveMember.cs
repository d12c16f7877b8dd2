namespace LogSerialAudit.Sources;

/// <summary>Where a source is in an archive.</summary>
/// <param name="Archive">The archive's path.</param>
/// <param name="Place">The member of the archive, counted from 0 over all that is listed.</param>
/// <param name="Inner">Where that member is an archive itself, the member of it; else -1.</param>
/// <param name="Name">The path in the (inner) archive; may hold anything.</param>
public sealed record ArchiveMember(string Archive, int Place, int Inner, string Name);
