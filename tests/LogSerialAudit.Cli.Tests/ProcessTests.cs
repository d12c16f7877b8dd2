using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What only a process of its own shows: closed pipes, signals, exit codes, standard input from the shell.</summary>
public sealed class ProcessTests
{
    private const string Logs = "samples/balug-2019-05/linuxmafia/daemon.log";

    public ProcessTests() => Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");

    [Theory]
    [InlineData("extract")]
    [InlineData("report")]
    [InlineData("report --format json")]
    public async Task AReaderThatGoesAwayEndsItQuietly(string command)
    {
        var run = await Child.ShellAsync(
            $$"""{ "$0" "$1" {{command}} --year 2019 --log-zone America/Los_Angeles "$2" "$2.1"; echo "exit $?" >&2; } | head -c 1 | wc -c""", Logs);

        Assert.Equal(("1", "exit 0\n"), (run.Output.Trim(), run.Errors));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task ASignalEndsItWith130AndRemovesWhatWasBegun(string signal)
    {
        // A shell that is no terminal's has its background programs ignore Ctrl-C.
        Assert.SkipUnless((await Child.ShellAsync("env --default-signal=INT true")).ExitCode == ExitCode.Done, "env has no --default-signal (GNU coreutils 8.31)");
        using var folder = new LogFolder();
        var run = await Child.ShellAsync(
            $$"""
            cd "$2"; mkfifo log
            env --default-signal=INT "$0" "$1" extract --log-zone UTC -o out.csv log & program=$!
            exec 3>log
            until ls -A | grep -q tmp; do sleep 0.1; done
            kill -{{signal}} $program; wait $program; echo "exit $?"; exec 3>&-; ls -A
            """,
            folder.Path);

        Assert.Equal((ExitCode.Done, "exit 130\nlog\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("--marks m=pipe")]
    [InlineData("--vm h=pipe")]
    public async Task ASignalEndsTheWaitForEvidenceThatDoesNotCome(string option)
    {
        using var folder = new LogFolder();
        folder.Write("ns2.log", LogFolder.Rollback);
        var run = await Child.ShellAsync(
            $$"""
            cd "$2"; mkfifo pipe
            timeout --kill-after=20 5 "$0" "$1" report --log-zone UTC {{option}} ns2.log; echo "exit $?"
            """,
            folder.Path);

        Assert.Equal((ExitCode.Done, "exit 124\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("report --format json")]
    [InlineData("extract")]
    public async Task ASignalEndsAWriteThatNobodyReads(string command)
    {
        var run = await Child.ShellAsync(
            $$"""
            { timeout --kill-after=20 5 "$0" "$1" {{command}} --year 2019 --log-zone America/Los_Angeles "$2" "$2.1"; echo "exit $?" >&2; } | { sleep 12; cat > /dev/null; }
            """,
            Logs);

        Assert.Equal((ExitCode.Done, "exit 124\n"), (run.ExitCode, run.Errors[^Math.Min(9, run.Errors.Length)..]));
    }

    [Fact]
    public async Task ExitCodesReachTheShell()
    {
        var run = await Child.ShellAsync(
            """
            "$0" "$1" report --log-zone UTC "$2" >/dev/null; echo $?
            "$0" "$1" report --log-zone UTC --exit-code "$2" >/dev/null; echo $?
            "$0" "$1" report --log-zone UTC nosuch.log 2>/dev/null; echo $?
            "$0" "$1" report --log-zone UTC "$2" --format csv --columns state -o /dev/stdout | tail -n 1
            "$0" "$1" report --log-zone UTC - < "$2" --format csv --columns source | tail -n 1
            """,
            "samples/bind-9.18-lab/secondary-9.18-local.log");

        Assert.Equal(new Run(ExitCode.Done, "0\n1\n2\nexpired\n'-:55\n", ""), run with { Output = run.Output.Replace("\"", "", StringComparison.Ordinal) });
    }

    [Fact]
    public async Task AFullDiskLeavesNoFileAndNoStackTrace()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        var run = await Child.ShellAsync("""
            "$0" "$1" extract --year 2019 --log-zone America/Los_Angeles "$2" > /dev/full; echo $?
            """, Logs);

        Assert.Equal(("2\n", "logserialaudit: No space left on device"), (run.Output, run.Errors.Split(':') is [var name, var what, ..] ? $"{name}:{what.TrimEnd()}" : run.Errors));
    }

    [Theory]
    [InlineData("extract", "-", "<&-", 2, "logserialaudit: nothing to read: every input is empty")]
    [InlineData("extract", "$2", ">&-", 2, "logserialaudit: ")]
    [InlineData("extract", "$2", ">/dev/full", 2, "logserialaudit: No space left on device")]
    [InlineData("extract", "nosuch.log", "2>&-", 2, "")]
    [InlineData("extract", "nosuch.log", "2>/dev/full", 2, "")]
    [InlineData("extract", "--nosuch", "2>/dev/full", 2, "")]
    [InlineData("extract", "nosuch.log", "<&- >&- 2>&-", 2, "")]
    [InlineData("check --dry-run --nagios", "$2", ">/dev/full", 3, "logserialaudit: No space left on device")]
    [InlineData("check --dry-run --nagios", "nosuch.log", ">/dev/full 2>&1", 3, "")]
    public async Task AStandardStreamThatIsClosedOrFullIsNoCrash(string command, string path, string streams, int exitCode, string said)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        var run = await Child.ShellAsync($"""
            "$0" "$1" {command} --log-zone America/Los_Angeles --year 2019 "{path}" {streams}
            """, Logs);

        Assert.Equal(((ExitCode)exitCode, said), (run.ExitCode, said.Length == 0 ? run.Errors : run.Errors[..Math.Min(said.Length, run.Errors.Length)]));
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }
}
