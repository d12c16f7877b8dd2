using LogSerialAudit.Sources.Archives;

namespace LogSerialAudit.Sources;

/// <summary>One search: goes through the arguments and gathers files and problems.</summary>
internal sealed class SourceSearch(ExpandLimit limit, IReadOnlyList<string> servers)
{
    /// <summary>How often a log is looked for that was there a moment ago.</summary>
    private const int MostAttempts = 10;

    private static readonly string[] StandardInputPaths = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

    private readonly List<FoundFile> _files = [];
    private readonly List<SourceProblem> _problems = [];
    private readonly Dictionary<string, string> _pathByIdentity = new(StringComparer.Ordinal);
    private int _argument;
    private string? _observer;

    public void Argument(string argument)
    {
        _argument++;
        _observer = null;
        if (IsThere(argument))
        {
            Named(argument);
            return;
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && !argument.AsSpan(0, equals).ContainsAny('/', ':'))
        {
            (_observer, argument) = (argument[..equals], argument[(equals + 1)..]);
        }

        Named(argument);
    }

    public void UsualPlace(string pattern)
    {
        _argument++;
        foreach (var path in GlobPattern.Expand(pattern))
        {
            Take(path, Mention.Globbed);
        }
    }

    public SourceSelection Finish()
    {
        var sets = _files
            .GroupBy(file => (file.FolderIdentity, file.File.Name.BaseName, file.Observer))
            .OrderBy(set => set.Min(file => file.Argument))
            .ThenBy(set => set.First().Folder, StringComparer.Ordinal)
            .ThenBy(set => set.Key.BaseName, StringComparer.Ordinal)
            .Select(set => new RotationSet(set.First().Folder, set.Key.BaseName, set.Key.Observer, Order(set)))
            .ToList();
        return new SourceSelection(RotationSet.Named(sets), _problems);
    }

    private static bool IsThere(string argument) =>
        StandardInputPaths.Contains(argument)
        || (argument.Length > 0 && UnixFile.At(argument).Type != UnixFileType.Missing)
        || (GlobPattern.HasWildcards(argument) && GlobPattern.Expand(argument).Count > 0);

    private void Named(string path)
    {
        if (StandardInputPaths.Contains(path))
        {
            AddFile(SourceFile.StandardInput, "", new UnixFile(UnixFileType.Pipe, "-"), isPacked: false);
            return;
        }

        var isMissing = path.Length > 0 && UnixFile.At(path).Type == UnixFileType.Missing;
        if (isMissing && JournalQuery.Of(path, servers) is { } journal)
        {
            AddFile(SourceFile.OfJournal(path, journal), "journald", new UnixFile(UnixFileType.Pipe, path), isPacked: false);
            return;
        }

        if (isMissing && GlobPattern.HasWildcards(path))
        {
            Glob(path);
            return;
        }

        Take(path, Mention.Named);
    }

    private void Glob(string pattern)
    {
        var (paths, files, errors) = (GlobPattern.Expand(pattern), _files.Count, _problems.Count);
        var known = paths.Count(path => Take(path, Mention.Globbed));
        if (paths.Count == 0)
        {
            Report(ProblemSeverity.Error, pattern, $"no file matches {pattern}");
        }
        else if (known == 0 && _files.Count == files && !_problems.Skip(errors).Any(problem => problem.Severity == ProblemSeverity.Error))
        {
            Report(ProblemSeverity.Error, pattern, $"{pattern}: matches {paths.Count} {(paths.Count == 1 ? "path" : "paths")}, and none is a log");
        }
    }

    /// <summary>Takes a path if it is a log; true where it is one, also when it was taken before.</summary>
    private bool Take(string path, Mention mention)
    {
        var found = UnixFile.At(path);
        switch (found.Type)
        {
            case UnixFileType.Regular:
                return TakeFile(path, found, mention);
            case UnixFileType.Folder when mention == Mention.Named:
                TakeFolder(path);
                return true;
            case UnixFileType.Pipe when mention == Mention.Named:
                return AddFile(new SourceFile(path, SourceKind.Pipe, RotationName.Parse(Path.GetFileName(path))), FolderOf(path), found, isPacked: false);
            default:
                var (severity, sentence) = PathProblem.Of(path, found.Type, mention);
                _problems.Add(new SourceProblem(severity, path, sentence) { IsMissing = found.Type == UnixFileType.Missing });
                return false;
        }
    }

    private void TakeFolder(string folder)
    {
        var errors = _problems.Count;
        if (LogsIn(folder, []) == 0 && !_problems.Skip(errors).Any(problem => problem.Severity == ProblemSeverity.Error))
        {
            Report(ProblemSeverity.Error, folder, $"{folder}: no log in this folder");
        }
    }

    /// <summary>
    /// Takes the logs in a folder. One without a log of its own stands for the folders in it, as where the logs of several
    /// servers were gathered; folders beside logs are left alone, as those of other programs in <c>/var/log</c>.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="entered">The folders that were gone into, by identity: links may lead round in a circle.</param>
    /// <returns>How many logs were found.</returns>
    private int LogsIn(string folder, HashSet<string> entered)
    {
        if (!entered.Add(UnixFile.At(folder).Identity))
        {
            Report(ProblemSeverity.Note, folder, $"{folder}: leads to a folder that was looked into, so not again");
            return 0;
        }

        if (FolderNames.TryList(folder, out var isForbidden) is not { } names)
        {
            Report(ProblemSeverity.Error, folder, isForbidden ? SourceOpener.PermissionDenied(folder) : $"{folder}: cannot be listed");
            return 0;
        }

        var (logs, inside) = (0, new List<string>());
        foreach (var name in names.Where(name => !name.StartsWith('.')))
        {
            var path = Path.Combine(folder, name);
            if (UnixFile.At(path).Type == UnixFileType.Folder)
            {
                inside.Add(name);
            }
            else if (Take(path, Mention.InFolder))
            {
                logs++;
            }
        }

        if (inside.Contains("cur") && inside.Contains("new"))
        {
            // A Maildir: "tmp" has mails that are still being written.
            inside.RemoveAll(name => name is "cur" or "new" or "tmp");
            logs += TakeMails(Path.Combine(folder, "cur")) + TakeMails(Path.Combine(folder, "new"));
        }

        if (logs == 0)
        {
            return inside.Sum(name => LogsIn(Path.Combine(folder, name), entered));
        }

        if (inside.Count > 0)
        {
            var more = inside.Count > 3 ? $" and {inside.Count - 3} more" : "";
            Report(ProblemSeverity.Note, folder, $"{folder}: folders inside are not searched: {string.Join(", ", inside.Take(3))}{more}");
        }

        return logs;
    }

    private int TakeMails(string folder) =>
        FolderNames.In(folder).Count(name => !name.StartsWith('.') && Take(Path.Combine(folder, name), Mention.InFolder));

    private bool TakeFile(string path, UnixFile found, Mention mention, int attempt = 1)
    {
        var name = RotationName.Parse(Path.GetFileName(path));
        if (mention == Mention.InFolder && KnownNames.WhyNoLog(name) is { } why)
        {
            Report(ProblemSeverity.Note, path, $"{path}: skipped, {why}");
            return false;
        }

        if (_pathByIdentity.ContainsKey(found.Identity))
        {
            return AddFile(new SourceFile(path, SourceKind.File, name), FolderOf(path), found, isPacked: false);
        }

        var look = FileLook.At(path);
        if (look.Problem is { } problem)
        {
            // A rotation renames a log, and makes it anew a moment later.
            if (attempt < MostAttempts && problem == SourceOpener.Gone(path))
            {
                Thread.Sleep(attempt);
                return TakeFile(path, UnixFile.At(path), mention, attempt + 1);
            }

            // By then a rotated file may go by another name: who knows that looks for the log again.
            _problems.Add(new SourceProblem(ProblemSeverity.Error, path, problem) { IsMissing = problem == SourceOpener.Gone(path) });
            return false;
        }

        if (look.Kind == ContentKind.Tar || (look.Kind == ContentKind.Zip && look.Packing == ContentKind.Text))
        {
            return TakeArchive(path, found, mention);
        }

        if (!Content.IsText(look.Kind))
        {
            var (severity, sentence) = PathProblem.OfContent(path, look, mention);
            Report(severity, path, sentence);
            return false;
        }

        return AddFile(new SourceFile(path, SourceKind.File, name, look.Size, look.Modified), FolderOf(path), found, look.Packing != ContentKind.Text);
    }

    private bool TakeArchive(string path, UnixFile found, Mention mention)
    {
        var listing = ArchiveListing.Of(path, limit, mention);
        _problems.AddRange(listing.Problems);
        _pathByIdentity.TryAdd(found.Identity, path);
        var folder = Path.GetFullPath(path);
        foreach (var (member, within, isPacked) in listing.Logs)
        {
            var inside = within.Length == 0 ? "" : $"/{within.Trim('/')}";
            _files.Add(new FoundFile(member with { ExpandLimit = limit }, _argument, _observer, folder + inside, $"{found.Identity}:{within}", isPacked));
        }

        return listing.Logs.Count > 0;
    }

    private bool AddFile(SourceFile file, string folder, UnixFile found, bool isPacked)
    {
        if (!_pathByIdentity.TryAdd(found.Identity, file.Path))
        {
            var first = _pathByIdentity[found.Identity];
            Report(ProblemSeverity.Note, file.Path, first == file.Path
                ? $"{file.Path}: named more than once, read once"
                : $"{file.Path}: is the same file as {first}, read once");
            return true;
        }

        var identity = folder.Length == 0 ? "" : UnixFile.At(folder).Identity;
        _files.Add(new FoundFile(file with { ExpandLimit = limit }, _argument, _observer, folder, identity, isPacked));
        return true;
    }

    private List<SourceFile> Order(IEnumerable<FoundFile> set)
    {
        var files = set.OrderBy(file => file.File.Name, RotationOrder.Instance).ThenBy(file => file.File.Path, StringComparer.Ordinal).ToList();
        foreach (var compressed in files.Where(file => file.IsPacked).ToList())
        {
            var other = files.Find(file => file != compressed && file.File.Name.PlainName == compressed.File.Name.PlainName
                && CompressedCopy.IsCopy(compressed.File, file.File));
            if (other is not null)
            {
                files.Remove(compressed);
                Report(ProblemSeverity.Note, compressed.File.Path, $"{compressed.File.Path}: holds nothing that {other.File.Path} does not, read once");
            }
        }

        return files.ConvertAll(file => file.File);
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";

    private void Report(ProblemSeverity severity, string path, string sentence) => _problems.Add(new SourceProblem(severity, path, sentence));
}
