using BenchmarkDotNet.Attributes;
using LogSerialAudit.Benchmarks.Corpora;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
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

    /// <summary>A zone that the logs are of, which write UTC in March: for another one they would be held against every zone there is, once each.</summary>
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];
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

    /// <summary>Envelopes and messages only; the events are gone through, as whoever dates them has to.</summary>
    [Benchmark(Baseline = true)]
    public long WithoutDates()
    {
        var sum = 0L;
        foreach (var each in Scan(datesLines: false).Events.All)
        {
            sum += each.Line;
        }

        return sum;
    }

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
        var options = new DatingOptions { LogZone = Zone, Now = Instant.FromUtc(2020, 1, 1, 0, 0) };
        var file = SourceFile.At("daemon.log");
        var dates = new SetDates(new RotationSet("", "daemon.log", null, [file]), options);
        dates.Add(file, scan);
        dates.Solve();
        var rows = new FileDates(new ScannedFile("daemon.log", "daemon.log", 0, scan), options);
        var sum = 0L;
        foreach (var each in scan.Events.All)
        {
            sum += rows.Date(each).At.ToUnixTimeSeconds();
        }

        return sum;
    }
}
