using System.Text;
using System.Text.Json;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>Whoever can have a line logged must not reach the reader's terminal, spreadsheet or memory with it.</summary>
public sealed class HostileLogTests
{
    private const string Lines =
        "May 30 10:05:36 ns2 named[1]: zone =cmd|'calc'!A0/IN: loaded serial 5\n"
        + "May 30 10:05:37 @ns named[1]: zone a\u001b[2Jb.org/IN: loaded serial 5\n"
        + "May 30 10:05:38 ns2 named[1]: zone \u202egro.live/IN: loaded serial 6\n"
        + "May 30 10:05:39 ns2 named[1]: zone +1+1/IN: zone serial (5/7) has gone backwards\n"
        + "May 30 10:05:40 ns2 named[1]: received control channel command '=HYPERLINK(\"http://192.0.2.1\")'\n"
        + "May 30 10:05:41 ns2 named[1]: zone x.org/IN: serial number (5) received from master 192.0.2.1#53 < ours (7)\n"
        + "May 30 10:05:42 ns2 named[1]: zone \u001b]0;owned\u0007.org/IN/\u009b31m: serial number (5) received from master 192.0.2.1#53 < ours (7)\n";

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:60-14:00")]
    [InlineData("31-Dec-9999 23:59:59.999")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("01-Jan-0001 00:00:00.000")]
    [InlineData("253402300799.9")]
    public async Task AStampAtTheEndOfTheCalendarIsNoCrash(string stamp)
    {
        foreach (var command in new[] { "extract", "report", "report --explain-dates", "check --dry-run --state nosuch" })
        {
            var log = $"{stamp} ns2 named[1]: zone a.org/IN: transferred serial 5\n2019-05-30T10:05:36Z ns2 named[1]: zone a.org/IN: transferred serial 6\n";
            var run = await Run.Of(Run.World(log), [.. command.Split(' '), "--log-zone", "Pacific/Auckland", "-"]);

            Assert.Equal(ExitCode.Done, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report --color always")]
    [InlineData("report --table timeline")]
    [InlineData("report --table events")]
    [InlineData("report --table episodes")]
    [InlineData("report --table serials")]
    [InlineData("report --format csv --table events")]
    [InlineData("report --format tsv --table timeline")]
    [InlineData("report --format json")]
    [InlineData("report --format md")]
    [InlineData("report --format md --table timeline")]
    [InlineData("report --format html")]
    [InlineData("report --format html --table events")]
    [InlineData("extract")]
    [InlineData("extract --format ndjson")]
    public async Task NothingThatMovesTheCursorOrTurnsTheTextGetsThrough(string command)
    {
        var run = await Run.Of(Run.World(Lines), [.. command.Split(' '), "--year", "2019", "--log-zone", "UTC", "-"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains("5", run.Output, StringComparison.Ordinal);
        var text = run.Output;
        foreach (var ink in new[] { "\u001b[1m", "\u001b[33m", "\u001b[0m" })
        {
            text = command.Contains("always", StringComparison.Ordinal) ? text.Replace(ink, "", StringComparison.Ordinal) : text;
        }

        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
        Assert.DoesNotContain('\u202e', text);
    }

    [Theory]
    [InlineData("report --format csv --table events", ',')]
    [InlineData("report --format tsv --table timeline", '\t')]
    [InlineData("extract --separator ;", ';')]
    public async Task NoCellIsAFormula(string command, char separator)
    {
        var run = await Run.Of(Run.World(Lines), [.. command.Split(' '), "--year", "2019", "--log-zone", "UTC", "-"]);
        var cells = run.Output.Split(separator, '\n').Select(cell => cell.Trim('"')).ToList();

        Assert.Contains(cells, cell => cell.StartsWith("'=cmd", StringComparison.Ordinal));
        Assert.Contains("'+1+1", cells);
        Assert.Contains("'@ns", cells);
        Assert.Contains(cells, cell => cell.StartsWith("'=hyperlink", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task JsonKeepsTheTextAsItIs()
    {
        var run = await Run.Of(Run.World(Lines), "extract", "--format", "ndjson", "--columns", "zone", "--year", "2019", "--log-zone", "UTC", "-");
        var zones = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("zone").GetString()).ToList();

        Assert.Contains("=cmd|'calc'!a0", zones);
        Assert.Contains(@"a\x1b[2jb.org", zones);
        Assert.Contains(@"\u202egro.live", zones);
    }

    [Fact]
    public async Task AHostileFileNameIsShownSafely()
    {
        using var folder = new LogFolder();
        var run = await Run.Of("report", "--log-zone", "UTC", "--year", "2019", folder.Write("=a\u001b[2J.log", Lines));

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal("", run.Errors);
        Assert.Equal("logserialaudit: no such file: /no\\x1b]2J.log\n", (await Run.Of("report", "--log-zone", "UTC", "/no\u001b]2J.log")).Errors);
    }

    [Fact]
    public async Task ManyZonesAreManyRows()
    {
        var log = new StringBuilder();
        for (var zone = 0; zone < 30_000; zone++)
        {
            log.Append(System.Globalization.CultureInfo.InvariantCulture, $"2019-05-30T10:05:36Z ns2 named[1]: zone z{zone}.org/IN: loaded serial {zone}\n");
        }

        var run = await Run.Of(Run.World(log.ToString()), "report", "--log-zone", "UTC", "-");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains("\n... 29960 more zones without an episode: --table timeline\n", run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Output.Length, 0, 20_000);
    }

    [Fact]
    public async Task RepeatsAreCountedAndTheMiddleOfALongTimelineIsLeftOut()
    {
        var log = new StringBuilder();
        var start = new DateTime(2019, 5, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var change = 0; change < 400; change++)
        {
            Line(start.AddMinutes(change), $"transferred serial {1_000_000 + change}");
        }

        for (var complaint = 0; complaint < 214; complaint++)
        {
            Line(start.AddMinutes(400 + (25 * complaint)), "serial number (999) received from master 192.0.2.1#53 < ours (1000399)");
        }

        for (var change = 0; change < 10; change++)
        {
            Line(start.AddMinutes(400 + (25 * 214) + change), $"transferred serial {1_000_400 + change}");
        }

        var run = await Run.Of(Run.World(log.ToString()), "report", "--log-zone", "UTC", "-");

        Assert.Contains("rollback-offered    999 < 1000399  x214, every 25m", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n      ... 371 more: --table timeline\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("transferred         1000000\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("transferred         1000018 -> 1000019\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1000020", run.Output, StringComparison.Ordinal);
        Assert.Contains("transferred         1000408 -> 1000409\n", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        void Line(DateTime at, string message) =>
            log.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd'T'HH:mm:ss}Z ns2 named[1]: zone a.org/IN: {message}\n");
    }
}
