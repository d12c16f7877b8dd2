using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources.Archives;

/// <summary>
/// The logs of an archive, and what to say of the rest. All members are looked into, so compressed tar is decompressed once for it.
/// An archive in the archive is opened too, one in that is not.
/// </summary>
internal sealed class ArchiveListing
{
    /// <summary>So many characters of names are kept; a flood of members must not fill memory.</summary>
    private const int MostNames = 64 * 1024 * 1024;

    private readonly string _path;
    private readonly Mention _mention;
    private readonly List<Log?> _logs = [];
    private readonly Dictionary<(string Within, string Name), int> _places = [];
    private readonly LeftOut _skipped = new();
    private readonly LeftOut _refused = new();
    private readonly byte[] _head = new byte[Content.HeadLength];
    private readonly List<SourceProblem> _problems = [];
    private readonly Expansion _expansion;
    private readonly Action<Log, ByteSource>? _onLog;
    private long _names;

    private ArchiveListing(string path, Mention mention, Expansion expansion, Action<Log, ByteSource>? onLog) =>
        (_path, _mention, _expansion, _onLog) = (path, mention, expansion, onLog);

    /// <summary>A log, the folder within the archive that it is in, and whether it is compressed.</summary>
    public readonly record struct Log(SourceFile File, string Folder, bool IsPacked);

    /// <summary>The logs, in the order of the archive.</summary>
    public IReadOnlyList<Log> Logs { get; private set; } = [];

    /// <summary>What is to be said.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>Goes through an archive.</summary>
    public static ArchiveListing Of(string path, ExpandLimit limit, Mention mention)
    {
        var size = 0L;
        var listing = new ArchiveListing(path, mention, new Expansion(limit, () => size), onLog: null);
        try
        {
            using var archive = OpenArchive.TryOpen(path, limit, out var sentence);
            if (archive is null)
            {
                listing.Report(ProblemSeverity.Error, sentence!);
                return listing;
            }

            size = archive.Size;
            listing.Read(archive);
        }
        catch (IOException error)
        {
            listing.Report(ProblemSeverity.Error, $"{path}: {ByteSource.ReadError(error, 0).Text}");
        }

        return listing;
    }

    /// <summary>Goes through an archive that can be read once, and reads its logs on the way. One that stands twice is read twice; the last is listed.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="name">What it goes by.</param>
    /// <param name="mention">How it was named.</param>
    /// <param name="expansion">How far its members may expand.</param>
    /// <param name="onLog">Reads a log.</param>
    public static ArchiveListing Read(OpenArchive archive, string name, Mention mention, Expansion expansion, Action<Log, ByteSource> onLog)
    {
        var listing = new ArchiveListing(name, mention, expansion, onLog);
        listing.Read(archive);
        return listing;
    }

    private void Read(OpenArchive archive)
    {
        try
        {
            Walk(archive, -1, "");
            ReportFault(archive.Walk, _path);
        }
        catch (IOException error)
        {
            Report(ProblemSeverity.Error, $"{_path}: {ByteSource.ReadError(error, archive.RawPosition).Text}");
        }

        Conclude();
    }

    private void Walk(OpenArchive archive, int outer, string within)
    {
        while (_names < MostNames && archive.Next() is { } entry)
        {
            if (WhyNot(entry) is { } why)
            {
                (entry.IsRefused ? _refused : _skipped).Add(within + entry.Name, why);
                continue;
            }

            try
            {
                Look(archive, entry, outer, within);
            }
            catch (SourceFaultException error) when (error.SourceFault.Kind == DamageKind.Refused)
            {
                _refused.Add(within + entry.Name, error.Message);
            }
            catch (SourceFaultException error) when (_onLog is not null)
            {
                Report(ProblemSeverity.Error, $"{_path}:{within}{entry.Name}: {error.Message}");
            }
            catch (SourceFaultException)
            {
                Add(archive, entry, outer, within, isPacked: false); // Reading it will say what is wrong with it.
            }
        }
    }

    private void Look(OpenArchive archive, ArchiveEntry entry, int outer, string within)
    {
        using var bytes = ByteSource.Over(archive.Walk.Open(), archive.Walk.CanJump ? null : entry.Size, _expansion);
        var filled = bytes.ReadFully(_head);
        var kind = Content.KindOf(_head.AsSpan(0, filled));
        if (bytes.Fault is not null || Content.IsText(kind))
        {
            var log = Add(archive, entry, outer, within, bytes.Packing != ContentKind.Text);
            _onLog?.Invoke(log, new ReplayedSource(_head.AsSpan(0, filled).ToArray(), bytes));
        }
        else if (Content.IsArchive(kind) && outer < 0)
        {
            using var inner = OpenArchive.Over(new ReplayedSource(_head.AsSpan(0, filled).ToArray(), bytes), _expansion);
            Walk(inner, archive.Place, $"{entry.Name}:");
            ReportFault(inner.Walk, $"{_path}:{entry.Name}");
        }
        else if (Content.IsArchive(kind))
        {
            _refused.Add(within + entry.Name, $"{Content.Describe(kind)} in an archive in an archive");
        }
        else
        {
            (Content.IsPacked(kind) ? _refused : _skipped).Add(within + entry.Name, Content.Describe(kind));
        }
    }

    private static string? WhyNot(ArchiveEntry entry) =>
        entry.WhyNot
        ?? (entry.FileName.Length == 0 ? "a file without a name" : null)
        ?? (entry.FileName.StartsWith('.') ? "hidden" : null)
        ?? KnownNames.WhyNoLog(RotationName.Parse(entry.FileName))?.Replace("; name it to have it read", "", StringComparison.Ordinal);

    private Log Add(OpenArchive archive, ArchiveEntry entry, int outer, string within, bool isPacked)
    {
        var member = outer < 0 ? new ArchiveMember(_path, archive.Place, -1, entry.Name) : new ArchiveMember(_path, outer, archive.Place, entry.Name);
        var kind = _onLog is null ? SourceKind.Member : SourceKind.Within;
        var file = new SourceFile($"{_path}:{within}{entry.Name}", kind, RotationName.Parse(entry.FileName), entry.Size, entry.Modified) { Member = _onLog is null ? member : null };
        _names += entry.Name.Length + within.Length;
        if (_places.TryGetValue((within, entry.Name), out var earlier))
        {
            // As unpacking would leave it: tar adds a newer file behind the older one.
            _logs[earlier] = null;
            _skipped.Add(within + entry.Name, "it stands there again further on");
        }

        _places[(within, entry.Name)] = _logs.Count;
        var log = new Log(file, $"{within.TrimEnd(':')}/{entry.Folder}", isPacked);
        _logs.Add(log);
        return log;
    }

    private void ReportFault(ArchiveWalk walk, string name)
    {
        if (walk.Fault is { } fault)
        {
            var rest = walk.IsCut ? "; which members stand behind is not known" : "";
            Report(ProblemSeverity.Error, $"{name}: {fault.Text}{rest}");
        }
    }

    private void Conclude()
    {
        if (_names >= MostNames)
        {
            Report(ProblemSeverity.Error, $"{_path}: it has too many members; those behind {_logs[^1]!.Value.File.Path} are left out");
        }

        Logs = [.. _logs.OfType<Log>()];
        var owed = _mention == Mention.Named ? ProblemSeverity.Error : ProblemSeverity.Warning;
        if (_refused.Count > 0)
        {
            Report(owed, $"{_path}: {_refused.Sentence("cannot be read")}");
        }

        if (_skipped.Count > 0)
        {
            Report(ProblemSeverity.Note, $"{_path}: {_skipped.Sentence("left out")}");
        }

        if (Logs.Count == 0 && !_problems.Exists(problem => problem.Severity == ProblemSeverity.Error))
        {
            Report(_mention == Mention.Named ? ProblemSeverity.Error : ProblemSeverity.Note, $"{_path}: no log in this archive");
        }
    }

    private void Report(ProblemSeverity severity, string sentence) => _problems.Add(new SourceProblem(severity, _path, sentence));
}
