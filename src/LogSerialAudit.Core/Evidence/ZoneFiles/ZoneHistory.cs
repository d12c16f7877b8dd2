using LogSerialAudit.Evidence.ZoneFiles.Rcs;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>The versions of a zone file.</summary>
/// <param name="Zone">The zone in lower case, without the final dot; the root is <c>.</c>.</param>
/// <param name="Revisions">The versions, newest first.</param>
public sealed record ZoneHistory(string Zone, IReadOnlyList<ZoneRevision> Revisions)
{
    /// <summary>
    /// Reads a history, whatever keeps it: an RCS file, the text that <c>rlog</c> prints, a folder of copies, a git
    /// repository and a path in it (<c>REPO:path</c>), or a file that is checked out from RCS or git.
    /// </summary>
    /// <param name="zone">The zone's name.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="errors">Takes what can't be read or understood.</param>
    public static ZoneHistory Read(string zone, string path, ICollection<EvidenceError> errors)
    {
        var name = NameOf(zone);
        var count = errors.Count;
        var revisions = Find(name, path, errors);
        if (revisions.Count == 0 && errors.Count == count)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"no version of the zone file of {name} here"));
        }

        return new ZoneHistory(name, revisions);
    }

    /// <summary>A zone's name as it is kept: in lower case, without the final dot; the root is <c>.</c>.</summary>
    public static string NameOf(string zone) => zone == "." ? zone : zone.ToLowerInvariant().TrimEnd('.');

    private static IReadOnlyList<ZoneRevision> Find(string zone, string path, ICollection<EvidenceError> errors)
    {
        if (Directory.Exists(path))
        {
            return GitHistory.IsRepository(path)
                ? Refused(path, "a git repository: name the zone file in it too, as REPO:path/of/file", errors)
                : ZoneCopies.OfFolder(zone, path, errors);
        }

        if (!File.Exists(path))
        {
            return GitHistory.Split(path) is var (repository, file)
                ? GitHistory.Read(zone, path, repository, file, errors)
                : Refused(path, $"no such file: {path}", errors);
        }

        // The programs of RCS take the name of the working file too.
        var stored = path.EndsWith(",v", StringComparison.Ordinal) ? path : RcsFile.Beside(path);
        if (EvidenceBytes.Read(stored ?? path, errors) is not { } text)
        {
            return [];
        }

        return stored is not null || RcsFile.Is(text) ? RcsFile.Read(zone, stored ?? path, text, errors)
            : RlogText.Is(text) ? RlogText.Read(zone, path, text, errors)
            : GitHistory.IsInside(path) ? GitHistory.Read(zone, path, Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path), errors)
            : ZoneCopies.OfFile(zone, path, errors);
    }

    private static IReadOnlyList<ZoneRevision> Refused(string path, string message, ICollection<EvidenceError> errors)
    {
        errors.Add(new EvidenceError(path, 0, 0, message));
        return [];
    }
}
