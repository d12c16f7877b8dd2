namespace LogSerialAudit.Sources;

/// <summary>A file that will be read, on its way into a set.</summary>
internal sealed record FoundFile(SourceFile File, int Argument, string? Observer, string Folder, string FolderIdentity, bool IsPacked);
