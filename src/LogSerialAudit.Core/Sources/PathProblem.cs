namespace LogSerialAudit.Sources;

/// <summary>What to say of a path that is not read.</summary>
internal static class PathProblem
{
    public static (ProblemSeverity Severity, string Sentence) Of(string path, UnixFileType type, Mention mention)
    {
        var asked = mention == Mention.Named;
        return type switch
        {
            UnixFileType.Hidden => (ProblemSeverity.Error, SourceOpener.PermissionDenied(path)),
            UnixFileType.LinkLoop => (asked ? ProblemSeverity.Error : ProblemSeverity.Warning, $"{path}: a symbolic link that leads back to itself"),
            UnixFileType.BrokenLink => (asked ? ProblemSeverity.Error : ProblemSeverity.Warning, $"{path}: a symbolic link to {TargetOf(path)}, which is not there"),
            UnixFileType.Socket => (asked ? ProblemSeverity.Error : ProblemSeverity.Note, $"{path}: a socket, not a log"),
            UnixFileType.Device => (asked ? ProblemSeverity.Error : ProblemSeverity.Note, $"{path}: a device, not a log; for standard input write -"),
            UnixFileType.Pipe => (ProblemSeverity.Note, $"{path}: skipped, a named pipe; name it to have it read"),
            UnixFileType.Folder => (ProblemSeverity.Note, $"{path}: skipped, a folder; name it to have it searched"),
            _ when path.Length == 0 => (ProblemSeverity.Error, "an empty path names no file"),
            _ when path.Contains('\0') => (ProblemSeverity.Error, $"{path}: no path holds a NUL"),
            _ when path.Contains('\uFFFD') => (ProblemSeverity.Warning, $"{path}: its name is not UTF-8, so it cannot be opened; give it another name"),
            _ when asked => (ProblemSeverity.Error, Missing(path)),
            _ => (ProblemSeverity.Warning, SourceOpener.Gone(path)),
        };
    }

    public static (ProblemSeverity Severity, string Sentence) OfContent(string path, FileLook look, Mention mention)
    {
        var packed = Content.IsPacked(look.Kind) && look.Packing == ContentKind.Text;
        var what = $"{path}: {(look.Packing != ContentKind.Text ? $"holds, within {Content.NameOf(look.Packing)}, " : "is ")}{Content.Describe(look.Kind)}";
        var sentence = packed
            ? $"{what}, not read yet; {(look.Kind == ContentKind.Journal ? "convert" : "decompress")} it first: {Content.UnpackCommand(look.Kind, path)}"
            : $"{what}, not a text log";
        return (mention == Mention.Named ? ProblemSeverity.Error : packed ? ProblemSeverity.Warning : ProblemSeverity.Note, sentence);
    }

    private static string Missing(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        if (FolderNames.TryList(folder, out var isForbidden) is not { } names)
        {
            return isForbidden ? SourceOpener.PermissionDenied(path) : $"no such file: {path} (there is no folder {folder})";
        }

        var near = NearName.Of(Path.GetFileName(path), names);
        return near is null ? $"no such file: {path}" : $"no such file: {path}; did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", near)}?";
    }

    private static string TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget ?? "nothing";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "something";
        }
    }
}
