namespace LogSerialAudit.Sources;

/// <summary>What a path with wildcards means.</summary>
public static class GlobPaths
{
    /// <summary>The paths that a pattern matches; the path itself where it has no wildcard, or is there under that very name.</summary>
    public static IReadOnlyList<string> Of(string path) =>
        GlobPattern.HasWildcards(path) && !Path.Exists(path) ? GlobPattern.Expand(path) : [path];
}
