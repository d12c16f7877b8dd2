using LogSerialAudit.Sources;

namespace LogSerialAudit.Cli.Cases;

/// <summary>The folder of a case, which the paths in its description must not leave: it may come from somebody else.</summary>
/// <param name="folder">The folder as given; empty for the current one.</param>
/// <param name="mayLeave">Whether they may all the same.</param>
internal sealed class CaseFolder(string folder, bool mayLeave)
{
    private readonly string _full = RealPath.Of(folder.Length == 0 ? "." : folder);

    /// <summary>A path of the description as it is to be opened and shown.</summary>
    /// <param name="path">The path in the description.</param>
    /// <param name="error">Why it can't be taken; null where it can.</param>
    public string Resolve(string path, out string? error)
    {
        error = null;
        if (path.Length == 0)
        {
            error = "a path is empty";
            return path;
        }

        var resolved = Path.Combine(folder, path);
        if (!mayLeave && (Path.IsPathRooted(path) || !IsInside(Path.GetFullPath(Path.Combine(_full, path)))))
        {
            error = "leads out of the case's folder; --allow-outside lets it";
        }
        else if (!mayLeave && Targets(resolved).FirstOrDefault(target => !IsInside(RealPath.Of(target))) is { } target)
        {
            error = $"{target} is or holds a symbolic link that leads out of the case's folder; --allow-outside lets it";
        }

        return resolved;
    }

    private bool IsInside(string full) => full == _full || full.StartsWith(_full.EndsWith('/') ? _full : $"{_full}/", StringComparison.Ordinal);

    /// <summary>What a path may come to: itself, what a pattern matches, what lies in a folder.</summary>
    private static IEnumerable<string> Targets(string path)
    {
        var paths = GlobPaths.Of(path);
        return paths.Concat(paths.Where(Directory.Exists).SelectMany(Entries));
    }

    private static IEnumerable<string> Entries(string path)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
