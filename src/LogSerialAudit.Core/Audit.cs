using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>
/// The whole way from log files to histories: each stage of the pipeline once, in order.
/// </summary>
public sealed class Audit
{
    private Audit(IReadOnlyList<AuditedFile> files, DatingOptions dating, EventSequence sequence, IReadOnlyList<DateWarning> warnings, IReadOnlyList<SourceProblem> problems, int threads)
    {
        (Files, Dating, Sequence, Warnings, Problems, Threads) = (files, dating, sequence, warnings, problems, threads);
        History = new HistoryBuilder(sequence, threads);
    }

    /// <summary>The files in walk order.</summary>
    public IReadOnlyList<AuditedFile> Files { get; }

    /// <summary>What was said of the log's times.</summary>
    public DatingOptions Dating { get; }

    /// <summary>What the dating found wrong, a sentence each.</summary>
    public IReadOnlyList<DateWarning> Warnings { get; }

    /// <summary>What of the logs within other sources was left out, and why.</summary>
    public IReadOnlyList<SourceProblem> Problems { get; }

    /// <summary>All events in the order of time.</summary>
    public EventSequence Sequence { get; }

    /// <summary>The histories of the zones.</summary>
    public HistoryBuilder History { get; }

    /// <summary>How many threads there may be.</summary>
    internal int Threads { get; }

    /// <summary>Reads, dates and orders.</summary>
    /// <param name="sources">What to read.</param>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="dating">What is said of the log's times.</param>
    /// <param name="threads">How many threads there may be; the result does not depend on it.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="progress">Told of bytes read: the file's place, and how many so far.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public static Audit Run(
        SourceSelection sources,
        Catalogue catalogue,
        DatingOptions dating,
        int threads = 1,
        Stream? standardInput = null,
        Action<int, long>? progress = null,
        CancellationToken cancel = default)
    {
        threads = Math.Max(1, threads);
        var inputs = sources.Files.ToList();
        var scans = new SourceScan[inputs.Count];
        var turns = Turns(inputs);
        var reader = new SourceReader(catalogue, standardInput, new ZonePool());
        InParallel.For(
            0,
            turns.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            turn =>
            {
                using var archives = new ArchiveCursor();
                foreach (var place in turns[turn])
                {
                    scans[place] = reader.Read(inputs[place], reader.NewScanner(), archives, bytes => progress?.Invoke(place, bytes), null, cancel);
                    scans[place].Close();
                }
            });

        var files = new List<AuditedFile>();
        var found = new List<(string Observer, NodaTime.DateTimeZone Zone)>();
        var warnings = new List<DateWarning>();
        var setPlaces = new List<int>();
        foreach (var (set, byName) in WithInner(sources, scans))
        {
            setPlaces.AddRange(Enumerable.Repeat(setPlaces.Count == 0 ? 0 : setPlaces[^1] + 1, set.Files.Count));
            var dates = new SetDates(set, dating);
            var setScans = new List<SourceScan>();
            foreach (var (place, note) in SetDates.Order(set, [.. byName.Select(scan => scan.Scan)], areWhole: true))
            {
                setScans.Add(byName[place]);
                dates.Add(byName[place].File, byName[place].Scan, note);
            }

            dates.Solve();
            found.AddRange(dates.FoundZones);
            warnings.AddRange(dates.Warnings);
            files.AddRange(setScans.Select((scan, place) => new AuditedFile(set, scan, dates.PartsOf(place))));
        }

        files.ForEach(file => file.Scan.Scan.Zones.Close());
        var scanned = files.Select((file, place) => new ScannedFile(file.Path, file.SetName, setPlaces[place], file.Scan.Scan) { IsNamed = file.Set.Observer is not null, IsQuoted = file.Scan.IsQuoted }).ToList();
        var settled = dating.With(found);
        return new Audit(files, settled, new EventSequence(scanned, settled, threads: threads), warnings, [.. scans.SelectMany(scan => scan.Problems)], threads);
    }

    /// <summary>The sets with their scans, and behind each those of the logs that were found within its sources. An archive has no lines of its own.</summary>
    private static IEnumerable<(RotationSet Set, IReadOnlyList<SourceScan> Scans)> WithInner(SourceSelection sources, SourceScan[] scans)
    {
        var (known, read) = (new SetNames(sources.Sets), 0);
        foreach (var set in sources.Sets)
        {
            var own = scans[read..(read += set.Files.Count)];
            if (!own.All(scan => scan.IsArchive))
            {
                yield return (set, own);
            }

            foreach (var (inner, found) in InnerSets.Of(set, own, known))
            {
                yield return (inner, [.. found.Select(log => log.Scan)]);
            }
        }
    }

    /// <summary>The inputs that are read one after the other: each file by itself, the members of an archive in its order, so that it is walked through once.</summary>
    private static List<List<int>> Turns(List<SourceFile> inputs) =>
    [
        .. Enumerable.Range(0, inputs.Count)
            .GroupBy(place => inputs[place].Member?.Archive ?? $"{place}:")
            .Select(turn => turn.OrderBy(place => inputs[place].Member?.Place).ThenBy(place => inputs[place].Member?.Inner).ToList()),
    ];
}
