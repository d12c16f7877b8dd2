namespace LogSerialAudit.Cli.Tests;

public sealed class MistakeTests
{
    /// <summary>The command line, and the whole of standard error after the program's name.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "report --yaer 2019", "unknown option --yaer; did you mean --year? See logserialaudit report --help" },
        { "report --yaer=2019", "unknown option --yaer; did you mean --year? See logserialaudit report --help" },
        { "report --helpp", "unknown option --helpp; did you mean --help? See logserialaudit report --help" },
        { "report --quiet a.log", "unknown option --quiet; see logserialaudit report --help" },
        { "report -x a.log", "unknown option -x; see logserialaudit report --help" },
        { "report a.log -5", "unknown option -5; see logserialaudit report --help" },
        { "report ---", "unknown option ---; see logserialaudit report --help" },
        { "extract --table events", "unknown option --table; see logserialaudit extract --help" },
        { "extract --hash a.log", "--hash does nothing here: events have no place for it; report tells the hash of each input; see logserialaudit extract --help" },
        { "extract --exit-code", "unknown option --exit-code; see logserialaudit extract --help" },
        { "serial --loca-zone UTC 1", "unknown option --loca-zone; did you mean --local-zone? See logserialaudit serial --help" },
        { "--verbose", "unknown option --verbose; see logserialaudit --help" },
        { "repot a.log", "repot is not a command; did you mean report? See logserialaudit --help" },
        { "daemon.log", "daemon.log is not a command; the commands are report, extract, check, serial, explain and messages; see logserialaudit --help" },
        { "watch", "watch is not a command; the commands are report, extract, check, serial, explain and messages; see logserialaudit --help" },
        { "report --year", "--year needs a value: --year YYYY; see logserialaudit report --help" },
        { "report --year=", "--year needs a value: --year YYYY; see logserialaudit report --help" },
        { "report --year --zone x", "--year needs a value: --year YYYY; see logserialaudit report --help" },
        { "report --zone", "--zone needs a value: --zone GLOB; see logserialaudit report --help" },
        { "report -o", "--output needs a value: --output FILE; see logserialaudit report --help" },
        { "report --bom=true", "--bom takes no value; see logserialaudit report --help" },
        { "report --year 2018 --year 2019", "--year is given twice; see logserialaudit report --help" },
        { "report --year 2017 --year 2018 --year 2019", "--year is given more than once; see logserialaudit report --help" },
        { "report --year abc", "--year abc: not a number from 1970 to 2105; see logserialaudit report --help" },
        { "report --year 19", "--year 19: not a number from 1970 to 2105; see logserialaudit report --help" },
        { "report --year 2,019", "--year 2,019: not a number from 1970 to 2105; see logserialaudit report --help" },
        { "report --year -1", "--year -1: not a number from 1970 to 2105; see logserialaudit report --help" },
        { "report --max-expand 0", "--max-expand 0: not a ratio such as 500, or with a size 500:4G; see logserialaudit report --help" },
        { "extract --max-expand 200:", "--max-expand 200:: not a ratio such as 500, or with a size 500:4G; see logserialaudit extract --help" },
        { "report --threads 0", "--threads 0: not a number from 1 to 256; see logserialaudit report --help" },
        { "report --threads many", "--threads many: not a number from 1 to 256; see logserialaudit report --help" },
        { "report --since yesterday", "--since yesterday: not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z; see logserialaudit report --help" },
        { "report --until 2019-13-01", "--until 2019-13-01: not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z; see logserialaudit report --help" },
        { "report --until 9999-12-31", "--until 9999-12-31: not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z; see logserialaudit report --help" },
        { "report --since 0000-01-01", "--since 0000-01-01: not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z; see logserialaudit report --help" },
        { "report --not-after 25/05/2019", "--not-after 25/05/2019: not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z; see logserialaudit report --help" },
        { "report --not-after 1019-05-25", "--not-after 1019-05-25: before 1970, when there were no such logs; see logserialaudit report --help" },
        { "report --not-after 9998-01-01", "--not-after 9998-01-01: after 2105, which no log reaches; see logserialaudit report --help" },
        { "report --since 2019-06-01 --until 2019-05-30", "--since 2019-06-01 is after --until 2019-05-30; see logserialaudit report --help" },
        { "report --since 2019-06-01T00:00:01Z --until 2019-06-01T02:00:00+02:00", "--since 2019-06-01T00:00:01Z is after --until 2019-06-01T02:00:00+02:00; see logserialaudit report --help" },
        { "report --log-zone america/los_angles", "--log-zone america/los_angles: no such time zone; did you mean America/Los_Angeles? See logserialaudit report --help" },
        { "report --local-zone Los_Angeles", "--local-zone Los_Angeles: no such time zone; did you mean America/Los_Angeles? See logserialaudit report --help" },
        { "report --local-zone PST", "--local-zone PST: no such time zone; did you mean PST8PDT? See logserialaudit report --help" },
        { "report --local-zone Middle/Earth", "--local-zone Middle/Earth: no such time zone; a name is like America/Los_Angeles or UTC; see logserialaudit report --help" },
        { "report --log-zone ns1=Utopia", "--log-zone ns1=Utopia: no such time zone; a name is like America/Los_Angeles or UTC; see logserialaudit report --help" },
        { "report --log-zone =UTC", "--log-zone =UTC: the server's name is missing before =; see logserialaudit report --help" },
        { "report --log-zone UTC --log-zone GMT", "--log-zone is given twice; NAME=ZONE is for one server; see logserialaudit report --help" },
        { "report --log-zone a=UTC --log-zone a=GMT", "--log-zone is given twice for a; see logserialaudit report --help" },
        { "report --format xml", "--format xml: choose text, csv, tsv, json, md, html or xlsx; see logserialaudit report --help" },
        { "report --format CSV", "--format CSV: choose text, csv, tsv, json, md, html or xlsx; see logserialaudit report --help" },
        { "report --format ndjson", "--format ndjson: choose text, csv, tsv, json, md, html or xlsx; see logserialaudit report --help" },
        { "extract --format text", "--format text: choose csv, tsv or ndjson; see logserialaudit extract --help" },
        { "report --format csv --table finding", "--table finding: choose episodes, timeline, events, serials, coverage, delays, propagation, primaries, vm, zone-history, soa, marks, findings or causes; see logserialaudit report --help" },
        { "report --columns zone", "--columns does nothing with --format text; see logserialaudit report --help" },
        { "report --format md --columns zone", "--columns needs --table with --format md; see logserialaudit report --help" },
        { "report --format html --dates spreadsheet", "--dates needs --table with --format html; see logserialaudit report --help" },
        { "report --format xlsx --dates iso", "--dates does nothing with --format xlsx; see logserialaudit report --help" },
        { "report --format html --bom", "--bom does nothing with --format html; see logserialaudit report --help" },
        { "report --format json --columns zone", "--columns needs --table with --format json; see logserialaudit report --help" },
        { "report --format csv --columns zone,,kind", "--columns zone,,kind: a name is missing; see logserialaudit report --help" },
        { "extract --format ndjson --bom", "--bom does nothing with --format ndjson; see logserialaudit extract --help" },
        { "extract --format tsv --separator ;", "--separator does nothing with --format tsv; see logserialaudit extract --help" },
        { "extract --separator ab", "--separator ab: choose one character such as ; or |, or tab; see logserialaudit extract --help" },
        { "extract --separator \"", "--separator \": choose one character such as ; or |, or tab; see logserialaudit extract --help" },
        { "extract --dates american", "--dates american: choose iso or spreadsheet; see logserialaudit extract --help" },
        { "report --color sometimes", "--color sometimes: choose auto, always or never; see logserialaudit report --help" },
        { "report --progress maybe", "--progress maybe: choose auto, always or never; see logserialaudit report --help" },
        { "messages --kind expird", "--kind expird: no such kind; did you mean expired? See logserialaudit messages --help" },
        { "messages --kind rollback", "--kind rollback: no such kind; 'logserialaudit messages' shows them all; see logserialaudit messages --help" },
        { "messages --program postfix", "--program postfix: no such program; messages without options names them all; see logserialaudit messages --help" },
        { "messages --program nmaed", "--program nmaed: no such program; did you mean named? See logserialaudit messages --help" },
        { "messages --format csv", "--format csv: choose text, json, md, logcheck-ignore or logcheck-violations; see logserialaudit messages --help" },
        { "messages --kind expired retransfer", "no message fits all of that; see logserialaudit messages --help" },
        { "messages --check a.messages --format md", "--check is for itself: without --format; see logserialaudit messages --help" },
        { "messages --check a.messages expired", "--check is for itself: without TEXT; see logserialaudit messages --help" },
        { "messages --check", "--check needs a value: --check FILE; see logserialaudit messages --help" },
        { "report --catalogue", "--catalogue needs a value: --catalogue FILE; see logserialaudit report --help" },
        { "serial", "a serial or a time is missing; see logserialaudit serial --help" },
        { "serial --local-zone UTC", "a serial or a time is missing; see logserialaudit serial --help" },
        { "serial 42 --compare --format csv", "--compare needs --format text; see logserialaudit serial --help" },
        { "serial 42 --format csv --columns serial,zone", "serials has no column zone; it has serial, utc, local, scheme, note; see logserialaudit serial --help" },
        { "serial 42 -o /no/such/folder/a", "cannot write /no/such/folder/a: there is no folder /no/such/folder; see logserialaudit serial --help" },
        { "serial 42 -o /", "/ is a folder; name a file in it; see logserialaudit serial --help" },
        { "report \u001b[2J --\u001b[2J", @"unknown option --\x1b[2J; see logserialaudit report --help" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeIsOneLineOnStandardErrorAndNothingElse(string commandLine, string message) => Assert.Equal(
        new Run(ExitCode.Trouble, "", $"logserialaudit: {message}\n"),
        await Run.Of(commandLine.Split(' ')));

    [Fact]
    public async Task AnEmptyPathIsAMistake() => Assert.Equal(
        "logserialaudit: a PATH is empty; see logserialaudit report --help\n",
        (await Run.Of("report", "")).Errors);

    [Fact]
    public async Task NoArgumentsAtAllShowTheHelp()
    {
        var run = await Run.Of();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Usage:\n  logserialaudit [command] [options]\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(run, await Run.Of("--help"));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("extract")]
    [InlineData("serial")]
    [InlineData("explain")]
    [InlineData("messages")]
    public async Task HelpEndsWithExamplesThatFitEightyColumns(string command)
    {
        var run = await Run.Of(command, "--help");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"Examples:\n  logserialaudit {command}", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(run, await Run.Of(command, "-h"));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("report --version")]
    public async Task TheVersionIsNameAndNumber(string commandLine)
    {
        var run = await Run.Of(commandLine.Split(' '));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"^logserialaudit \d+\.\d+\.\d+\S*\n$", run.Output);
    }
}
