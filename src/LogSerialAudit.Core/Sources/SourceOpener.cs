namespace LogSerialAudit.Sources;

/// <summary>Opens files so that neither who writes them nor who rotates them is disturbed.</summary>
internal static class SourceOpener
{
    /// <summary>Opens for reading; null with a sentence where that fails.</summary>
    public static FileStream? TryOpen(string path, out string? sentence)
    {
        sentence = null;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            sentence = Directory.Exists(path) ? $"{path}: is a folder" : PermissionDenied(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            sentence = Gone(path);
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            sentence = $"{path}: cannot be opened: {error.Message.TrimEnd('.')}";
        }

        return null;
    }

    /// <summary>What to say of a file that was found and is not there any more.</summary>
    public static string Gone(string path) => $"{path}: no such file; it was there a moment ago";

    /// <summary>What to say, and what the reader can do, where a file may not be read.</summary>
    public static string PermissionDenied(string path) =>
        $"{path}: permission denied; the group adm may read the system's logs: sudo usermod -aG adm $USER and log in anew, or run with sudo";
}
