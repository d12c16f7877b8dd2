using System.Text;
using System.Text.Json;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

public sealed class ExplainCommandTests
{
    private const string Logs = "samples/balug-2019-05/linuxmafia/daemon.log";

    [Fact]
    public async Task ALineOfALogIsExplainedWithTheDateThatTheWholeLogGivesIt() => Assert.Equal(
        new Run(
            ExitCode.Done,
            $"""
            {Logs}.1:870
              May 25 09:23:51 linuxmafia named[11750]: zone sflug.org/IN: serial number
              (1557434452) received from master 198.144.194.238#53 < ours (1557834269)
              envelope  classic syslog (RFC 3164)
              stamp     May 25 09:23:51 (no year, no offset)
              host      linuxmafia
              program   named, pid 11750
              message   zone sflug.org/IN: serial number (1557434452) received from master
                        198.144.194.238#53 < ours (1557834269)
              means     rollback-offered: A secondary was offered an older serial than the
                        one it holds (BIND's "< ours").
              pattern   {"{zone:subject}: serial number ({offered:serial}) received from"}
                        {"{master|primary}[ {peer:address}] < ours ({held:serial})"}
              since     9.3.0 (master; primary from 9.17.20 and 9.18.0), info,
                        lib/dns/zone.c refresh_callback
              entry     bind.messages:24, of bind
              observer  linuxmafia
              zone      sflug.org (subject)
              class     IN (part of the zone)
              offered   1557434452 (serial)
                        unixtime  2019-05-09T20:40:52Z  2019-05-09T13:40:52-07:00
              held      1557834269 (serial)
                        unixtime  2019-05-14T11:44:29Z  2019-05-14T04:44:29-07:00
              peer      198.144.194.238#53 (address)
              order     offered is 399817 behind held, which is 4 d 15 h 3 min
              date      2019-05-25T16:23:51Z  2019-05-25T09:23:51-07:00
              year      2019, from: serials
              zone      America/Los_Angeles, since the stamp has no offset
              mark      none: it is sure

            """,
            ""),
        WithoutReasons(await Run.Of("explain", "--log-zone", "America/Los_Angeles", $"{Logs}.1:870", $"{Logs}.1")));

    /// <summary>What is typed, and a part of what is answered.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "zone e.org/IN: expired", "means     expired: The zone expired on the secondary and is no longer served.\n" },
        { "<28>May  5 10:05:36 ns1 named[7]: zone e.org/IN: expired", "stamp     May 5 10:05:36 (no year, no offset)\n" },
        { "<28>1 2019-05-25T16:23:51.482Z ns1 named 7 - - zone e.org/IN: expired", "envelope  RFC 5424\n" },
        { "25-May-2019 09:23:51.482 general: warning: zone e.org/IN: expired", "category  general\n  severity  warning\n" },
        { "25-May-2019 09:23:51.482 zone e.org/IN: expired", "envelope  BIND's own stamp, no host or program\n" },
        { "2019-05-25T16:23:51Z ns1 named[7]: zone e.org/IN: expired", "date      2019-05-25T16:23:51Z  2019-05-26T04:23:51+12:00\n  year      2019, from: stamp\n  zone      the stamp has an offset\n" },
        { "May 25 09:23:51 ns1 named[7]: 25-May-2019 09:23:51.482 zone e.org/IN: expired", "stamp     25-May-2019 09:23:51.482 (a year, no offset)\n" },
        { "May 25 09:23:51 ns1 named[7]: message repeated 3 times: [ zone e.org/IN: expired]", "repeated  3 times\n" },
        { "zone e.org/IN: transferred serial 2019052501", "YYYYMMDDnn  2019-05-25, nn 01\n" },
        { "zone e.org/IN: transferred serial 7", "serial    7 (serial)\n            counter\n" },
        { "zone e.org/IN: serial number (4294967290) received from master 192.0.2.1#53 < ours (5)", "order     offered is 11 behind held, past the wrap at 4294967296 (RFC 1982)\n" },
        { "zone e.org/IN: serial number (2147483653) received from master 192.0.2.1#53 < ours (5)", "order     offered and held are 2147483648 apart: neither is newer (RFC 1982)\n" },
        { """{"log":"zone e.org/IN: expired\n","stream":"stderr","time":"2019-05-25T16:23:51Z"}""", "envelope  an ISO 8601 stamp, no host or program, in JSON\n" },
        { """{"EventTime":"2019-05-25 09:23:51","Hostname":"ns1","SourceName":"named","Message":"zone e.org/IN: expired"}""", "means     expired: The zone expired on the secondary and is no longer served.\n" },
        { "2019-05-25T16:23:51Z stdout F zone e.org/IN: expired", "message   zone e.org/IN: expired\n  means     expired: The zone expired" },
        { "2019-05-25T16:23:51Z stdout P zone e.org/IN: exp", "message   zone e.org/IN: exp\n  means     nothing that is known" },
        { "time=2019-05-25T16:23:51Z msg=\"zone e.org/IN: expired\"", "in what another program wrote\n            around it\n" },
        { "dns.log:25-May-2019 09:23:51.482 zone e.org/IN: expired", "means     expired: The zone expired on the secondary and is no longer served.\n" },
        { "5/30/2019 9:05:36 AM ns1 named[7]: zone e.org/IN: expired", "envelope  syslog with a date of slashes, the month first\n" },

        { "May 25 09:23:51 ns1 sshd[7]: Accepted publickey for operator", "means     not looked at: sshd is none of the programs whose messages are\n            known, which are named, " },
        { "May 25 09:23:51 ns1 my-named[7]: zone e.org/IN: expired", "says: [bind] programs my-named\n" },
        { "Foo 25 09:23:51 ns1 named[7]: zone e.org/IN: expired", "stamp     none\n" },
        { "zone e.org/IN: serial number (5) received from slave 192.0.2.1#53 < ours (6)", "                                                     ^\n      expected \"master\" or \"primary\"\n" },
        { "zone e.org/IN: serial number (5", "                                     ^\n      the message ends here; expected \") received\"\n" },
        { "zone \u00e9.org: expired", "      zone \u00e9.org: expired\n                ^\n      expected \"/IN\" or another class behind the zone's name\n" },
        { "zone e.org/IN: \u001b[2J serial number (5) received", @"zone e.org/IN: \x1b[2J serial number (5) received" },
        { "nothing of that kind", "no entry of the catalogue matches, and none\n            is like it\n" },
        { "May 25 09:23:51 ns1 last message repeated 3 times", "means     not looked at: a line without a program is none of the programs" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task ALineThatIsTypedIsExplained(string line, string part)
    {
        var run = await Run.Of("explain", line);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(run.Output, (await Run.Of(Run.World(line + "\r\n"), "explain", "-")).Output);
    }

    [Fact]
    public async Task ALineThatARuntimeCutIsAnEventWhereItBegins()
    {
        var run = await Run.Of(Run.World("2019-05-25T16:23:51Z stdout P zone e.org/IN: \n2019-05-25T16:23:52Z stdout F expired\n"), "explain", "-");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains("means     expired: The zone expired on the secondary and is no longer served.\n            It goes on in lines that follow.\n", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The arguments; the exit code and standard error.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "nonsense", "nonsense is neither a file, nor FILE:LINE, nor a log line; put a line in quotes; see logserialaudit explain --help" },
        { "samples/balug-2019-05:3", "samples/balug-2019-05 is a folder; name the file that has line 3; see logserialaudit explain --help" },
        { "ns2=samples/balug-2019-05:3", "ns2=samples/balug-2019-05 is a folder; name the file that has line 3; see logserialaudit explain --help" },
        { $"{Logs}:0", $"{Logs}:0: lines are counted from 1; see logserialaudit explain --help" },
        { $"{Logs}:1021", $"{Logs}:1021: the file has 1020 lines" },
        { "nowhere.log:5", "no such file: nowhere.log" },
        { "-", "nothing to explain: standard input is empty" },
        { "--format csv -", "--format csv: choose text or json; see logserialaudit explain --help" },
        { $"--since 2019-05-25 {Logs}:1", "unknown option --since; see logserialaudit explain --help" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task WhatCannotBeExplainedIsSaid(string arguments, string said) =>
        Assert.Equal(new Run(ExitCode.Trouble, "", $"logserialaudit: {said}\n"), await Run.Of(["explain", .. arguments.Split(' ')]));

    [Fact]
    public async Task AtATerminalALineIsAskedFor() => Assert.Equal(
        "logserialaudit: a line is missing: put one in quotes, or name FILE:LINE; see logserialaudit explain --help\n",
        (await Run.Of(Run.World() with { InputIsTerminal = true }, "explain")).Errors);

    [Fact]
    public async Task ALineInWordsIsOneLine() => Assert.Equal(
        (await Run.Of("explain", "May 30 10:05:36 ns1 named[7]: zone e.org/IN: expired")).Output,
        (await Run.Of("explain", "May", "30", "10:05:36", "ns1", "named[7]:", "zone", "e.org/IN:", "expired")).Output);

    [Fact]
    public async Task TheOtherFilesOfALogGiveItsDate()
    {
        using var folder = new LogFolder();
        folder.Write("ns.log.1", "May 25 15:48:06 ns1 named[7]: zone e.org/IN: transferred serial 1558799284\n");
        var live = folder.Write("ns.log", "May 26 16:00:00 ns1 named[7]: zone e.org/IN: expired\n");
        File.SetLastWriteTimeUtc(live, new DateTime(2019, 5, 31, 0, 0, 0, DateTimeKind.Utc));
        var run = await Run.Of("explain", "--log-zone", "UTC", $"{live}:1", $"{live}.1");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains("date      2019-05-26T16:00:00Z\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("transferred", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinesThatWereNotLookedAtAreCountedAllTheSame()
    {
        using var folder = new LogFolder();
        var log = folder.Write("ns.log", new string('x', 300_000) + "\n\nzone e.org/IN: expired\nzone f.org/IN: expired");
        var run = await Run.Of("explain", $"{log}:1", $"{log}:2", $"{log}:3", $"{log}:4");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            [$"{log}:1", "  means     not looked at: it is longer than 262144 bytes", $"{log}:2", "  means     nothing: there is no message", $"{log}:3", "  zone e.org/IN: expired", $"{log}:4", "  zone f.org/IN: expired"],
            run.Output.Split('\n').Where(line => line.StartsWith('/') || line.StartsWith("  zone ", StringComparison.Ordinal) && line.EndsWith("expired", StringComparison.Ordinal) || line.Contains("means     not", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OnlyTheFirstThousandLinesOfStandardInputAreExplained()
    {
        var run = await Run.Of(Run.World(string.Concat(Enumerable.Repeat("zone e.org/IN: expired\n", 1001))), "explain", "--format", "json", "-");

        Assert.Equal((ExitCode.Trouble, "logserialaudit: only the first 1000 lines of standard input are explained\n"), (run.ExitCode, run.Errors));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1000, json.RootElement.GetProperty("lines").GetArrayLength());
    }

    /// <summary>An explanation that reads a line in another way than the report would be worse than none.</summary>
    [Theory]
    [InlineData("samples/balug-2019-05/linuxmafia/daemon.log.1")]
    [InlineData("samples/balug-2019-05/linuxmafia/daemon.log.3.gz")]
    [InlineData("samples/bind-9.18-lab/secondary-9.18-local.log")]
    [InlineData("samples/bind-9.18-lab/primary-9.18-local.log")]
    [InlineData("samples/bind-9.18-lab/stderr-g-9.18.log")]
    public async Task EveryLineIsExplainedAsItIsRead(string log)
    {
        var events = (await Run.Of("extract", "--format", "ndjson", "--columns", "source,kind,at_utc,dating", log)).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => JsonDocument.Parse(row).RootElement)
            .ToDictionary(row => row.GetProperty("source").GetString()!, row => $"{row.GetProperty("kind")} {row.GetProperty("at_utc")} {row.GetProperty("dating")}");
        using var json = JsonDocument.Parse((await Run.Of("explain", "--format", "json", log)).Output);
        var lines = json.RootElement.GetProperty("lines").EnumerateArray().ToList();
        var explained = lines
            .Where(line => line.GetProperty("outcome").GetString() == "event")
            .ToDictionary(line => line.GetProperty("source").GetString()!, line => $"{line.GetProperty("kind")} {line.GetProperty("at_utc")} {line.GetProperty("dating")}");

        Assert.True(explained.Count > 5);
        var last = lines.Count;
        Assert.Equal(events.Where(row => int.Parse(row.Key[(row.Key.LastIndexOf(':') + 1)..], null) <= last).OrderBy(row => row.Key), explained.OrderBy(row => row.Key));
    }

    [Fact]
    public async Task AnExplanationFitsEightyColumnsWhereItsWordsDo()
    {
        var run = await Run.Of("explain", $"{Logs}.1");

        Assert.True(run.Output.Split('\n').Length > 1000);
        Assert.All(run.Output.Split('\n').Where(line => line.Length > 80), line => Assert.DoesNotContain(' ', line.Trim()));
    }

    [Fact]
    public async Task HostileBytesAreShownAndNotSent()
    {
        byte[] line = [.. Encoding.UTF8.GetBytes("zone e.org/IN: \u202e serial number ("), 0xff, 0x07, (byte)'\n'];
        foreach (var format in new[] { "text", "json" })
        {
            var run = await Run.Of(Run.World(line), "explain", "--format", format, "-");

            Assert.Equal(ExitCode.Done, run.ExitCode);
            Assert.DoesNotContain(run.Output, letter => char.IsControl(letter) && letter != '\n' || letter is '\u202e' or '\ufffd');
        }
    }

    private static Run WithoutReasons(Run run) =>
        run with { Output = run.Output[..(run.Output.IndexOf("  because", StringComparison.Ordinal) is var at and > 0 ? at : run.Output.Length)] };
}
