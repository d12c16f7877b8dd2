using BenchmarkDotNet.Attributes;
using LogSerialAudit.Benchmarks.Corpora;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Benchmarks;

/// <summary>What dating every line costs: the scan of a log without it, and with it up to an instant for each event.</summary>
[MemoryDiagnoser]
public class DatingBenchmarks
{
    private const int BlockLength = 256 * 1024;
    private static readonly ProgramNames Programs = new(Catalogue.BuiltIn.Programs);
    private byte[] _log = [];

    /// <summary>Which log.</summary>
    [Params("sparse", "dense")]
    public string Log { get; set; } = "sparse";

    /// <summary>Its length at least.</summary>
    [Params(100_000_000)]
    public int Bytes { get; set; } = 100_000_000;

    /// <summary>Makes the log.</summary>
    [GlobalSetup]
    public void Make() => _log = MadeLog.Make(Log, Bytes);

    /// <summary>Envelopes and messages only.</summary>
    [Benchmark(Baseline = true)]
    public int WithoutDates() => Scan(datesLines: false).Events.Count;

    /// <summary>The same, with years found and an instant for each event.</summary>
    [Benchmark]
    public long WithDates() => Date(Scan(datesLines: true));

    private FileScan Scan(bool datesLines)
    {
        var scanner = new FileScanner(Catalogue.BuiltIn, Programs, new FileScan(), datesLines);
        for (int at = 0, line = 1; at < _log.Length;)
        {
            var length = Math.Min(BlockLength, _log.Length - at);
            length = at + length == _log.Length ? length : _log.AsSpan(at, length).LastIndexOf((byte)'\n') + 1;
            scanner.Read(_log.AsSpan(at, length), line);
            line = (int)scanner.Scan.Lines + 1;
            at += length;
        }

        return scanner.Scan;
    }

    private static long Date(FileScan scan)
    {
        var options = new DatingOptions { LogZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], Now = Instant.FromUtc(2020, 1, 1, 0, 0) };
        var file = SourceFile.At("daemon.log");
        var dates = new SetDates(new RotationSet("", "daemon.log", null, [file]), options);
        dates.Add(file, scan);
        dates.Solve();
        var daters = scan.Writers.All.Select(_ => new StampDater(options.LogZone)).ToArray();
        var sum = 0L;
        foreach (var each in scan.Events.All)
        {
            sum += daters[each.Writer].Date(each.Stamp, each.Line, each.Run < 0 ? null : scan.Writers.All[each.Writer].Clock.Runs[each.Run]).At.ToUnixTimeTicks();
        }

        return sum;
    }
}
