using System.Globalization;
using System.IO.Compression;
using System.Text;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Dates in which day and month could be exchanged, such as <c>10/07/2025</c>: what other lines show counts only while no line contradicts it.</summary>
public sealed class ExchangeableDateTests
{
    private const int MostHeld = 20_000;
    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2026, 1, 1, 0, 0) };

    /// <summary>The dates of the lines, and the days of the rows with their marks.</summary>
    public static TheoryData<string, string> Logs => new()
    {
        { "13/07/2025 10/07/2025 14/07/2025 10/07/2025", "13-Jul, 10-Jul, 14-Jul, 10-Jul" },
        { "07/13/2025 10/07/2025 07/14/2025 10/07/2025", "13-Jul, 07-Oct, 14-Jul, 07-Oct" },
        { "13/07/2025 10/07/2025 07/14/2025 10/07/2025", "13-Jul, undated, 14-Jul, undated" },
        { "07/14/2025 10/07/2025 10/07/2025 13/07/2025", "14-Jul, undated, undated, 13-Jul" },
        { "13/07/2025 07/07/2025 10/07/2025 07/14/2025", "13-Jul, 07-Jul, undated, 14-Jul" },
        { "10/07/2025 13/07/2025 10/07/2025", "10-Jul, 13-Jul, 10-Jul" },
        { "10/07/2025 07/07/2025 10/08/2025 07/13/2025", "07-Oct, 07-Jul, 08-Oct, 13-Jul" },
        { "07/07/2025 10/07/2025 13/07/2025", "07-Jul, 10-Jul, 13-Jul" },
        { "10/07/2025 11/07/2025", "undated, undated" },
        { "10/07/2025 13/07/2025 07/14/2025", "undated, 13-Jul, 14-Jul" },
        { "13/07/2025 12/31/2025 14/08/2025", "13-Jul, 31-Dec, 14-Aug" },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void ALineThatContradictsTakesWhatWasShownBack(string dates, string expected)
    {
        using var folder = new TempFolder();
        var text = string.Concat(dates.Split(' ').Select(Line));
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), text);

        Assert.Equal(expected, Reported(folder));
        Assert.Equal(expected, Streamed(folder, threads: 1, MostHeld));
        Assert.Equal(expected, Streamed(folder, threads: 3, MostHeld));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void WhatLinesShowOfThoseBeforeThemDoesNotGoByThePiecesOfAPipe(int largest)
    {
        var line = Line("10/07/2025", 1);
        var near = string.Concat(Enumerable.Repeat(line, (64 * 1024 / line.Length) - 1));
        Assert.All(Piped(near + Line("13/07/2025", 2), largest), row => Assert.NotEqual("undated", row));
        Assert.Equal("undated", Piped(near + line + line + Line("13/07/2025", 2), largest)[0]);
    }

    /// <summary>The form of what stands around two lines, the second of which shows the order.</summary>
    public static TheoryData<string, string> FirstLines => new()
    {
        { "{\"time\":\"10/07/2025 10:05:36\",\"program\":\"named\",\"message\":\"MESSAGE\"}\n{\"time\":\"13/07/2025 10:05:36\",\"program\":\"named\",\"message\":\"MESSAGE\"}\n", "10-Jul, 13-Jul" },
        { "Date and Time,Source,Message\r\n7/10/2025 1:05:36 AM,named,MESSAGE\r\n7/13/2025 1:05:36 PM,named,MESSAGE\r\n", "10-Jul, 13-Jul" },
        { "a line without a stamp\n10/07/2025 10:05:36 ns1 named[1]: MESSAGE\n\r\n13/07/2025 10:05:36 ns1 sshd[1]: x\n", "10-Jul" },
        { "Jul  1 10:05:36 ns1 sshd[1]: x\n10/07/2025 10:05:36 ns1 named[1]: MESSAGE\n13/07/2025 10:05:36 ns1 named[1]: MESSAGE\n", "undated, 13-Jul" },
        { "10/07/2025 10:05:36 ns1 named[1]: MESSAGE\n31/02/2025 10:05:36 ns1 named[1]: x\n13/13/2025 10:05:36 ns1 named[1]: x\n", "10-Jul" },
        { "10/07/2025 10:05:36 ns1 named[1]: MESSAGE\nzone 13/07/2025 10:05:36 is a name\n13/07/2025\n", "undated" },
    };

    [Theory]
    [MemberData(nameof(FirstLines))]
    public void TheFirstLinesAreLookedAtAsTheyAreRead(string text, string expected)
    {
        text = text.Replace("MESSAGE", "zone example.org/IN: transferred serial 7", StringComparison.Ordinal);
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), text);

        Assert.Equal(expected, Reported(folder));
        Assert.Equal(expected, string.Join(", ", Piped(text, largest: 3)));
    }

    [Fact]
    public void AnotherFileOfTheSetContradictsNothing()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log.1"), Line("13/07/2025", 1) + Line("10/07/2025", 2) + Line("07/14/2025", 3));
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), Line("15/07/2025", 4) + Line("10/08/2025", 5));

        const string Expected = "13-Jul, undated, 14-Jul, 15-Jul, 10-Aug";
        Assert.Equal(Expected, Reported(folder));
        Assert.Equal(Expected, Streamed(folder, threads: 1, MostHeld));
        Assert.Equal(Expected, Streamed(folder, threads: 3, MostHeld));
    }

    [Theory]
    [InlineData(1, 0, "10-Jul day-unsure")]
    [InlineData(3, 0, "10-Jul day-unsure")]
    [InlineData(1, MostHeld, "undated")]
    [InlineData(3, MostHeld, "undated")]
    public void WhatGoesOutBeforeTheFileIsReadIsMarked(int threads, int mostHeld, string expected)
    {
        const int Lines = 6000;
        using var folder = new TempFolder();
        var first = string.Concat(Enumerable.Repeat(Line("10/07/2025", 2), Lines));
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), Line("13/07/2025", 1) + first + Line("07/14/2025", 3) + Line("10/07/2025", 4));

        var rows = Streamed(folder, threads, mostHeld).Split(", ");
        Assert.True(first.Length > LineBlock.Capacity);
        Assert.Equal(["13-Jul", expected], rows[..2]);
        Assert.Equal(["14-Jul", "undated"], rows[^2..]);
        Assert.All(rows, row => Assert.NotEqual("10-Jul", row));
    }

    [Fact]
    public void OfALogThatGoesOnNothingIsSure()
    {
        var text = Encoding.ASCII.GetBytes(Line("13/07/2025", 1) + Line("10/07/2025", 2) + Line("07/07/2025", 3));
        var file = SourceFile.At("daemon.log") with
        {
            Start = new LogStart(() => BlockReader.From("daemon.log", ByteSource.Over(new MemoryStream(text), null), 1, leavesRest: true), 1, default),
        };

        Assert.Equal("13-Jul, 10-Jul day-unsure, 07-Jul", Streamed([new RotationSet("", "daemon.log", null, [file])], threads: 1, MostHeld));
    }

    [Theory]
    [InlineData(0, "13-Jul, 10-Jul")]
    [InlineData(4, "13-Jul, 10-Jul day-unsure")]
    public void AFileThatIsCutShortMayHaveHadALineThatContradicts(int missing, string expected)
    {
        using var folder = new TempFolder();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes(Line("13/07/2025", 1) + Line("10/07/2025", 2)));
        }

        File.WriteAllBytes(Path.Combine(folder.Path, "daemon.log.1.gz"), packed.ToArray()[..^missing]);

        Assert.Equal(expected, Reported(folder));
        Assert.Equal(expected, Streamed(folder, threads: 3, MostHeld));
    }

    private static string Line(string date, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{date} 10:05:36 ns1 named[1]: zone example.org/IN: transferred serial {serial}\n");

    private static string Reported(TempFolder folder)
    {
        var rows = new List<EventRow>();
        Audit.Run(Sets(folder), Catalogue.BuiltIn, Utc).History.Walk((in row) => rows.Add(row));
        return Shown(rows);
    }

    private static string Streamed(TempFolder folder, int threads, int mostHeld) => Streamed(Sets(folder).Sets, threads, mostHeld);

    private static string[] Piped(string text, int largest)
    {
        using var pipe = new ChunkedStream(Encoding.ASCII.GetBytes(text), largest, canSeek: false);
        return Streamed([new RotationSet("", "-", null, [SourceFile.StandardInput])], threads: 1, MostHeld, pipe).Split(", ");
    }

    private static string Streamed(IReadOnlyList<RotationSet> sets, int threads, int mostHeld, Stream? standardInput = null)
    {
        var rows = new List<EventRow>();
        var stream = new EventStream(Catalogue.BuiltIn, Utc, (in row) => rows.Add(row), sets, standardInput) { Threads = threads, MostHeld = mostHeld };
        stream.Read(Assert.Single(sets), null, TestContext.Current.CancellationToken);
        stream.End();
        return Shown(rows);
    }

    private static SourceSelection Sets(TempFolder folder) => SourceFinder.Find([folder.Path], ExpandLimit.Default, []);

    /// <summary>In the order of files and lines.</summary>
    private static string Shown(IEnumerable<EventRow> rows) => string.Join(", ", rows
        .OrderByDescending(row => row.Source.File, StringComparer.Ordinal).ThenBy(row => row.Source.Line)
        .Select(row => $"{(row.At.Exists ? row.At.At.ToString("dd-MMM", CultureInfo.InvariantCulture) : "")} {row.At.Words()}".Trim()));
}
