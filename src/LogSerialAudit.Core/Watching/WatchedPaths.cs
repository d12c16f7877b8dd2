using LogSerialAudit.Sources;
using LogSerialAudit.Watching.Logs;

namespace LogSerialAudit.Watching;

/// <summary>Finds logs, at moments too when one is being rotated and its new file is not there yet.</summary>
public static class WatchedPaths
{
    /// <summary>A rotation takes moments: what is not there after these is not there.</summary>
    private const int MostAttempts = 10;

    /// <summary>As <see cref="SourceFinder.Find"/>, but a log that is not there is known by its newest rotated file.</summary>
    /// <param name="paths">As they come from the command line.</param>
    /// <param name="limit">How far compressed data may expand; null for the default.</param>
    /// <param name="servers">The identifiers that <c>journald:</c> without a name means.</param>
    public static SourceSelection Find(IReadOnlyList<string> paths, ExpandLimit? limit = null, IEnumerable<string>? servers = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The rotated file by which a log is known may be compressed, and gone, before it is looked at.
            var found = SourceFinder.Find(paths.Select(Of), limit, servers);
            if (attempt == MostAttempts || !found.Problems.Any(problem => problem.IsMissing))
            {
                return found;
            }

            Thread.Sleep(attempt);
        }
    }

    /// <summary>The path, or that of the newest rotated file where there is none at <paramref name="path"/>; behind <c>NAME=</c> too.</summary>
    private static string Of(string path)
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
