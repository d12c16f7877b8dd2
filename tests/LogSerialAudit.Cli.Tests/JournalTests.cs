using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>PATHs that mean the journal: a script stands for <c>journalctl</c>.</summary>
public sealed class JournalTests
{
    private const string Entry = """
        {"__REALTIME_TIMESTAMP":"1559235936123456","_HOSTNAME":"ns1","SYSLOG_IDENTIFIER":"named","_PID":"17","MESSAGE":"zone balug.org/IN: expired"}
        """;

    public JournalTests() => Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");

    [Fact]
    public async Task WhatJournalctlGivesIsRead()
    {
        var run = await WithJournalctl($$"""printf '%s\n' '{{Entry}}'; printf '%s\n' "$*" >&3""", "journald:named");
        Assert.Equal(
            (ExitCode.Done, "2019-05-30T17:05:36.123456Z,ns1,expired,balug.org,journald:named:1\n", "--output=json --no-pager --all --identifier=named\n"),
            (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("echo 'No journal files were found.' >&2; exit 1", "", "journalctl says: No journal files were found")]
    [InlineData("exit 3", "", "journalctl ended with code 3")]
    [InlineData("kill -9 $$", "", "journalctl ended with code 137")]
    public async Task WhatJournalctlSaysIsSaid(string script, string output, string error)
    {
        var run = await WithJournalctl(script, "journald:named");
        Assert.Equal((ExitCode.Trouble, output, $"logserialaudit: journald:named: {error}\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task WhatMayNotBeSeenIsAWarningAndTheRestIsRead()
    {
        var run = await WithJournalctl($"echo 'Hint: you do not\n see all' >&2; printf '%s\\n' '{Entry}'", "ns2=journald:");
        Assert.Equal(
            (ExitCode.Trouble, "2019-05-30T17:05:36.123456Z,ns1,expired,balug.org,journald::1\n", "logserialaudit: warning: journald:: journalctl says: Hint: you do not see all\n"),
            (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task AnEndlessComplaintHoldsNothingUp()
    {
        var run = await WithJournalctl($"yes complaint | head -n 100000 >&2; printf '%s\\n' '{Entry}'; exit 1", "journald:named");
        Assert.Equal(ExitCode.Trouble, run.ExitCode);
        Assert.Contains("balug.org", run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Errors.Length, 100, 600);
    }

    [Fact]
    public async Task WithoutJournalctlTheWayOutIsNamed()
    {
        using var folder = new LogFolder();
        var run = await Child.RunAsync(new() { ["PATH"] = folder.Path }, "extract", "--log-zone", "UTC", "journald:named");
        Assert.Equal(
            (ExitCode.Trouble, "", """
                logserialaudit: journald:named: journalctl is not there or may not be run; where the journal can be read: journalctl --output=json --no-pager --all --identifier=named > FILE, then name FILE

                """),
            (run.ExitCode, run.Output, run.Errors));
    }

    private static async Task<Run> WithJournalctl(string script, string path)
    {
        using var folder = new LogFolder();
        File.WriteAllText(Path.Combine(folder.Path, "journalctl"), $"#!/bin/sh\n{script}\n");
        var run = await Child.ShellAsync(
            """
            chmod +x "$2/journalctl"; exec 3>"$2/said"
            PATH="$2:$PATH" "$0" "$1" report --log-zone UTC --table events --format csv --columns at_utc,observer,kind,zone,source "$3" | tail -n +2 >"$2/out"
            PATH="$2:$PATH" "$0" "$1" report --log-zone UTC --table coverage --format csv "$3" >"$2/coverage" 2>/dev/null; code=$?
            cat "$2/out"; cat "$2/said" | head -n 1 >&2; exit $code
            """,
            folder.Path,
            path);
        return run;
    }
}
