using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>All files of one log, held open: the one that is written to and the rotated ones, as they stood at one moment.</summary>
internal sealed class OpenLog : IDisposable
{
    /// <summary>A rotation takes moments; what renames files without end is none.</summary>
    private const int MostAttempts = 10;

    private OpenLog(IReadOnlyList<OpenFile> files, IReadOnlyList<(string Identity, string Problem)> unopened) => (Files, Unopened) = (files, unopened);

    /// <summary>The files, oldest first.</summary>
    public IReadOnlyList<OpenFile> Files { get; }

    /// <summary>Those that could not be opened, and why.</summary>
    public IReadOnlyList<(string Identity, string Problem)> Unopened { get; }

    /// <summary>Opens the files of a log.</summary>
    /// <param name="folder">The folder they are in.</param>
    /// <param name="baseName">The name they share.</param>
    /// <param name="limit">How far compressed ones may expand.</param>
    public static OpenLog Of(string folder, string baseName, ExpandLimit limit)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = Listed(folder, baseName);
            var (files, unopened) = (new List<OpenFile>(), new List<(string, string)>());
            foreach (var (path, identity) in before)
            {
                if (OpenFile.TryOpen(path, limit, out var sentence) is { } file)
                {
                    files.Add(file);
                }
                else
                {
                    unopened.Add((identity, sentence!));
                }
            }

            // Files that were renamed while they were opened would be taken twice, or not at all.
            var opened = new OpenLog(files, unopened);
            if (attempt == MostAttempts || (before.SequenceEqual(Listed(folder, baseName)) && files.TrueForAll(file => before.Contains((file.Path, file.Identity)))))
            {
                return opened;
            }

            opened.Dispose();
            Thread.Sleep(attempt);
        }
    }

    /// <summary>The names of a log's files in a folder, oldest first.</summary>
    public static IEnumerable<RotationName> NamesOf(string folder, string baseName) => FolderNames.In(folder)
        .Select(RotationName.Parse)
        .Where(name => name.BaseName == baseName)
        .Order(RotationOrder.Instance);

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.Dispose();
        }
    }

    private static List<(string Path, string Identity)> Listed(string folder, string baseName) =>
    [
        .. NamesOf(folder, baseName)
            .Select(name => Path.Combine(folder, name.FileName))
            .Select(path => (Path: path, Found: UnixFile.At(path)))
            .Where(file => file.Found.Type is UnixFileType.Regular or UnixFileType.Hidden)
            .DistinctBy(file => file.Found.Identity)
            .Select(file => (file.Path, file.Found.Identity)),
    ];
}
