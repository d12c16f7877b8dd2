namespace LogSerialAudit.Sources;

/// <summary>The names in a folder, in ordinal order, so that nothing depends on the order in which a file system lists them.</summary>
internal static class FolderNames
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>All names; none where the folder cannot be listed.</summary>
    public static IReadOnlyList<string> In(string folder) => TryList(folder, out _) ?? [];

    /// <summary>All names; null where the folder cannot be listed, with whether that is for want of permission.</summary>
    public static IReadOnlyList<string>? TryList(string folder, out bool isForbidden)
    {
        isForbidden = false;
        try
        {
            var names = Directory.EnumerateFileSystemEntries(folder, "*", All).Select(path => Path.GetFileName(path)).ToList();
            names.Sort(string.CompareOrdinal);
            return names;
        }
        catch (UnauthorizedAccessException)
        {
            isForbidden = true;
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
