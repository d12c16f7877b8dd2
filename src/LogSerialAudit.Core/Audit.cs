using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit;

/// <summary>
/// The whole way from log files to histories: each stage of the pipeline once, in order.
/// </summary>
public sealed class Audit
{
    private Audit(IReadOnlyList<AuditedFile> files, DatingOptions dating, EventSequence sequence)
    {
        (Files, Dating, Sequence) = (files, dating, sequence);
        History = new HistoryBuilder(sequence);
    }

    /// <summary>The files in walk order.</summary>
    public IReadOnlyList<AuditedFile> Files { get; }

    /// <summary>What was said of the log's times.</summary>
    public DatingOptions Dating { get; }

    /// <summary>All events in the order of time.</summary>
    public EventSequence Sequence { get; }

    /// <summary>The histories of the zones.</summary>
    public HistoryBuilder History { get; }

    /// <summary>Reads, dates and orders.</summary>
    /// <param name="sources">What to read.</param>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="dating">What is said of the log's times.</param>
    /// <param name="threads">How many files may be read at once; the result does not depend on it.</param>
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
        var inputs = sources.Sets.SelectMany(set => set.Files.Select(file => (Set: set, File: file))).ToList();
        var scans = new SourceScan[inputs.Count];
        var programs = new ProgramNames(catalogue.Programs);
        Parallel.For(
            0,
            inputs.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel },
            place => scans[place] = SourceScan.Read(
                inputs[place].File, catalogue, programs, standardInput, progress is null ? null : bytes => progress(place, bytes), cancel));

        var files = inputs.Select((input, place) => new AuditedFile(input.Set, scans[place])).ToList();
        foreach (var set in files.GroupBy(file => file.Set, ReferenceEqualityComparer.Instance))
        {
            FindYears([.. set], dating);
        }

        var scanned = files.Select(file => new ScannedFile(file.Path, file.SetName, file.Scan.Scan)).ToList();
        return new Audit(files, dating, new EventSequence(scanned, dating));
    }

    private static void FindYears(List<AuditedFile> set, DatingOptions dating)
    {
        var fileTimesCount = FileTimesCount(set);
        foreach (var host in set.SelectMany(file => file.Scan.Scan.Clock.Hosts).Select(clock => clock.Host).Distinct().Order(StringComparer.Ordinal))
        {
            var parts = new List<SequenceFile>();
            foreach (var file in set)
            {
                if (file.Scan.Scan.Clock.Hosts.FirstOrDefault(clock => clock.Host == host) is { } clock)
                {
                    var part = new SequenceFile(file.Evidence(fileTimesCount), clock);
                    parts.Add(part);
                    file.Add(host, part);
                }
            }

            YearSolver.Solve(new DatedSequence(host, parts), dating);
        }
    }

    /// <summary>Files that were all changed in the same minute were copied or unpacked: their times say nothing.</summary>
    private static bool FileTimesCount(List<AuditedFile> set)
    {
        var times = set.Select(file => file.Scan.File.Modified).OfType<Instant>().ToList();
        return times.Count < 2 || times.Max() - times.Min() > Duration.FromMinutes(1);
    }
}
