using System.CommandLine;
using LogSerialAudit.Cli.Commands;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;
using NodaTime;

namespace LogSerialAudit.Cli.Tests;

public sealed class OptionsTests
{
    private static readonly DateTimeZone Auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
    private static readonly DateTimeZone California = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    [Fact]
    public void WithoutOptionsTheSystemDecides()
    {
        var options = Reading("");

        Assert.Equal((Auckland, Auckland), (options.LogZone, options.LocalZone));
        Assert.Empty(options.Paths);
        Assert.Empty(options.Zones);
        Assert.Empty(options.Hosts);
        Assert.Empty(options.ObserverZones);
        Assert.Equal((null, null, null, null), (options.Year, options.NotAfter, options.Since, options.Until));
        Assert.True(options.Threads >= 1);
        Assert.False(options.Hash || options.Progress);
    }

    [Fact]
    public void EveryOptionIsRead()
    {
        var options = Reading(
            "a.log ns1=b.log - --log-zone America/Los_Angeles --log-zone ns2=UTC --year 2019 --zone *.org --zone balug.org --host ns* --threads 3 --hash --progress always");

        Assert.Equal(["a.log", "ns1=b.log", "-"], options.Paths);
        Assert.Equal((California, California), (options.LogZone, options.LocalZone));
        Assert.Equal([KeyValuePair.Create("ns2", DateTimeZoneProviders.Tzdb["UTC"])], options.ObserverZones);
        Assert.Equal((2019, 3, true, true), (options.Year, options.Threads, options.Hash, options.Progress));
        Assert.Equal(["*.org", "balug.org"], options.Zones);
        Assert.Equal(["ns*"], options.Hosts);
    }

    [Theory]
    [InlineData("-- -odd.log", "-odd.log")]
    [InlineData("@list", "@list")]
    [InlineData("./-odd.log", "./-odd.log")]
    [InlineData("/h", "/h")]
    public void APathMayLookOdd(string commandLine, string path) => Assert.Equal([path], Reading(commandLine).Paths);

    [Theory]
    [InlineData("--since 2019-05-25", "2019-05-25T07:00:00Z", null)]
    [InlineData("--until 2019-05-25", null, "2019-05-26T07:00:00Z")]
    [InlineData("--since 2019-05-25 --until 2019-05-25", "2019-05-25T07:00:00Z", "2019-05-26T07:00:00Z")]
    [InlineData("--since 2019-05-25T09:23 --until 2019-05-25T09:23", "2019-05-25T16:23:00Z", "2019-05-25T16:24:00Z")]
    [InlineData("--since 2019-05-25T16:23:51Z --until 2019-05-25T16:23:51Z", "2019-05-25T16:23:51Z", "2019-05-25T16:23:52Z")]
    [InlineData("--since 2019-05-25T18:23:51+02:00", "2019-05-25T16:23:51Z", null)]
    [InlineData("--since 2019-11-03T01:30 --until 2019-11-03T01:30", "2019-11-03T08:30:00Z", "2019-11-03T09:31:00Z")]
    [InlineData("--since 2019-03-10T02:30", "2019-03-10T10:30:00Z", null)]
    [InlineData("--until 2019-11-03", null, "2019-11-04T08:00:00Z")]
    public void ATimeIsTheSpanThatItNames(string commandLine, string? since, string? until)
    {
        var options = Reading(commandLine + " --local-zone America/Los_Angeles");

        Assert.Equal((since, until), (options.Since?.ToString(), options.Until?.ToString()));
    }

    [Fact]
    public void NotAfterIncludesItsDay() =>
        Assert.Equal(Instant.FromUtc(2019, 5, 31, 12, 0), Reading("--not-after 2019-05-31").NotAfter);

    [Fact]
    public void WithoutOptionsTextGoesToStandardOutput() => Assert.Equal(new OutputOptions { Format = OutputFormat.Text }, Output(""));

    [Theory]
    [InlineData("--format csv", "episodes")]
    [InlineData("--format tsv", "episodes")]
    [InlineData("--format json", null)]
    [InlineData("--format text", null)]
    [InlineData("--format csv --table timeline", "timeline")]
    [InlineData("--format text --table serials", "serials")]
    public void CsvAndTsvShowEpisodesUnlessToldOtherwise(string commandLine, string? table) => Assert.Equal(table, Output(commandLine).Table);

    [Theory]
    [InlineData("-o out.csv", "/here/out.csv")]
    [InlineData("--output=out.csv", "/here/out.csv")]
    [InlineData("-o /there/out.csv", "/there/out.csv")]
    [InlineData("-o -", null)]
    [InlineData("-o /dev/stdout", null)]
    public void AFileIsNamedFromTheCurrentFolder(string commandLine, string? path) => Assert.Equal(path, Output(commandLine).Path);

    [Fact]
    public void TablesAreShaped()
    {
        var options = Output("--format csv --columns zone,kind --dates spreadsheet --bom --separator ; --force --exit-code");

        Assert.Equal(["zone", "kind"], options.Columns);
        Assert.Equal(
            new TableOptions { LocalZone = Auckland, Dates = DateStyle.Spreadsheet, Separator = ';', ByteOrderMark = true },
            options.ForTables(Auckland));
        Assert.True(options.Force && options.ExitCodeTellsFindings);
    }

    [Theory]
    [InlineData(";", ';')]
    [InlineData("|", '|')]
    [InlineData("tab", '\t')]
    [InlineData(@"\t", '\t')]
    public void SeparatorsAreReadAsTheyAreTyped(string typed, char separator) =>
        Assert.Equal(separator, Output("--format csv --separator " + typed).Separator);

    [Theory]
    [InlineData("", true, null, null, true)]
    [InlineData("", false, null, null, false)]
    [InlineData("", true, "1", null, false)]
    [InlineData("", true, "", null, true)]
    [InlineData("", true, null, "dumb", false)]
    [InlineData("-o a.txt", true, null, null, false)]
    [InlineData("--format csv", true, null, null, false)]
    [InlineData("--color never", true, null, null, false)]
    [InlineData("--color always", false, "1", null, true)]
    [InlineData("--color always --format csv", true, null, null, false)]
    public void ColourIsForTerminals(string commandLine, bool terminal, string? noColor, string? term, bool color)
    {
        var world = Run.World() with
        {
            OutputIsTerminal = terminal,
            Environment = name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null },
        };

        Assert.Equal(color, Output(commandLine, world).Color);
    }

    private static ReadingOptions Reading(string commandLine)
    {
        var set = new ReadingOptionSet();
        return set.Read(Parse(set.AddTo, commandLine), Run.World());
    }

    private static OutputOptions Output(string commandLine, AppIo? world = null)
    {
        var set = new OutputOptionSet(
            [OutputFormat.Text, OutputFormat.Csv, OutputFormat.Tsv, OutputFormat.Json], ReportCommand.Tables, hasFindings: true);
        return set.Read(Parse(set.AddTo, commandLine), (world ?? Run.World()) with { CurrentDirectory = "/here" });
    }

    private static ParseResult Parse(Action<Command> add, string commandLine)
    {
        var command = new Command("report");
        add(command);
        var args = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parse = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Assert.Null(Mistake.In(parse, args));
        return parse;
    }
}
