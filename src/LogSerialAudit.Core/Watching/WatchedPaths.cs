using LogSerialAudit.Sources;
using LogSerialAudit.Watching.Logs;

namespace LogSerialAudit.Watching;

/// <summary>The paths of logs, at moments too when a log was just rotated and its new file is not there yet.</summary>
public static class WatchedPaths
{
    /// <summary>The path, or that of the newest rotated file where there is none at <paramref name="path"/>; behind <c>NAME=</c> too.</summary>
    public static string Of(string path)
    {
        if (IsThere(path))
        {
            return path;
        }

        var equals = path.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !path.AsSpan(0, equals).ContainsAny('/', ':') ? path[..(equals + 1)] + Newest(path[(equals + 1)..]) : Newest(path);
    }

    private static string Newest(string path)
    {
        if (path.Length == 0 || path.EndsWith('/') || IsThere(path) || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder)
        {
            return path;
        }

        var rotated = OpenLog.NamesOf(folder, Path.GetFileName(path)).LastOrDefault();
        return rotated is null ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", rotated.FileName);
    }

    private static bool IsThere(string path) => path.Length == 0 || UnixFile.At(path).Type != UnixFileType.Missing;
}
