using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;
using NodaTime;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>What programs are told: Nagios, Prometheus, syslog.</summary>
public sealed partial class FormTests : IDisposable
{
    private readonly WatchedLog _log = new();

    [Fact]
    public async Task NagiosIsToldHowItStandsEachTime()
    {
        _log.Add("7", "7@example.net");
        Assert.Equal(
            (ExitCode.Done, "LOGSERIALAUDIT OK - 2 zones, none is behind | expired=0;;0;0 expiring=0;;0;0 behind=0;0;;0 zones=2;;;0\n"),
            await NagiosAsync());
        _log.Add("5<7", "6<8@example.net");
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(
                (ExitCode.Findings, "LOGSERIALAUDIT WARNING - 2 zones offered older than held: example.org on ns2, example.net on ns2 | expired=0;;0;0 expiring=0;;0;0 behind=2;0;;0 zones=2;;;0\n"),
                await NagiosAsync());
        }

        _log.Add("expired");
        Assert.Equal(
            (ExitCode.Trouble, "LOGSERIALAUDIT CRITICAL - 1 zone expired: example.org on ns2; 1 zone offered older than held: example.net on ns2 | expired=1;;0;0 expiring=0;;0;0 behind=1;0;;0 zones=2;;;0\n"),
            await NagiosAsync());
        _log.Add("5", "9@example.net");
        Assert.Equal(
            (ExitCode.Findings, "LOGSERIALAUDIT WARNING - example.org: ns2 took the lower serial 5 for 7 after 20 min | expired=0;;0;0 expiring=0;;0;0 behind=0;0;;0 zones=2;;;0\n"),
            await NagiosAsync());
        Assert.Equal(ExitCode.Done, (await NagiosAsync()).Item1);
    }

    [Fact]
    public async Task NagiosIsToldOfAZoneThatIsAboutToExpireUntilItShouldHave()
    {
        _log.Add("7", "5<7", "5<7@other.example");
        foreach (var (hours, status) in new[] { (-24, ExitCode.Findings), (0, ExitCode.Trouble), (0, ExitCode.Trouble), (6, ExitCode.Findings) })
        {
            _log.Now = Run.Clock.GetCurrentInstant() + Duration.FromHours(hours);
            var run = await _log.CheckAsync("--nagios", "--expire", "example.org=1w");
            Assert.Equal((status, ""), (run.ExitCode, run.Errors));
            Assert.StartsWith(
                status == ExitCode.Trouble ? "LOGSERIALAUDIT CRITICAL - 1 zone about to expire: example.org on ns2; 1 zone offered older than held: other.example on ns2 | expired=0;;0;0 expiring=1;;0;0 behind=1;"
                    : "LOGSERIALAUDIT WARNING - 2 zones offered older than held: example.org on ns2, other.example on ns2 | expired=0;;0;0 expiring=0;;0;0 behind=2;",
                run.Output,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NagiosIsToldWhereTheStateCanNotBeUsed()
    {
        _log.Add("7", "5<7");
        File.WriteAllText(_log.State, "|");
        var run = await _log.CheckAsync("--nagios");
        Assert.Equal(ExitCode.Unknown, run.ExitCode);
        Assert.Matches(@"^LOGSERIALAUDIT UNKNOWN - the state [^|\n]+\n$", run.Output);
    }

    [Theory]
    [InlineData("--nagios --format json", "--format and --nagios tell the same in two ways: choose one")]
    [InlineData("--nagios --no-such-option", "unknown option --no-such-option")]
    [InlineData("--nagios --log-zone Nowhere", "--log-zone Nowhere: no such time zone; a name is like America/Los_Angeles or UTC")]
    public async Task AMistakeIsUnknownToNagios(string options, string mistake)
    {
        var run = await _log.CheckAsync(options.Split(' '));
        Assert.Equal((ExitCode.Unknown, $"LOGSERIALAUDIT UNKNOWN - {mistake}\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task NagiosIsToldOfALogThatCanNotBeRead()
    {
        var run = await Run.Of("check", "--nagios", "--state", _log.State, _log.Folder["nosuch/syslog"]);
        Assert.Equal(ExitCode.Unknown, run.ExitCode);
        Assert.StartsWith("LOGSERIALAUDIT UNKNOWN - no such file: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrometheusGetsSerialsAndEpisodesAsGauges()
    {
        _log.Add("1558799284", "1558725628<1558799284", "7@example.net", "expired@gone.example");
        var file = _log.Folder["serials.prom"];
        _ = await _log.CheckAsync("--prometheus", file);
        Assert.Equal(
            """
            # HELP logserialaudit_last_check_timestamp_seconds When the logs were last checked.
            # TYPE logserialaudit_last_check_timestamp_seconds gauge
            logserialaudit_last_check_timestamp_seconds 1559363456
            # HELP logserialaudit_troubles What could not be read in the last check.
            # TYPE logserialaudit_troubles gauge
            logserialaudit_troubles 0
            # HELP logserialaudit_last_line_timestamp_seconds When a name server last logged something about a zone.
            # TYPE logserialaudit_last_line_timestamp_seconds gauge
            logserialaudit_last_line_timestamp_seconds 1558780800
            # HELP logserialaudit_zone_serial The serial last shown in service.
            # TYPE logserialaudit_zone_serial gauge
            logserialaudit_zone_serial{observer="ns2",zone="example.net",class="IN",view="",side=""} 7
            logserialaudit_zone_serial{observer="ns2",zone="example.org",class="IN",view="",side=""} 1558799284
            # HELP logserialaudit_zone_expired Whether the zone expired and was not transferred since.
            # TYPE logserialaudit_zone_expired gauge
            logserialaudit_zone_expired{observer="ns2",zone="example.net",class="IN",view="",side=""} 0
            logserialaudit_zone_expired{observer="ns2",zone="example.org",class="IN",view="",side=""} 0
            logserialaudit_zone_expired{observer="ns2",zone="gone.example",class="IN",view="",side=""} 1
            # HELP logserialaudit_episodes Zones and primaries that offer an older serial than is held.
            # TYPE logserialaudit_episodes gauge
            logserialaudit_episodes 1
            # HELP logserialaudit_episode_complaints How often the server complained.
            # TYPE logserialaudit_episode_complaints gauge
            logserialaudit_episode_complaints{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 1
            # HELP logserialaudit_episode_offered_serial The serial that the primary offers.
            # TYPE logserialaudit_episode_offered_serial gauge
            logserialaudit_episode_offered_serial{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 1558725628
            # HELP logserialaudit_episode_held_serial The serial that the server holds.
            # TYPE logserialaudit_episode_held_serial gauge
            logserialaudit_episode_held_serial{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 1558799284
            # HELP logserialaudit_episode_behind_seconds How far the offered serial is behind the held one, where both are times.
            # TYPE logserialaudit_episode_behind_seconds gauge
            logserialaudit_episode_behind_seconds{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 73656
            # HELP logserialaudit_episode_first_seen_timestamp_seconds When it was first complained of.
            # TYPE logserialaudit_episode_first_seen_timestamp_seconds gauge
            logserialaudit_episode_first_seen_timestamp_seconds{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 1558779600
            # HELP logserialaudit_episode_last_seen_timestamp_seconds When it was last complained of.
            # TYPE logserialaudit_episode_last_seen_timestamp_seconds gauge
            logserialaudit_episode_last_seen_timestamp_seconds{observer="ns2",zone="example.org",class="IN",view="",side="",primary="192.0.2.1#53"} 1558779600

            """,
            File.ReadAllText(file));
        Assert.Equal(["daemon.log", "serials.prom", "state", "state.lock"], _log.Folder.Names);

        // Each check writes what stands, also where nothing changed; a serial that falls is a gauge that falls.
        _log.Add("1558799100");
        _ = await _log.CheckAsync("--prometheus", file);
        var text = File.ReadAllText(file);
        Assert.Contains("zone_serial{observer=\"ns2\",zone=\"example.org\",class=\"IN\",view=\"\",side=\"\"} 1558799100\n", text, StringComparison.Ordinal);
        Assert.Contains("logserialaudit_episodes 0\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""a\"b.example""")]
    [InlineData("""a\\b.example""")]
    [InlineData("a\u001b[2Jb.example")]
    [InlineData("a\u202eb.example")]
    [InlineData("a{b}.example")]
    public async Task NamesOfZonesDoNoHarmInMetrics(string zone)
    {
        _log.Add($"7@{zone}", $"5<7@{zone}");
        var file = _log.Folder["serials.prom"];
        _ = await _log.CheckAsync("--prometheus", file);
        var lines = File.ReadAllLines(file);
        Assert.True(lines.Length > 20);
        Assert.All(lines, line => Assert.Matches(Exposition(), line));
        Assert.Contains(lines, line => line.StartsWith("logserialaudit_episode_complaints{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MetricsReplaceNoFileOfOtherThings()
    {
        _log.Add("7", "5<7");
        var file = _log.Folder.Write("syslog", "# HELP");
        var run = await _log.CheckAsync("--prometheus", file);
        Assert.Equal((ExitCode.Trouble, $"logserialaudit: cannot write {file}: something else is in it\n"), (run.ExitCode, run.Errors));
        Assert.Equal("# HELP", File.ReadAllText(file));

        File.WriteAllText(file, "");
        _ = await _log.CheckAsync("--prometheus", file);
        Assert.StartsWith("# HELP logserialaudit_", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricsThatCanNotBeWrittenAreTrouble()
    {
        _log.Add("7", "5<7");
        var run = await _log.CheckAsync("--prometheus", _log.Folder["nosuch/serials.prom"]);
        Assert.Equal(ExitCode.Trouble, run.ExitCode);
        Assert.Contains("example.org", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"^logserialaudit: cannot write \S+: there is no folder \S+\n$", run.Errors);
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task SyslogGetsOneLineThroughLogger()
    {
        _log.Add("7", "5<7", "7@example.net", "5<7@example.net", "7@a.example", "expired@a.example");
        var heard = _log.Folder["heard"];
        FakeLogger($"echo \"$@\" >{heard}; cat >>{heard}");
        var run = await CheckWithFakeLoggerAsync();
        Assert.Equal((ExitCode.Findings, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("--socket-errors=on -t logserialaudit -p daemon.warning\n1 expired: a.example on ns2; 2 went back: example.org on ns2, example.net on ns2\n", File.ReadAllText(heard));
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task ALoggerThatCanNotBeAskedForErrorsIsNotAsked()
    {
        _log.Add("7", "5<7");
        var heard = _log.Folder["heard"];
        FakeLogger($"case $1 in --*) echo \"logger: unrecognized option '$1'\" >&2; exit 1;; esac; echo \"$@\" >{heard}; cat >>{heard}");
        var run = await CheckWithFakeLoggerAsync();
        Assert.Equal((ExitCode.Findings, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("-t logserialaudit -p daemon.warning\n1 went back: example.org on ns2\n", File.ReadAllText(heard));
    }

    [Theory]
    [InlineData("exit 1", "logger failed with exit code 1")]
    [InlineData("echo 'logger: socket /dev/log: No such file or directory' >&2; exit 1", "logger failed with exit code 1 (logger: socket /dev/log: No such file or directory)")]
    public async Task WhatLoggerDidNotTakeIsToldNextTime(string script, string sentence)
    {
        _log.Add("7", "5<7");
        FakeLogger(script);
        var run = await CheckWithFakeLoggerAsync();
        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.Equal($"logserialaudit: {sentence}; the next check tells what has changed\n", run.Errors);
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    public void Dispose() => _log.Dispose();

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="([^"\\]|\\\\|\\")*",?)+\})? [0-9.]+)$""")]
    private static partial Regex Exposition();

    private async Task<(ExitCode, string)> NagiosAsync()
    {
        var run = await _log.CheckAsync("--nagios");
        Assert.Equal("", run.Errors);
        return (run.ExitCode, run.Output);
    }

    private void FakeLogger(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no logger.");
        Directory.CreateDirectory(_log.Folder["bin"]);
        var path = _log.Folder.Write("bin/logger", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private Task<Run> CheckWithFakeLoggerAsync() => Child.RunAsync(
        new() { ["PATH"] = $"{_log.Folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}" }, "check", _log.Log, "--state", _log.State, "--syslog");
}
