using System.Globalization;
using System.Text;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Events;

public sealed class ReadAheadTests
{
    private static readonly DatingOptions Dating = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2020, 1, 1, 0, 0) };

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(1_000_000)]
    public void RowsAreTheSameWithAnyNumberOfThreads(int mostHeld)
    {
        using var folder = new TempFolder();
        Write(folder, files: 7, lines: 6000);
        var alone = Extract(folder, threads: 1, mostHeld, null, TestContext.Current.CancellationToken);

        Assert.True(alone.Length > 1_000_000);
        for (var threads = 2; threads < 6; threads++)
        {
            Assert.Equal(alone, Extract(folder, threads, mostHeld, null, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void RowsAreThoseOfAReport(int threads)
    {
        using var folder = new TempFolder();
        Write(folder, files: 5, lines: 6000);
        var reported = Written(writer => Audit.Run(SourceFinder.Find([folder.Path], ExpandLimit.Default, []), Catalogue.BuiltIn, Dating).History.Walk((in row) => writer.Write(row)));

        Assert.Contains(",3,", reported, StringComparison.Ordinal);
        Assert.StartsWith(reported, Extract(folder, threads, 1_000_000, null, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 60)]
    public void NoLineIsLostWhereBlocksHoldFewEvents(int threads, int events)
    {
        const int Lines = 80_000;
        using var folder = new TempFolder();
        var text = new StringBuilder();
        for (var line = 1; line <= Lines; line++)
        {
            text.Append(line % (Lines / events) == 0
                ? $"Mar  1 09:23:51 ns1 named[17]: zone z.example/IN: transferred serial {line}\n"
                : "Mar  1 09:23:51 ns1 sshd[3]: Received disconnect from 203.0.113.9 port 22: 11: disconnected by user\n");
        }

        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), text.ToString());
        File.WriteAllBytes(Path.Combine(folder.Path, "daemon.log.1.gz"), Gz.Member(Encoding.ASCII.GetBytes(text.ToString())));
        var sets = SourceFinder.Find([folder.Path], ExpandLimit.Default, []).Sets;
        var rows = new List<(SerialNumber? Serial, long Line)>();
        var stream = new EventStream(Catalogue.BuiltIn, Dating, (in row) => rows.Add((row.Serial, row.Source.Line)), sets) { Threads = threads };
        stream.Read(Assert.Single(sets), null, TestContext.Current.CancellationToken);
        stream.End();

        Assert.True(text.Length > 20 * LineBlock.Capacity);
        Assert.All(stream.Scans, scan => Assert.Equal((Lines, events), (scan.Scan.Lines, scan.Scan.EventLines)));
        Assert.Equal(2 * events, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.Line, row.Serial!.Value.Value));
    }

    [Fact]
    public void AReaderThatIsEndedEndsAllThreads()
    {
        using var folder = new TempFolder();
        Write(folder, files: 5, lines: 20_000);
        using var cancel = new CancellationTokenSource();
        var rows = 0;

        Assert.Throws<OperationCanceledException>(() => Extract(folder, 3, 100, () =>
        {
            if (++rows == 500)
            {
                cancel.Cancel();
            }
        }, cancel.Token));
    }

    [Fact]
    public void AMistakeWhileRowsAreWrittenEndsAllThreads()
    {
        using var folder = new TempFolder();
        Write(folder, files: 5, lines: 20_000);

        Assert.Throws<InvalidOperationException>(() => Extract(folder, 3, 100, () => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
    }

    private static string Extract(TempFolder folder, int threads, int mostHeld, Action? onRow, CancellationToken cancel)
    {
        var sets = SourceFinder.Find([folder.Path], ExpandLimit.Default, []).Sets;
        IReadOnlyList<LogSerialAudit.Events.SourceScan> scans = [];
        var written = Written(writer =>
        {
            RowVisitor write = (in row) =>
            {
                writer.Write(row);
                onRow?.Invoke();
            };
            var stream = new EventStream(Catalogue.BuiltIn, Dating, write, sets) { Threads = threads, MostHeld = mostHeld };
            foreach (var set in sets)
            {
                stream.Read(set, null, cancel);
            }

            stream.End();
            scans = stream.Scans;
        });
        return written + string.Join('\n', scans.Select(scan => $"{scan.File.Path} {scan.Totals} {scan.Scan.EventLines} {scan.Damage?.Sentence}"));
    }

    private static string Written(Action<TableWriter<EventRow>> write)
    {
        var output = new MemoryStream();
        using var cells = CellWriter.Create(TableFormat.Csv, output, new TableOptions());
        write(new TableWriter<EventRow>(cells, "events", EventsTable.Instance.Columns));
        cells.Complete();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A rotated set: other programs' lines between those of two servers, one file packed, one of them cut short.</summary>
    private static void Write(TempFolder folder, int files, int lines)
    {
        var random = new Random(17);
        var at = new DateTime(2019, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var file = files; file > 0; file--)
        {
            var text = new StringBuilder();
            for (var line = 0; line < lines; line++)
            {
                at = at.AddSeconds(random.Next(4));
                var message = random.Next(4) switch
                {
                    0 => "sshd[3]: Received disconnect from 203.0.113.9 port 22",
                    1 => $"named[17]: zone z{random.Next(50)}.example/IN: transferred serial {1_551_398_400 + line}",
                    2 => $"named[17]: zone z{random.Next(50)}.example/IN: serial number ({random.Next()}) received from master 192.0.2.{random.Next(9)}#53 < ours ({random.Next()})",
                    _ => $"named[17]: client @0x7f 192.0.2.{random.Next(9)}#{random.Next(60_000)}: received notify for zone 'z{random.Next(50)}.example'",
                };
                var head = string.Create(CultureInfo.InvariantCulture, $"{at.ToString("MMM", CultureInfo.InvariantCulture)} {at.Day,2} {at:HH:mm:ss} ns{random.Next(20) / 19}");
                text.Append(CultureInfo.InvariantCulture, $"{head} {message}\n");
                if (random.Next(30) == 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{head} last message repeated {2 + random.Next(3)} times\n");
                }
            }

            var bytes = Encoding.ASCII.GetBytes(text.ToString());
            File.WriteAllBytes(Path.Combine(folder.Path, $"daemon.log.{file}"), file == 3 ? Gz.Member(bytes) : file == 2 ? Gz.Member(bytes)[..^5000] : bytes);
        }
    }
}
