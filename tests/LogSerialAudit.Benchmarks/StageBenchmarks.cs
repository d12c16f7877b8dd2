using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using LogSerialAudit.Benchmarks.Corpora;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Benchmarks;

/// <summary>The stages of the hot path, each over the same log; each one but the first and the packed ones holds the ones before it.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private static readonly string[] Columns = ["at_utc", "observer", "zone", "kind", "serial", "serial_utc", "previous_serial", "peer"];
    private static readonly ProgramNames Programs = new(Catalogue.BuiltIn.Programs);
    private readonly LineBlock _block = new();
    private byte[] _log = [];
    private string _folder = "";

    /// <summary>Which log.</summary>
    [Params("sparse", "dense")]
    public string Log { get; set; } = "dense";

    /// <summary>Its length at least.</summary>
    [Params(8_000_000)]
    public int Bytes { get; set; } = 8_000_000;

    /// <summary>Makes the log, in memory and as files.</summary>
    [GlobalSetup]
    public void Make()
    {
        _log = MadeLog.Make(Log, Bytes, Log == "dense" ? 10_000 : 200);
        _folder = Directory.CreateTempSubdirectory("logserialaudit").FullName;
        File.WriteAllBytes(Plain, _log);
        using var packed = new GZipStream(File.Create(Packed), CompressionLevel.Optimal);
        packed.Write(_log);
    }

    /// <summary>Removes the files.</summary>
    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    /// <summary>How many lines the log has.</summary>
    public int Lines => Split();

    private string Plain => Path.Combine(_folder, "daemon.log");

    private string Packed => Path.Combine(_folder, "daemon.log.gz");

    /// <summary>Lines found, and nothing done with them: what all else is measured by.</summary>
    [Benchmark(Baseline = true)]
    public int Split()
    {
        var lines = 0;
        var rest = (ReadOnlySpan<byte>)_log;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            lines++;
        }

        return lines;
    }

    /// <summary>Stamp, host, program and message of each line.</summary>
    [Benchmark]
    public int Envelopes()
    {
        var (reader, servers, number) = (new LineReader(Programs), 0, 0L);
        var rest = (ReadOnlySpan<byte>)_log;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            reader.Read(rest[..end], ref number, out var envelope);
            servers += reader.IsServer(envelope) ? 1 : 0;
        }

        return servers;
    }

    /// <summary>The messages against the catalogue, without envelopes.</summary>
    [Benchmark]
    public int Match()
    {
        var (matched, matcher, match) = (0, Catalogue.BuiltIn.ForProgram("named"u8)!, default(MessageMatch));
        var rest = (ReadOnlySpan<byte>)_log;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            matched += matcher.TryMatch(rest["Mar  1 00:00:00 ns1 named[4711]: ".Length..end], ref match) ? 1 : 0;
        }

        return matched;
    }

    /// <summary>Envelopes, messages and events.</summary>
    [Benchmark]
    public long Scan() => Scan(datesLines: false);

    /// <summary>The same, with each line shown to the file's clock.</summary>
    [Benchmark]
    public long ScanAndDate() => Scan(datesLines: true);

    /// <summary>The file in blocks of lines.</summary>
    [Benchmark]
    public long ReadPlain() => Read(Plain);

    /// <summary>The same of the packed file.</summary>
    [Benchmark]
    public long ReadPacked() => Read(Packed);

    /// <summary>All of <c>extract</c>, up to bytes.</summary>
    [Benchmark]
    public long Extract() => Extract(Plain);

    /// <summary>The same of the packed file.</summary>
    [Benchmark]
    public long ExtractPacked() => Extract(Packed);

    private long Scan(bool datesLines)
    {
        var scanner = new FileScanner(Catalogue.BuiltIn, Programs, new FileScan(), datesLines);
        for (var at = 0; at < _log.Length;)
        {
            var length = Math.Min(LineBlock.Capacity, _log.Length - at);
            length = at + length == _log.Length ? length : _log.AsSpan(at, length).LastIndexOf((byte)'\n') + 1;
            scanner.Read(_log.AsSpan(at, length), scanner.Scan.Lines + 1);
            at += length;
            if (scanner.Scan.Events.Count > 20_000)
            {
                scanner.LetGo();
            }
        }

        return scanner.Scan.EventLines;
    }

    private long Read(string path)
    {
        using var reader = BlockReader.Open(SourceFile.At(path));
        while (reader.Read(_block))
        {
        }

        return reader.Totals.Lines;
    }

    private static long Extract(string path)
    {
        var options = new DatingOptions { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2020, 1, 1, 0, 0) };
        EventsTable.Instance.TryChoose(Columns, out var columns, out _);
        using var cells = CellWriter.Create(TableFormat.Csv, Stream.Null, new TableOptions());
        var writer = new TableWriter<EventRow>(cells, "events", columns);
        var stream = new EventStream(Catalogue.BuiltIn, options, (in row) => writer.Write(row), []);
        stream.Read(new RotationSet("", "daemon.log", null, [SourceFile.At(path)]), null, CancellationToken.None);
        stream.End();
        return stream.Scans[0].Scan.EventLines;
    }
}
