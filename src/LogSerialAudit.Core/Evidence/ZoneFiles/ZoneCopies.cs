using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Copies of a zone file, dated by their names, else by the times of the files.</summary>
internal static class ZoneCopies
{
    /// <summary>Files of a folder at most.</summary>
    private const int MostFiles = 10_000;

    /// <summary>The copies in a folder, newest first; hidden files and folders inside are left alone.</summary>
    public static IReadOnlyList<ZoneRevision> OfFolder(string zone, string path, ICollection<EvidenceError> errors)
    {
        if (Files(path, errors) is not { Count: > 0 } files)
        {
            return [];
        }

        if (files.Find(file => file.EndsWith(",v", StringComparison.Ordinal)) is { } stored)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"a folder with RCS files: name the zone's own, such as {stored}"));
            return [];
        }

        var stems = files.GroupBy(file => CopyName.Of(Path.GetFileName(file)).Stem, StringComparer.Ordinal).ToList();
        var chosen = stems.Count == 1 ? stems : stems.FindAll(stem => CopyName.IsOf(zone, stem.Key));
        if (chosen.Count != 1)
        {
            var names = string.Join(", ", stems.Select(stem => stem.Key).Order(StringComparer.Ordinal).Take(3));
            errors.Add(new EvidenceError(path, 0, 0, $"copies of several files ({names}), and {(chosen.Count == 0 ? "none of them is" : "more than one of them are")} called {zone}: give a folder with the copies of this zone alone"));
            return [];
        }

        return Read(zone, chosen[0], errors);
    }

    /// <summary>A zone file alone.</summary>
    public static IReadOnlyList<ZoneRevision> OfFile(string zone, string path, ICollection<EvidenceError> errors) => Read(zone, [path], errors);

    private static ZoneRevision[] Read(string zone, IEnumerable<string> files, ICollection<EvidenceError> errors)
    {
        var faults = new RepeatedErrors(errors);
        ZoneRevision[] revisions =
        [
            .. files.Order(StringComparer.Ordinal).Select(file => Read(zone, file, faults, errors)).OfType<ZoneRevision>()
                .OrderByDescending(revision => revision.Committed).ThenByDescending(revision => revision.Revision, StringComparer.Ordinal),
        ];
        faults.Say();
        return revisions;
    }

    private static ZoneRevision? Read(string zone, string file, RepeatedErrors faults, ICollection<EvidenceError> errors)
    {
        if (EvidenceBytes.Read(file, errors) is not { } text)
        {
            return null;
        }

        var soa = ZoneFile.ReadSoa(text, zone, out var position, out var fault);
        if (fault is { } wrong)
        {
            faults.Add(file, text, wrong);
        }

        var name = Path.GetFileName(file);
        var named = CopyName.Of(name).At;
        return new ZoneRevision(
            zone,
            name,
            soa?.Serial,
            soa,
            named ?? Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)),
            named is null ? RevisionTime.FileTime : RevisionTime.FileName,
            "",
            new SourceLine(file, new TextPlaces(text).Of(position).Line));
    }

    private static List<string>? Files(string path, ICollection<EvidenceError> errors)
    {
        try
        {
            var files = Directory.EnumerateFiles(path).Where(file => !Path.GetFileName(file).StartsWith('.')).Take(MostFiles + 1).ToList();
            if (files.Count <= MostFiles)
            {
                return files;
            }

            errors.Add(new EvidenceError(path, 0, 0, $"a folder with more than {MostFiles} files is not read"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"can't be read: {error.Message.TrimEnd('.')}"));
        }

        return null;
    }
}
