using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching.Logs;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>Reads what is new of each log, and keeps how far it came.</summary>
internal sealed class LogReader
{
    private readonly EventStream _stream;
    private readonly Catalogue _catalogue;
    private readonly WatchOptions _options;
    private readonly Instant _lastRun;
    private readonly Dictionary<string, LogMemory> _memories;
    private readonly Dictionary<string, List<HostClock>> _clocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlashOrder> _slashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _logs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newFiles = new(StringComparer.Ordinal);
    private readonly List<string> _troubles = [];

    public LogReader(EventStream stream, Catalogue catalogue, WatchOptions options, IReadOnlyList<LogMemory> memories, Instant lastRun)
    {
        (_stream, _catalogue, _options, _lastRun) = (stream, catalogue, options, lastRun);
        _memories = memories.ToDictionary(memory => memory.Log, StringComparer.Ordinal);
    }

    /// <summary>Whether there was anything new.</summary>
    public bool HasRead { get; private set; }

    /// <summary>What could not be read or recovered, a sentence each.</summary>
    public IReadOnlyList<string> Troubles => _troubles;

    /// <summary>What was found in each file.</summary>
    public IReadOnlyList<SourceScan> Scans => _stream.Scans;

    /// <summary>What the dating found wrong in what was read; what it finds in the clocks of earlier checks, they could say.</summary>
    public IEnumerable<DateWarning> Warnings => _stream.Warnings.Where(warning => warning.File.Length == 0 || Scans.Any(scan => scan.File.Path == warning.File));

    /// <summary>What the year of an observer's line rests on, while its sequence is handed over.</summary>
    public YearSource YearSourceOf(SourceLine line, Observer observer) => _stream.YearSourceOf(line, observer);

    /// <summary>Whether a file is of a log that was not read before: what is over in it is long over.</summary>
    public bool IsNew(string path) => _newFiles.Contains(path);

    /// <summary>The log that a file is of.</summary>
    public string LogOf(string path) => _logs.GetValueOrDefault(path, path);

    /// <summary>How many logs are known.</summary>
    public int Logs => _memories.Count;

    /// <summary>Reads what is new of the logs.</summary>
    public void Read(IReadOnlyList<RotationSet> sets, Stream standardInput, CancellationToken cancel)
    {
        foreach (var set in sets)
        {
            var log = set.Observer is null ? PathOf(set) : $"{set.Observer}={PathOf(set)}";
            var isNew = !_memories.TryGetValue(log, out var memory);
            memory ??= new LogMemory { Log = log };
            _memories[log] = set.Files[0].Kind switch
            {
                SourceKind.File => ReadFiles(set, memory, isNew, cancel),
                SourceKind.StandardInput or SourceKind.Pipe => ReadPipe(set, memory, isNew, standardInput, cancel),
                SourceKind.Journal => ReadJournal(set, memory, isNew, cancel),
                _ => Refuse(set, memory),
            };
        }

        _stream.End();
    }

    /// <summary>How far each log was read, with the clocks of these hosts and of lines without one.</summary>
    public IReadOnlyList<LogMemory> Keep(IReadOnlySet<string> hosts) =>
    [
        .. _memories.Values.OrderBy(memory => memory.Log, StringComparer.Ordinal).Select(memory => !_clocks.TryGetValue(memory.Log, out var clocks) ? memory : memory with
        {
            Slashes = _slashes[memory.Log],
            Clocks =
            [
                .. clocks.Where(clock => clock.Host.Length == 0 || hosts.Contains(clock.Host))
                    .GroupBy(clock => clock.Name, StringComparer.Ordinal).OrderBy(clock => clock.Key, StringComparer.Ordinal)
                    .Select(clock => ClockMemory.Of(clock.Key, [.. clock.SelectMany(each => each.Runs)])),
            ],
        }),
    ];

    private static string PathOf(RotationSet set) => set.Folder.Length == 0 || set.Files[0].Kind != SourceKind.File
        ? set.Files[0].Path
        : Path.Combine(set.Folder, set.BaseName);

    private LogMemory ReadFiles(RotationSet set, LogMemory memory, bool isNew, CancellationToken cancel)
    {
        using var log = SettledLog.TryOpen(set.Folder, set.BaseName, memory.Files, _lastRun, _options);
        if (log is null)
        {
            _troubles.Add(SourceOpener.Gone(PathOf(set)));
            return memory;
        }

        _troubles.AddRange(log.Troubles);
        foreach (var file in log.Files)
        {
            _logs[file.Path] = memory.Log;
        }

        if (isNew)
        {
            _newFiles.UnionWith(log.Text.Select(file => file.Path));
        }

        return memory with
        {
            Files =
            [
                .. ReadParts(set, log.Plan.Parts, memory, cancel).Concat(log.Plan.Kept).Concat(log.Aside)
                    .Where(bookmark => bookmark.HeadLength > 0 || bookmark.IsPacked)
                    .OrderBy(bookmark => RotationName.Parse(Path.GetFileName(bookmark.Path)), RotationOrder.Instance),
            ],
        };
    }

    private List<Bookmark> ReadParts(RotationSet set, IReadOnlyList<LogPart> parts, LogMemory memory, CancellationToken cancel)
    {
        var read = new List<Bookmark>();
        foreach (var (part, scan) in parts.Zip(Read(set with { Files = [.. parts.Select(part => Source(part, memory))] }, memory, cancel)))
        {
            if (part.IsFinal && scan.Damage is null)
            {
                part.Text.EndRest();
            }

            // What copytruncate emptied while it was read, the next check finds in the copy, or says how much of it is gone.
            var bookmark = part.File.At(part.Text);
            var isShort = scan.Damage is { Kind: DamageKind.Truncated, CompressedOffset: null };
            if (isShort && part.File.IsEmptied(bookmark.HeadLength))
            {
                read.Add(bookmark);
            }
            else
            {
                _troubles.AddRange(scan.Damage is { } damage ? [damage.Sentence] : Array.Empty<string>());
                read.Add(isShort ? bookmark with { Size = part.Text.Position } : bookmark);
            }

            HasRead |= part.Text.Lines >= part.FirstLine;
        }

        return read;
    }

    private SourceFile Source(LogPart part, LogMemory memory)
    {
        var last = part.Before.AsSpan().TrimEnd((byte)'\n').LastIndexOf((byte)'\n');
        return new SourceFile(part.File.Path, SourceKind.File, part.File.Name, part.File.Size, part.File.Modified)
        {
            ExpandLimit = _options.ExpandLimit,
            Start = new LogStart(
                () => BlockReader.From(part.File.Path, part.Text, part.FirstLine, leavesRest: !part.IsFinal),
                part.FirstLine,
                last < 0 ? default : part.Before.AsMemory(last + 1).TrimEnd((byte)'\n'),
                // A new file goes on as the one before it, but not with what that contradicted itself in.
                part.FirstLine > 1 || memory.Slashes != SlashOrder.Both ? memory.Slashes : SlashOrder.Unknown),
        };
    }

    private LogMemory ReadPipe(RotationSet set, LogMemory memory, bool isNew, Stream standardInput, CancellationToken cancel)
    {
        var file = set.Files[0];
        if (isNew)
        {
            _newFiles.Add(file.Path);
        }

        using var pipe = PipedText.Open(file, standardInput, memory.Rest, new FileScanner(_catalogue, new ProgramNames(_catalogue.Programs)).Judge, out var trouble);
        if (pipe is null)
        {
            _troubles.Add(trouble!);
            return memory;
        }

        var source = file with { Start = new LogStart(() => BlockReader.From(file.Path, pipe.Text, 1, leavesRest: true), 1, default, memory.Slashes) };
        ReadOne(set with { Files = [source] }, memory, cancel);
        HasRead = true;
        return memory with { Rest = pipe.Text.Rest.ToArray() };
    }

    /// <summary>A journal keeps its own places: the cursor of the last entry is all there is to remember.</summary>
    private LogMemory ReadJournal(RotationSet set, LogMemory memory, bool isNew, CancellationToken cancel)
    {
        var file = set.Files[0];
        if (isNew)
        {
            _newFiles.Add(file.Path);
        }

        using var output = CommandOutput.TryStart("journalctl", file.Journal!.ArgumentsAfter(memory.Cursor), out var sentence);
        if (output is null)
        {
            _troubles.Add($"{file.Path}: {sentence}");
            return memory;
        }

        var text = new MarkedSource(ByteSource.Over(output, null), 0, 0, default);
        var source = file with { Start = new LogStart(() => BlockReader.From(file.Path, text, 1, leavesRest: true, output), 1, default) };
        ReadOne(set with { Files = [source] }, memory, cancel);
        var cursor = JournalQuery.CursorOf(text.Tail);
        HasRead |= cursor is not null && cursor != memory.Cursor;
        return memory with { Cursor = cursor ?? memory.Cursor };
    }

    private LogMemory Refuse(RotationSet set, LogMemory memory)
    {
        _troubles.Add($"{set.Files[0].Path}: an archive is not followed, because nothing is written to it; report reads it");
        return memory;
    }

    private void ReadOne(RotationSet set, LogMemory memory, CancellationToken cancel) =>
        _troubles.AddRange(Read(set, memory, cancel).Select(scan => scan.Damage).OfType<Damage>().Select(damage => damage.Sentence));

    /// <summary>Reads the files of a set and returns the account of each, in their order.</summary>
    private List<SourceScan> Read(RotationSet set, LogMemory memory, CancellationToken cancel)
    {
        var before = memory.Clocks.Count == 0 ? null : new FileScan();
        foreach (var clock in memory.Clocks)
        {
            before!.Clock.GoOn(clock);
        }

        var read = _stream.Scans.Count;
        if (set.Files.Count > 0)
        {
            _stream.Read(set, before, null, cancel);
        }

        var scans = _stream.Scans.Skip(read).ToList();
        if (scans.Count > 0)
        {
            _slashes[memory.Log] = scans.Select(scan => scan.Scan.Clock.Slashes).LastOrDefault(order => order != SlashOrder.Unknown, memory.Slashes);
            _clocks[memory.Log] = [.. (before is null ? [] : before.Clock.Hosts).Concat(scans.SelectMany(scan => scan.Scan.Clock.Hosts))];
        }

        // The set's own order, which stamps may have put aside.
        return [.. set.Files.Select(file => scans.Find(scan => ReferenceEquals(scan.File, file))!)];
    }
}
