using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>
/// Events file by file and line by line, while reading, in bounded memory. They are held back until the set they are of
/// is read, or until there are too many: then the years are decided by what was read so far.
/// </summary>
public sealed class EventStream
{
    private readonly Catalogue _catalogue;
    private readonly ProgramNames _programs;
    private readonly DatingOptions _dating;
    private readonly Action<EventRow> _onRow;
    private readonly ProcessRegistry _processes = new();
    private readonly Histories _histories = new();
    private readonly List<ScannedFile> _files = [];
    private readonly List<SourceScan> _scans = [];
    private readonly List<string> _warnings = [];
    private int _sets;

    /// <summary>Makes a stream.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="dating">What is said of the log's times.</param>
    /// <param name="onRow">What to do with each row, in walk order.</param>
    public EventStream(Catalogue catalogue, DatingOptions dating, Action<EventRow> onRow)
    {
        (_catalogue, _dating, _onRow) = (catalogue, dating, onRow);
        _programs = new ProgramNames(catalogue.Programs);
    }

    /// <summary>How many events are held back at most.</summary>
    internal int MostHeld { get; init; } = 20_000;

    /// <summary>The files read so far.</summary>
    public IReadOnlyList<SourceScan> Scans => _scans;

    /// <summary>What the dating found wrong, a sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The zones of the histories so far.</summary>
    public IReadOnlyCollection<string> Zones =>
        [.. _histories.InOrder.Select(history => history.Zone.Name).Where(name => name.Length > 0).Distinct()];

    /// <summary>The observers so far, and their hosts.</summary>
    public IReadOnlyCollection<string> Hosts =>
        [.. _histories.InOrder.SelectMany(history => new[] { history.Observer.Name, history.Observer.Host }).Distinct()];

    /// <summary>Reads a set to its end and hands over its events.</summary>
    /// <param name="set">The set.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="progress">Told of bytes read: the file's place, and how many so far.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public void Read(RotationSet set, Stream? standardInput, Action<int, long>? progress, CancellationToken cancel)
    {
        var parts = new SetDates(set, _dating);
        var held = 0;
        var scanners = new List<FileScanner>();
        foreach (var (inNames, note) in Order(set, cancel))
        {
            var file = set.Files[inNames];
            var place = _files.Count;
            var scanner = new FileScanner(_catalogue, _programs);
            scanners.Add(scanner);
            _files.Add(new ScannedFile(file.Path, set.Name, _sets, scanner.Scan));
            parts.Add(file, scanner.Scan, note);
            _scans.Add(SourceScan.Read(file, scanner, standardInput, bytes => progress?.Invoke(place, bytes), OnBlock, cancel));
            parts.Learn(_scans[^1].Gzip);
            held += scanner.Scan.Events.Count;

            void OnBlock()
            {
                if (held + scanner.Scan.Events.Count > MostHeld)
                {
                    HandOver(parts, scanners, isLast: false);
                    held = 0;
                }
            }
        }

        HandOver(parts, scanners, isLast: true);
        _warnings.AddRange(parts.Warnings);
        _sets++;
    }

    /// <summary>The order of the files, by the first stamps of each; what can be read only once keeps the order of the names.</summary>
    private IReadOnlyList<(int Place, string? Note)> Order(RotationSet set, CancellationToken cancel)
    {
        if (set.Files.Count < 2 || set.Files.Any(file => file.Kind != SourceKind.File))
        {
            return [.. Enumerable.Range(0, set.Files.Count).Select(place => (place, (string?)null))];
        }

        return SetDates.Order(set, [.. set.Files.Select(file => SourceScan.Peek(file, new FileScanner(_catalogue, _programs), cancel).Clock)], areWhole: false);
    }

    private void HandOver(SetDates parts, List<FileScanner> scanners, bool isLast)
    {
        if (isLast || parts.HasNews)
        {
            parts.Solve(isWhole: isLast);
        }

        var sequence = new EventSequence(_files, _dating.With(parts.FoundZones), _processes);
        var rows = new RowMaker(sequence, _histories);
        var places = Enumerable.Range(0, sequence.Events.Count);
        foreach (var place in sequence.IsInWalkOrder ? places : places.OrderBy(place => sequence.Events[place].File).ThenBy(place => sequence.Events[place].Index))
        {
            _onRow(rows.Row(place));
        }

        parts.Decide();
        scanners.ForEach(scanner => scanner.LetGo());
    }
}
