using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>Two runs, two machines, any number of threads: the same bytes.</summary>
public sealed class SameBytesTests
{
    private static readonly string[] Balug = ["--log-zone", "America/Los_Angeles", "samples/balug-2019-05/linuxmafia/daemon.log*", "samples/bind-9.18-lab/iso.log*"];

    public static TheoryData<string> Outputs =>
    [
        "report",
        "report --table timeline",
        "report --table events",
        "report --table propagation",
        "report --table coverage",
        "report --format csv",
        "report --format tsv --table timeline",
        "report --format csv --table events --dates spreadsheet",
        "report --format csv --table propagation",
        "report --format json --hash",
        "report --format md",
        "report --format html",
        "extract",
        "extract --format ndjson",
    ];

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task RunsAndThreadsMakeNoDifference(string command)
    {
        string[] args = [.. command.Split(' '), .. Balug];
        var once = await Run.Of([.. args, "--threads", "1"]);

        Assert.Equal((ExitCode.Done, ""), (once.ExitCode, once.Errors));
        Assert.NotEmpty(once.Output);
        AssertSame(once, await Run.Of([.. args, "--threads", "1"]));
        AssertSame(once, await Run.Of([.. args, "--threads", "8"]));
    }

    [Theory]
    [InlineData("Pacific/Auckland", "tr_TR.UTF-8")]
    [InlineData("Asia/Kolkata", "C")]
    public async Task ZoneAndLanguageOfTheSystemMakeNoDifference(string zone, string language)
    {
        var environment = new Dictionary<string, string> { ["TZ"] = zone, ["LC_ALL"] = language, ["LANG"] = language };
        foreach (var command in new[] { "report", "report --format csv --table timeline", "report --format json", "extract --format ndjson" })
        {
            string[] args = [.. command.Split(' '), .. Balug];

            AssertSame(await Run.Of(args), await Child.RunAsync(environment, args));
        }
    }

    [Fact]
    public async Task FileTimesMakeNoDifferenceWhereTheYearComesFromSerials()
    {
        using var folder = new LogFolder();
        var names = Directory.GetFiles("samples/balug-2019-05/linuxmafia").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(4, names.Count);
        foreach (var name in names)
        {
            File.Copy(Path.Combine("samples/balug-2019-05/linuxmafia", name!), folder[name!]);
        }

        string[] args = ["report", "--log-zone", "America/Los_Angeles", "--format", "json", folder.Path];
        string[] events = ["extract", "--log-zone", "America/Los_Angeles", folder.Path];
        var (before, eventsBefore) = (await Run.Of(args), await Run.Of(events));
        Touch(2021);
        AssertSame(before, await Run.Of(args));

        // Older than the lines in it, a file is a contradiction: that is noted, and moves no line.
        Touch(2011);
        Assert.Equal(eventsBefore.Output, (await Run.Of(events)).Output);

        void Touch(int year)
        {
            for (var place = 0; place < names.Count; place++)
            {
                File.SetLastWriteTimeUtc(folder[names[place]!], new DateTime(year + place, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            }
        }
    }

    [Fact]
    public async Task TheCommandLineOfAReportLeavesOutWhatHasNoEffect()
    {
        var run = await Run.Of("report", "--threads", "3", "--color", "never", "--progress=never", "--log-zone", "UTC", "samples/bind-9.18-lab/iso.log");

        Assert.Contains("command  logserialaudit report --log-zone UTC samples/bind-9.18-lab/iso.log\n", run.Output, StringComparison.Ordinal);
    }

    private static void AssertSame(Run expected, Run actual)
    {
        Assert.Equal((ExitCode.Done, ""), (expected.ExitCode, expected.Errors));
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal((expected.ExitCode, expected.Errors), (actual.ExitCode, actual.Errors));
    }
}
