using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>All files of one log, held open: the one that is written to and the rotated ones.</summary>
internal sealed class OpenLog : IDisposable
{
    private readonly IReadOnlyList<(string Path, string Identity)> _listed;
    private readonly Func<IReadOnlyList<(string Path, string Identity)>> _list;

    private OpenLog(string folder, string baseName, ExpandLimit limit, LogDisk disk)
    {
        _list = () => Listed(folder, baseName, disk);
        _listed = _list();

        // The newest first: where it is found emptied, its copy is whole by the time that is opened.
        var (files, unopened) = (new List<OpenFile>(), new List<(string, string)>());
        foreach (var (path, identity) in _listed.Reverse())
        {
            if (OpenFile.TryOpen(path, limit, disk, out var sentence) is { } file)
            {
                files.Add(file);
            }
            else
            {
                unopened.Add((identity, sentence!));
            }
        }

        files.Reverse();
        (Files, Unopened) = (files, unopened);
    }

    /// <summary>The files, oldest first.</summary>
    public IReadOnlyList<OpenFile> Files { get; }

    /// <summary>Those that could not be opened, and why.</summary>
    public IReadOnlyList<(string Identity, string Problem)> Unopened { get; }

    /// <summary>Opens the files of a log.</summary>
    /// <param name="folder">The folder they are in.</param>
    /// <param name="baseName">The name they share.</param>
    /// <param name="limit">How far compressed ones may expand.</param>
    /// <param name="disk">The disk they are on.</param>
    public static OpenLog Of(string folder, string baseName, ExpandLimit limit, LogDisk disk) => new(folder, baseName, limit, disk);

    /// <summary>The names of a log's files in a folder, oldest first.</summary>
    public static IEnumerable<RotationName> NamesOf(string folder, string baseName) => NamesOf(folder, baseName, LogDisk.Real);

    /// <summary>Whether files were renamed while they were opened: they would be taken twice, or not at all.</summary>
    /// <param name="gone">Those that are not there any more.</param>
    public bool IsMoved(out IReadOnlyList<OpenFile> gone)
    {
        var now = _list();
        gone = [.. Files.Where(file => !now.Any(other => other.Identity == file.Identity))];
        return !_listed.SequenceEqual(now) || Files.Any(file => !_listed.Contains((file.Path, file.Identity)));
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.Dispose();
        }
    }

    private static IEnumerable<RotationName> NamesOf(string folder, string baseName, LogDisk disk) => disk.NamesIn(folder)
        .Select(RotationName.Parse)
        .Where(name => name.BaseName == baseName)
        .Order(RotationOrder.Instance);

    private static List<(string Path, string Identity)> Listed(string folder, string baseName, LogDisk disk) =>
    [
        .. NamesOf(folder, baseName, disk)
            .Select(name => Path.Combine(folder, name.FileName))
            .Select(path => (Path: path, Found: UnixFile.At(path)))
            .Where(file => file.Found.Type is UnixFileType.Regular or UnixFileType.Hidden)
            .DistinctBy(file => file.Found.Identity)
            .Select(file => (file.Path, file.Found.Identity)),
    ];
}
