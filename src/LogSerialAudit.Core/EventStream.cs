using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>
/// Events file by file and line by line, while reading, in bounded memory. They are held back until all is read, or until
/// there are too many: then order and years are decided by what was read so far. What is held back together is dated, put in
/// order and set against the serials before it as <see cref="Audit"/> does it.
/// </summary>
public sealed class EventStream
{
    private readonly SourceReader _reader;
    private readonly DatingOptions _dating;
    private readonly RowVisitor _onRow;
    private readonly List<ScannedFile> _files = [];
    private readonly List<SourceScan> _scans = [];
    private readonly List<DateWarning> _warnings = [];
    private readonly List<(SetDates Dates, List<FileScan> Scans)> _held = [];
    private readonly List<SourceProblem> _problems = [];
    private readonly SetNames _known;
    private readonly Stack<EventPage> _spare = new();

    /// <summary>The zones of all files, which are taken one after the other.</summary>
    private readonly ZonePool _zones = new();
    private int _sets;
    private int _events;

    /// <summary>Makes a stream.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="dating">What is said of the log's times.</param>
    /// <param name="onRow">What to do with each row, in walk order. Its texts are there until it returns.</param>
    /// <param name="sets">The sets that will be read.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    public EventStream(Catalogue catalogue, DatingOptions dating, RowVisitor onRow, IReadOnlyList<RotationSet> sets, Stream? standardInput = null) =>
        (_reader, _dating, _onRow, _known) = (new SourceReader(catalogue, standardInput), dating, onRow, new SetNames(sets));

    /// <summary>The processes that wrote, and what they go by.</summary>
    internal ProcessRegistry Processes { get; init; } = new();

    /// <summary>The histories, which go on from wherever they stand.</summary>
    internal Histories Histories { get; init; } = new();

    /// <summary>What to do with events that were dated and ordered together, in the order of time, instead of handing over their rows.</summary>
    internal Action<EventSequence, RowMaker>? OnSequence { get; init; }

    /// <summary>How many events are held back at most.</summary>
    internal int MostHeld { get; init; } = 20_000;

    /// <summary>How many files are read at once; with more than one, on other threads than the caller's. Rows do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Where members of archives are opened, for one who reads several sets of one archive: it is walked through once. Null where each
    /// set opens its own.
    /// </summary>
    public ArchiveCursor? Archives { get; init; }

    /// <summary>The files read so far.</summary>
    public IReadOnlyList<SourceScan> Scans => _scans;

    /// <summary>What the dating found wrong, a sentence each.</summary>
    public IReadOnlyList<DateWarning> Warnings => _warnings;

    /// <summary>What of the logs within other sources was left out, and why.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>The zones of the histories so far.</summary>
    public IReadOnlyCollection<string> Zones =>
        [.. Histories.InOrder.Select(history => history.Zone.Name).Where(name => name.Length > 0).Distinct()];

    /// <summary>The observers so far, and their hosts.</summary>
    public IReadOnlyCollection<string> Hosts =>
        [.. Histories.InOrder.SelectMany(history => new[] { history.Observer.Name, history.Observer.Host }).Distinct()];

    /// <summary>Reads a set to its end; its events may be held back.</summary>
    /// <param name="set">The set.</param>
    /// <param name="progress">Told of bytes read: the file's place, and how many so far.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public void Read(RotationSet set, Action<int, long>? progress, CancellationToken cancel) =>
        Read(set, null, progress, cancel);

    /// <summary>Reads what is new of a set, to its end.</summary>
    /// <param name="set">The set.</param>
    /// <param name="before">The clocks of what was read of it before; null where nothing was.</param>
    /// <param name="progress">Told of bytes read: the file's place, and how many so far.</param>
    /// <param name="cancel">Ends the reading.</param>
    internal void Read(RotationSet set, FileScan? before, Action<int, long>? progress, CancellationToken cancel)
    {
        using var own = Archives is null ? new ArchiveCursor() : null;
        var archives = Archives ?? own;
        var parts = new SetDates(set, _dating);
        var scans = new List<FileScan>();
        if (before is not null)
        {
            parts.Add(SourceFile.At(set.BaseName), before);
        }

        var order = Order(set, cancel);
        var (first, isWhole) = (_files.Count, true);
        _held.Add((parts, scans));
        var files = order.Select(each => (File: set.Files[each.Place], each.Note, Scanner: _reader.NewScanner(new FileScan(new EventStore(_spare), _zones)))).ToList();
        using var ahead = Threads == 1 || files.Exists(each => !CanBeReadAhead(each.File)) ? null
            : new ReadAhead([.. files.Select(each => (Func<SourceReading>)(() => _reader.Open(each.File, each.Scanner, null, null, cancel)))], Threads);
        foreach (var (file, note, scanner) in files)
        {
            var place = _files.Count;
            var held = _events;
            scans.Add(scanner.Scan);
            _files.Add(new ScannedFile(file.Path, set.Name, _sets, scanner.Scan) { GoesOn = file.Start is not null });
            parts.Add(file, scanner.Scan, note);
            _scans.Add(ahead is null
                ? _reader.Read(file, scanner, archives, bytes => progress?.Invoke(place, bytes), OnBlock, cancel)
                : SourceReader.Take(ahead, place - first, scanner, bytes => progress?.Invoke(place, bytes), OnBlock));
            _scans[^1].Close();
            _files[place] = _files[place] with { IsQuoted = _scans[^1].IsQuoted };
            _events = held + scanner.Scan.Events.Count;

            void OnBlock()
            {
                if (held + scanner.Scan.Events.Count > MostHeld)
                {
                    HandOver(isLast: false);
                    (held, isWhole) = (0, false);
                }
            }
        }

        if (isWhole && before is null && set.Files.Count > 1)
        {
            _held[^1] = (Reorder(set, first, order), scans);
        }

        _sets++;
        ReadInner(set, _scans[first..]);
        if (_held.Count > MostHeld)
        {
            // Logs without events are no less in number.
            HandOver(isLast: false);
        }
    }

    /// <summary>Takes the logs that were found within the sources of a set. They are read already, in whichever order they came.</summary>
    private void ReadInner(RotationSet outer, IReadOnlyList<SourceScan> scans)
    {
        _problems.AddRange(scans.SelectMany(scan => scan.Problems));
        foreach (var (set, found) in InnerSets.Of(outer, scans, _known))
        {
            var dates = new SetDates(set, _dating);
            foreach (var (place, note) in SetDates.Order(set, [.. found.Select(log => log.Scan.Scan)], areWhole: true))
            {
                var scan = found[place].Scan;
                _files.Add(new ScannedFile(scan.File.Path, set.Name, _sets, scan.Scan) { IsQuoted = scan.IsQuoted });
                _scans.Add(scan);
                dates.Add(scan.File, scan.Scan, note);
                _events += scan.Scan.Events.Count;
            }

            _held.Add((dates, [.. found.Select(log => log.Scan.Scan)]));
            _sets++;
            if (_events > MostHeld || _held.Count > MostHeld)
            {
                HandOver(isLast: false);
            }
        }
    }

    /// <summary>Hands over the events that are still held back.</summary>
    public void End()
    {
        HandOver(isLast: true);
        _held.ForEach(held => _warnings.AddRange(held.Dates.Warnings));
        _held.Clear();
    }

    /// <summary>Pipes and archives are read in their turn.</summary>
    private static bool CanBeReadAhead(SourceFile file) => file is { Kind: SourceKind.File, Member: null, Journal: null, Start: null };

    /// <summary>Puts the files of a set of which all is read and nothing handed over in order by all their stamps.</summary>
    private SetDates Reorder(RotationSet set, int first, IReadOnlyList<(int Place, string? Note)> order)
    {
        var (files, scans) = (new ScannedFile[order.Count], new SourceScan[order.Count]);
        for (var place = 0; place < order.Count; place++)
        {
            (files[order[place].Place], scans[order[place].Place]) = (_files[first + place], _scans[first + place]);
        }

        var dates = new SetDates(set, _dating);
        var at = first;
        foreach (var (place, note) in SetDates.Order(set, [.. files.Select(file => file.Scan)], areWhole: true))
        {
            (_files[at], _scans[at]) = (files[place], scans[place]);
            at++;
            dates.Add(set.Files[place], files[place].Scan, note);
        }

        return dates;
    }

    /// <summary>The order of the files, by the first stamps of each; what can be read only once keeps the order of the names.</summary>
    private IReadOnlyList<(int Place, string? Note)> Order(RotationSet set, CancellationToken cancel)
    {
        if (set.Files.Count < 2 || set.Files.Any(file => file.Kind != SourceKind.File || file.Start is not null))
        {
            return [.. Enumerable.Range(0, set.Files.Count).Select(place => (place, (string?)null))];
        }

        return SetDates.Order(set, [.. set.Files.Select(file => _reader.Peek(file, cancel))], areWhole: false);
    }

    private void HandOver(bool isLast)
    {
        // Only the last set may still go on.
        foreach (var (dates, _) in _held)
        {
            var isWhole = isLast || dates != _held[^1].Dates;
            if (isWhole || dates.HasNews)
            {
                dates.Solve(isWhole);
            }
        }

        var sequence = new EventSequence(_files, _dating.With(_held.SelectMany(held => held.Dates.FoundZones)), Processes);
        HandOver(sequence);
        foreach (var (dates, scans) in _held)
        {
            dates.Decide();
            scans.ForEach(scan => scan.LetGo());
        }

        // Of what was read to its end nothing more comes.
        foreach (var (dates, scans) in _held.SkipLast(1))
        {
            _warnings.AddRange(dates.Warnings);
            scans.ForEach(scan => scan.End());
        }

        _held.RemoveRange(0, Math.Max(0, _held.Count - 1));
        _events = 0;
    }

    /// <summary>What the year of an observer's line rests on, while <see cref="OnSequence"/> looks at it.</summary>
    internal YearSource YearSourceOf(SourceLine line, Observer observer) =>
        _held.Select(held => held.Dates.YearSourceOf(line.File, observer.Host)).FirstOrDefault(source => source != YearSource.None);

    private void HandOver(EventSequence sequence)
    {
        var maker = new RowMaker(sequence, Histories) { ShowsNames = OnSequence is null };
        if (OnSequence is { } onSequence)
        {
            onSequence(sequence, maker);
            return;
        }

        if (sequence.IsInWalkOrder)
        {
            // A row that is no object's costs the garbage collector nothing where it is filled.
            EventRow row = default;
            for (var reader = sequence.Read(); reader.Read();)
            {
                maker.Make(reader, ref row);
                _onRow(row);
            }
        }
        else
        {
            HandOverInWalkOrder(sequence, maker);
        }
    }

    /// <summary>Hands over rows that were made in the order of time in that of files and lines.</summary>
    private void HandOverInWalkOrder(EventSequence sequence, RowMaker maker)
    {
        // Rows are large, so what is sorted are their numbers.
        var (rows, places) = (new EventRow[sequence.Count], new (int File, long Line, int Row)[sequence.Count]);
        for (var reader = sequence.Read(); reader.Read();)
        {
            ref readonly var row = ref maker.Row(reader);
            (rows[reader.Place], places[reader.Place]) = (row, (reader.File, row.Source.Line, reader.Place));
        }

        Array.Sort(places);
        foreach (var (_, _, row) in places)
        {
            _onRow(rows[row]);
        }
    }
}
