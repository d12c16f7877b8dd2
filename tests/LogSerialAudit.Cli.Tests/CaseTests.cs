using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A whole case as one folder.</summary>
public sealed class CaseTests
{
    private const string Balug = "samples/balug-2019-05";
    private const string Log = "2019-05-30T10:05:36Z ns2 named[1]: zone a.org/IN: loaded serial 5\n";
    private const string Local = "May 30 10:05:36 ns2 named[1]: zone a.org/IN: loaded serial 5\n";

    /// <summary>A description, and what is said of it, after the name of the file.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "logs = [\"a.log\"\n", ":1:" },
        { "logs = 'a.log'\nlogs = 'b.log'\n", ":2:" },
        { "lgos = ['a.log']\n", ":1:1: lgos is no key of a case; did you mean logs?" },
        { "logs = 'a.log'\ntitle = 'x'\n", ":2:1: title is no key of a case; there are logs, log-zone, local-zone, year, not-after, catalogue, vm, zone-history, soa, asked, marks, expire and reconstructed" },
        { "logs = 7\n", ":1:8: a number has no place here" },
        { "logs = 'a.log'\n[vm]\nhost = ['a', 5]\n", ":3:14: a number has no place here" },
        { "logs = true\n", ":1:8: this value has no place here" },
        { "logs = 'a.log'\nvm = 'a.log'\n", ":2:6: vm wants a name: \"NAME=a.log\", or a table [vm] with NAME = \"a.log\"" },
        { "logs = ['']\n", ":1:9: : a path is empty" },
        { "logs = 'a.log'\nlog-zone = 'Europe/Berln'\n", ":2:12: log-zone Europe/Berln: no such time zone; did you mean Europe/Berlin?" },
        { "logs = 'a.log'\nyear = 12345\n", ":2:8: year 12345: not a number from 1970 to 2105" },
        { "logs = 'a.log'\nyear = [2019, 2020]\n", ":2:9: a number has no place here" },
        { "logs = 'a.log'\nlocal-zone = ['UTC', 'Europe/Berlin']\n", ": local-zone has one value" },
        { "logs = 'a.log'\n[year]\na = 5\n", ":2:2: year is no such table" },
        { "logs = 'a.log'\nnot-after = 2019-05-25T16:23:51\n[asked]\n'a.log' = 'yesterday'\n", ":4:11: yesterday: not a time such as 2019-05-25T16:23:51Z" },
        { "logs = 'a.log'\n[reconstructed]\nfiles = 'a.log'\n", ":2:2: write [[reconstructed]]: there may be several" },
        { "logs = 'a.log'\n[[reconstructed]]\nfiles = 'a.log'\n", ":2:3: reconstructed wants files and a reason" },
        { "logs = 'a.log'\n[[reconstructed]]\nfiles = 'a.log'\nreason = 'x'\nlines = [1]\n", ":5:1: expected files, reason or original-lines" },
        { "logs = 'a.log'\n[[reconstructed]]\nfiles = 'a.log'\nreason = 'x'\noriginal-lines = [1, 0]\n", ":5:22: a number has no place here" },
        { "logs = '/etc/passwd'\n", ":1:8: /etc/passwd: leads out of the case's folder; --allow-outside lets it" },
        { "logs = ['a.log', 'x/../../a.log']\n", "a.log: leads out of the case's folder; --allow-outside lets it" },
        { "logs = 'n=../a.log'\n", "../a.log: leads out of the case's folder; --allow-outside lets it" },
        { "logs = 'a.log'\ncatalogue = '../my.messages'\n", "../my.messages: leads out of the case's folder; --allow-outside lets it" },
        { "logs = 'a.log'\nmarks = { m = '../b.csv:time' }\n", "../b.csv:time: leads out of the case's folder; --allow-outside lets it" },
        { "logs = 'link.log'\n", "link.log is or holds a symbolic link that leads out of the case's folder; --allow-outside lets it" },
        { "logs = '*.log'\n", "link.log is or holds a symbolic link that leads out of the case's folder; --allow-outside lets it" },
        { "logs = '.'\n", "link.log is or holds a symbolic link that leads out of the case's folder; --allow-outside lets it" },
        { "", ": the case names no logs: add logs = [\"PATH\"], or give a PATH beside it" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WhatIsWrongIsSaidWithItsPlace(string toml, string error)
    {
        using var folder = new LogFolder();
        Add(folder, "a.log", Log);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.log"), Path.GetFullPath($"{Balug}/linuxmafia/daemon.log"));
        Add(folder, "case.toml", toml);

        var run = await Run.Of("report", folder.Path);

        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"logserialaudit: {folder.Path}/case.toml:", run.Errors, StringComparison.Ordinal);
        Assert.Contains(error, run.Errors.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeepAndLongDescriptionsAreRefused()
    {
        using var folder = new LogFolder();
        Add(folder, "case.toml", $"logs = {new string('[', 200_000)}");
        Assert.Equal($"logserialaudit: {folder.Path}/case.toml: more than 16 brackets in one another\n", (await Run.Of("report", folder.Path)).Errors);

        Add(folder, "case.toml", $"logs = '{new string('a', 2_000_000)}'");
        Assert.Equal($"logserialaudit: {folder.Path}/case.toml: longer than 1048576 bytes\n", (await Run.Of("report", folder.Path)).Errors);
    }

    [Fact]
    public async Task ACaseSaysWhatTheOptionsWouldSay()
    {
        string[] options =
        [
            "--log-zone", "America/Los_Angeles", "--vm", $"tigger={Balug}/tigger/balug.log", "--vm", $"vicki={Balug}/vicki/balug.log",
            .. new[] { "balug.org", "sf-lug.com", "sf-lug.org", "sflug.org" }.SelectMany(zone => new[] { "--zone-history", $"{zone}={Balug}/zones/{zone},v" }),
            "--soa", $"{Balug}/soa/2019-05-30.txt", "--soa", $"{Balug}/soa/2019-06-01.txt", "--marks", $"mbox={Balug}/sf-lug_mbox_stats.txt",
        ];
        foreach (var table in new[] { "episodes", "timeline", "serials", "delays", "vm", "zone-history", "soa", "marks" })
        {
            string[] output = ["--format", "csv", "--table", table];
            var typed = await Run.Of(["report", .. options, $"{Balug}/linuxmafia/daemon.log*", .. output]);
            var read = await Run.Of(["report", Balug, .. output]);
            Assert.Equal(("", ""), (typed.Errors, read.Errors));
            Assert.Equal(typed.Output, read.Output);
        }
    }

    [Fact]
    public async Task WhatIsTypedWins()
    {
        using var folder = new LogFolder();
        Add(folder, "a.log", Local);
        Add(folder, "case.toml", "logs = 'a.log'\nlog-zone = 'Europe/Berlin'\nyear = 2018\n");
        string[] output = ["--format", "csv", "--table", "events", "--columns", "at_utc"];

        Assert.Equal("at_utc\n2018-05-30T08:05:36Z\n", (await Run.Of(["report", folder.Path, .. output])).Output);
        Assert.Equal("at_utc\n2019-05-30T10:05:36Z\n", (await Run.Of(["report", folder.Path, "--log-zone", "UTC", "--year", "2019", .. output])).Output);
        Assert.Equal("at_utc\n2018-05-30T08:05:36Z\n", (await Run.Of(["extract", $"{folder.Path}/case.toml", "--columns", "at_utc"])).Output);
    }

    [Fact]
    public async Task LogsBesideACaseAreReadToo()
    {
        using var folder = new LogFolder();
        Add(folder, "case/a.log", Log);
        Add(folder, "case/case.toml", "logs = { ns9 = 'a.log' }\n");
        Add(folder, "b.log", Log.Replace("ns2", "ns3", StringComparison.Ordinal));

        var run = await Run.Of("report", $"{folder.Path}/case", $"{folder.Path}/b.log", "--format", "csv", "--table", "coverage", "--columns", "file");

        Assert.Equal($"file\n{folder.Path}/case/a.log\n{folder.Path}/b.log\n", run.Output);
    }

    [Fact]
    public async Task PathsLeadOutWhereThatIsAskedFor()
    {
        using var folder = new LogFolder();
        Add(folder, "case/case.toml", "logs = '../b.log'\n");
        Add(folder, "b.log", Log);

        Assert.Equal(ExitCode.Trouble, (await Run.Of("report", $"{folder.Path}/case")).ExitCode);
        Assert.Equal(ExitCode.Done, (await Run.Of("report", $"{folder.Path}/case", "--allow-outside")).ExitCode);
    }

    [Fact]
    public async Task OfTwoCasesNoneIsRead()
    {
        using var folder = new LogFolder();
        Add(folder, "a/case.toml", "");
        Add(folder, "b/case.toml", "");

        Assert.Equal($"logserialaudit: more than one case is given: {folder.Path}/a/case.toml and {folder.Path}/b/case.toml\n", (await Run.Of("report", $"{folder.Path}/a", $"{folder.Path}/b")).Errors);
    }

    [Fact]
    public async Task WhatIsNotOriginalIsMarkedWhereverItIsNamed()
    {
        using var folder = new LogFolder();
        Add(folder, "a.log", "2019-05-30T10:05:36Z ns2 named[1]: zone a.org/IN: serial number (5) received from master 192.0.2.1#53 < ours (6)\n");
        Add(folder, "soa.txt", "a.org. IN SOA ns.a.org. h.a.org. 5 1 1 1 1 @192.0.2.1 (ns.a.org.)\n");
        Add(folder, "case.toml", "logs = 'a.log'\nsoa = 'soa.txt'\n[asked]\n'soa.txt' = 2019-05-30T12:00:00Z\n[[reconstructed]]\nfiles = '*.log'\nreason = 'from memory'\n");

        var text = (await Run.Of("report", folder.Path, "--log-zone", "UTC")).Output;
        Assert.Contains("\n! Lines marked [r] are not original; what they are stands at the end.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nWhat is not original\n--------------------\n* ", text, StringComparison.Ordinal);
        Assert.Contains(": from memory\n", text.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("a.log:1[r]", text, StringComparison.Ordinal);
        Assert.Contains("asked 2019-05-30T12:00:00Z (case)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("soa.txt:1[r]", text, StringComparison.Ordinal);

        var coverage = (await Run.Of("report", folder.Path, "--format", "csv", "--table", "coverage", "--columns", "file,lines,events,note")).Output;
        Assert.Equal($"file,lines,events,note\n{folder.Path}/a.log,1,1,year 2019 as written; reconstructed: from memory\n{folder.Path}/soa.txt,1,1,SOA answers\n", coverage);
    }

    private static void Add(LogFolder folder, string name, string text)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        _ = folder.Write(name, text);
    }
}
