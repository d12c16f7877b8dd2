using System.Text.Json;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>The formats and the options that shape them, through the whole program.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Sample = "samples/bind-9.18-lab/secondary-9.18-local.log";

    private static readonly string[] Columns =
    [
        "zone,class,view,side,observer,primary,state,first_seen_utc,first_seen_local,last_seen_utc,last_seen_local,complaints,offered_serial,offered_utc,offered_local,held_serial,held_utc,held_local,behind_seconds,ended_utc,ended_local,ended_by_serial,year_source,dating,source",
        "zone,class,view,side,observer,at_utc,at_local,kind,serial,serial_utc,serial_local,previous_serial,change,peer,count,until_utc,until_local,detail,dating,source",
        "serial,utc,local,scheme,zone,role,newest",
        "file,bytes,lines,events,skipped,unreadable_bytes,first_utc,last_utc,year_source,log_zone,note",
    ];

    private readonly LogFolder _folder = new();
    private readonly string _log;

    public OutputTests() => _log = _folder.Write("ns2.log", LogFolder.Rollback);

    [Theory]
    [InlineData("episodes", 0)]
    [InlineData("timeline", 1)]
    [InlineData("events", 1)]
    [InlineData("serials", 2)]
    [InlineData("coverage", 3)]
    public async Task ATableHasItsColumnsInEveryFormat(string table, int columns)
    {
        Assert.StartsWith(Columns[columns] + "\n", (await Report("--format", "csv", "--table", table)).Output, StringComparison.Ordinal);
        Assert.StartsWith(Columns[columns].Replace(',', '\t') + "\n", (await Report("--format", "tsv", "--table", table)).Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await Report("--format", "json", "--table", table)).Output);
        Assert.Equal(Columns[columns], string.Join(',', json.RootElement.GetProperty(table)[0].EnumerateObject().Select(cell => cell.Name)));
    }

    [Fact]
    public async Task CsvAndTsvShowEpisodes()
    {
        var csv = await Report("--format", "csv");

        Assert.Equal(csv, await Report("--format", "csv", "--table", "episodes"));
        Assert.Equal(
            "example.org,IN,,,ns2,192.0.2.1#53,caught-up,2019-05-25T16:00:00Z,2019-05-25T16:00:00+00:00,2019-05-25T16:30:00Z,2019-05-25T16:30:00+00:00,2,1558725628,2019-05-24T19:20:28Z,2019-05-24T19:20:28+00:00,1558799284,2019-05-25T15:48:04Z,2019-05-25T15:48:04+00:00,73656,2019-05-25T17:00:00Z,2019-05-25T17:00:00+00:00,1558803600,stamp,,LOG:2\n",
            csv.Output[(Columns[0].Length + 1)..].Replace(_log, "LOG", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Sample)]
    [InlineData("samples/bind-9.18-lab/primary-9.18-local.log")]
    [InlineData("samples/bind-9.18-lab/inline-signing-9.18-debug1.log")]
    [InlineData("samples/bind-9.18-lab/iso.log*")]
    [InlineData("samples/balug-2019-05/linuxmafia/daemon.log*")]
    public async Task ExtractGivesTheEventsOfAReport(string logs) => Assert.Equal(
        await Run.Of("report", "--log-zone", "America/Los_Angeles", "--format", "csv", "--table", "events", logs),
        await Run.Of("extract", "--log-zone", "America/Los_Angeles", logs));

    [Fact]
    public async Task EachLineOfNdJsonIsAnObjectAndUnknownsAreNull()
    {
        var run = await Run.Of("extract", "--log-zone", "UTC", "--format", "ndjson", Sample);
        var lines = run.Output.Split('\n');

        Assert.Equal("", lines[^1]);
        Assert.Equal(73, lines.Length - 1);
        foreach (var line in lines[..^1])
        {
            using var row = JsonDocument.Parse(line);
            Assert.Equal(Columns[1], string.Join(',', row.RootElement.EnumerateObject().Select(cell => cell.Name)));
            Assert.DoesNotContain(row.RootElement.EnumerateObject(), cell => cell.Value.ValueKind == JsonValueKind.String && cell.Value.GetString() == "");
            Assert.Equal(JsonValueKind.Number, row.RootElement.GetProperty("count").ValueKind);
        }
    }

    [Fact]
    public async Task JsonIsOneObjectOfArrays()
    {
        var run = await Report("--format", "json");
        using var json = JsonDocument.Parse(run.Output);

        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["provenance", "episodes", "timeline", "events", "serials", "coverage", "delays", "propagation", "primaries", "vm", "zone-history", "soa", "marks", "findings", "causes"], json.RootElement.EnumerateObject().Select(table => table.Name));
        Assert.All(json.RootElement.EnumerateObject(), table => Assert.Equal(JsonValueKind.Array, table.Value.ValueKind));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("episodes")[0].GetProperty("view").ValueKind);
        Assert.Equal(1558725628, json.RootElement.GetProperty("episodes")[0].GetProperty("offered_serial").GetInt64());
    }

    [Fact]
    public async Task JsonWithoutEpisodesStillHasTheArray()
    {
        using var json = JsonDocument.Parse((await Report("--format", "json", "--zone", "example.net")).Output);

        Assert.Equal(0, json.RootElement.GetProperty("episodes").GetArrayLength());
    }

    [Theory]
    [InlineData("report --format csv --columns state,zone", "state,zone\ncaught-up,example.org\n")]
    [InlineData("report --format tsv --columns zone,complaints", "zone\tcomplaints\nexample.org\t2\n")]
    [InlineData("report --format json --table serials --columns newest,serial", "{\"serials\":[{\"newest\":null,\"serial\":1558725628},{\"newest\":\"*\",\"serial\":1558799284}]}\n")]
    [InlineData("report --format csv --table coverage --columns lines,events,skipped", "lines,events,skipped\n6,5,1\n")]
    [InlineData("extract --columns kind,zone --host ns3", "kind,zone\nloaded,example.net\n")]
    [InlineData("extract --format ndjson --columns kind --zone *.net", "{\"kind\":\"loaded\"}\n")]
    [InlineData("report --format csv --columns zone,first_seen_utc,first_seen_local --dates spreadsheet --local-zone America/Los_Angeles", "zone,first_seen_utc,first_seen_local\nexample.org,2019-05-25 16:00:00,2019-05-25 09:00:00\n")]
    [InlineData("report --format csv --columns zone,state --separator ;", "zone;state\nexample.org;caught-up\n")]
    [InlineData("report --format csv --columns zone,state --separator tab", "zone\tstate\nexample.org\tcaught-up\n")]
    [InlineData("report --format csv --columns zone --bom", "\uFEFFzone\nexample.org\n")]
    [InlineData("extract --columns zone --zone example.net --bom", "\uFEFFzone\nexample.net\n")]
    public async Task OptionsShapeATable(string commandLine, string output) => Assert.Equal(
        new Run(ExitCode.Done, output, ""),
        await Run.Of([.. commandLine.Split(' '), "--log-zone", "UTC", _log]));

    [Theory]
    [InlineData("--since 2019-05-25T16:30Z", "2")]
    [InlineData("--since 2019-05-25T17:00:00Z", "2")]
    [InlineData("--since 2019-05-25T17:00:01Z", "")]
    [InlineData("--until 2019-05-25T16:00Z", "2")]
    [InlineData("--until 2019-05-25T15:59Z", "")]
    [InlineData("--since 2019-05-25T16:10Z --until 2019-05-25T16:20Z", "2")]
    [InlineData("--zone EXAMPLE.ORG.", "2")]
    [InlineData("--zone example.net", "")]
    [InlineData("--host ns2", "2")]
    [InlineData("--host ns3", "")]
    public async Task AnEpisodeThatOverlapsTheTimeAskedForStaysWhole(string filter, string complaints) => Assert.Equal(
        complaints.Length == 0 ? "complaints,ended_by_serial\n" : $"complaints,ended_by_serial\n{complaints},1558803600\n",
        (await Report(["--format", "csv", "--columns", "complaints,ended_by_serial", .. filter.Split(' ')])).Output);

    [Fact]
    public async Task WhatIsShownNeverChangesHowLinesAreDated()
    {
        string[] args = ["extract", "--log-zone", "America/Los_Angeles", "samples/balug-2019-05/linuxmafia/daemon.log*"];
        var all = (await Run.Of(args)).Output.Split('\n');

        var some = await Run.Of([.. args, "--zone", "example.net", "--since", "2019-05-15", "--until", "2019-05-24"]);

        Assert.Equal(17, some.Output.Split('\n').Length - 1);
        Assert.Equal(
            all.Where(line => line.StartsWith("zone,", StringComparison.Ordinal) || (line.StartsWith("example.net", StringComparison.Ordinal) && !line.Contains("T16:20", StringComparison.Ordinal) && !line.Contains("-05-29T", StringComparison.Ordinal) && !line.Contains("-05-07T", StringComparison.Ordinal))),
            some.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task AFileIsWrittenWholeAndNeverReplacedUnasked()
    {
        var target = _folder["out.csv"];

        Assert.Equal(new Run(ExitCode.Done, "", ""), await Report("--format", "csv", "-o", target));
        var written = await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken);
        Assert.Equal((await Report("--format", "csv")).Output, written);

        var refused = await Report("--format", "csv", "--table", "events", "-o", target);
        Assert.Equal(new Run(ExitCode.Trouble, "", $"logserialaudit: {target} exists; --force replaces it; see logserialaudit report --help\n"), refused);
        Assert.Equal(written, await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));

        Assert.Equal(new Run(ExitCode.Done, "", ""), await Report("--format", "csv", "--table", "serials", "-o", target, "--force"));
        Assert.StartsWith(Columns[2], await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["ns2.log", "out.csv"], _folder.Names);
    }

    [Theory]
    [InlineData("report --format csv")]
    [InlineData("extract")]
    public async Task NoFileThatIsReadIsReplaced(string commandLine)
    {
        var (text, link) = (await File.ReadAllTextAsync(_log, TestContext.Current.CancellationToken), _folder["link"]);
        File.CreateSymbolicLink(link, _log);
        foreach (var target in new[] { _log, link, Path.Combine(_folder.Path, ".", "ns2.log") })
        {
            var run = await Run.Of([.. commandLine.Split(' '), "--force", "-o", target, _log]);

            Assert.Equal(new Run(ExitCode.Trouble, "", $"logserialaudit: {target} is one of the files that are read; name another; see logserialaudit {commandLine.Split(' ')[0]} --help\n"), run);
            Assert.Equal(text, await File.ReadAllTextAsync(_log, TestContext.Current.CancellationToken));
        }

        Assert.Equal(ExitCode.Done, (await Run.Of([.. commandLine.Split(' '), "--force", "-o", _folder["ns2.log.csv"], _log])).ExitCode);
    }

    [Fact]
    public async Task ThatAFileCannotBeWrittenIsSaidBeforeTheLogsAreRead()
    {
        var log = _folder.Write("damaged.log.gz", LogFolder.Gzip(LogFolder.Rollback)[..^8]);

        var run = await Run.Of("report", "-o", _folder["nosuch/report.txt"], log);

        Assert.Equal(new Run(ExitCode.Trouble, "", $"logserialaudit: cannot write {_folder["nosuch/report.txt"]}: there is no folder {_folder["nosuch"]}; see logserialaudit report --help\n"), run);
    }

    [Theory]
    [InlineData("report --zone nosuch.example")]
    [InlineData("extract --zone nosuch.example")]
    [InlineData("extract --host nosuch")]
    public async Task AFailureLeavesNoFileBehind(string commandLine)
    {
        var run = await Run.Of([.. commandLine.Split(' '), "--log-zone", "UTC", "-o", _folder["out"], _log]);

        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.Equal(["ns2.log"], _folder.Names);
    }

    [Fact]
    public async Task ColourIsOnlyWhereItIsAskedFor()
    {
        var plain = await Report("--color", "never");
        var colored = await Report("--color", "always");

        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Contains("\u001b[1m", colored.Output, StringComparison.Ordinal);
        Assert.Equal(plain.Output, colored.Output.Replace("\u001b[1m", "", StringComparison.Ordinal).Replace("\u001b[33m", "", StringComparison.Ordinal).Replace("\u001b[0m", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("example.org", ExitCode.Findings)]
    [InlineData("example.net", ExitCode.Done)]
    public async Task TheExitCodeTellsEpisodesOnlyWhenAsked(string zone, ExitCode asked)
    {
        Assert.Equal(ExitCode.Done, (await Report("--zone", zone)).ExitCode);
        Assert.Equal(asked, (await Report("--zone", zone, "--exit-code")).ExitCode);
    }

    [Fact]
    public async Task HashTellsTheSumOfEachInput()
    {
        var run = await Report("--hash");
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(_log, TestContext.Current.CancellationToken)));

        Assert.Contains($"sha256:{sum}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256", (await Report()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgressIsOnStandardErrorOnly()
    {
        var quiet = await Report("--progress", "never");
        var busy = await Report("--progress", "always");

        Assert.Equal(quiet.Output, busy.Output);
        Assert.Equal("", quiet.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private Task<Run> Report(params string[] args) => Run.Of(["report", "--log-zone", "UTC", .. args, _log]);
}
