using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What standard error says where the table that is written has no row for it.</summary>
public sealed class PassedByTests : IDisposable
{
    private const string Nothing = "logserialaudit: 2 lines read, and none is one that a name server writes about its zones; 'logserialaudit explain FILE:LINE' tells how a line is read, 'logserialaudit messages' which are known\n";

    private readonly LogFolder _folder = new();

    [Theory]
    [InlineData("extract")]
    [InlineData("report", "--format", "csv")]
    [InlineData("report", "--table", "timeline")]
    public async Task ALogWithoutAnEventIsSaidToHaveNone(params string[] command)
    {
        var run = await Run.Of([.. command, "--log-zone", "UTC", _folder.Write("auth.log", "2019-05-30T10:05:36Z ns2 sshd[1]: hello\n2019-05-30T10:05:37Z ns2 sshd[1]: hello\n")]);

        Assert.Equal((ExitCode.Done, Nothing), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "--table", "coverage")]
    [InlineData("report", "--format", "json")]
    public async Task WhereTheAccountIsWrittenNothingElseIsSaid(params string[] command)
    {
        var run = await Run.Of([.. command, "--log-zone", "UTC", _folder.Write("auth.log", "2019-05-30T10:05:36Z ns2 sshd[1]: hello\n")]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("report", "--format", "csv")]
    public async Task ALineThatIsTooLongIsSaidToBePassedBy(params string[] command)
    {
        var path = _folder.Write("ns2.log", LogFolder.Rollback + new string('x', 300_000) + "\n");
        var run = await Run.Of([.. command, "--log-zone", "UTC", path]);
        var line = LogFolder.Rollback.Count(letter => letter == '\n') + 1;

        Assert.Equal((ExitCode.Done, $"logserialaudit: warning: {path}: 1 line longer than 262144 bytes not looked at, the first is line {line}\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("report", "--format", "csv")]
    public async Task LinesThatWereShortenedAreSaidNotToBeRead(params string[] command)
    {
        var path = _folder.Write("ns2.log", LogFolder.Rollback + "2019-05-30T10:05:36Z ns2 named[1]: zone example.org/IN: transferred serial 15587\u2026\n");
        var run = await Run.Of([.. command, "--log-zone", "UTC", path]);
        var line = LogFolder.Rollback.Count(letter => letter == '\n') + 1;

        Assert.Equal(
            (ExitCode.Done, $"logserialaudit: warning: {path}: 1 line was shortened (...) to fit a terminal and not read, the first is line {line}; 'journalctl --no-pager' and 'systemctl status --full' show them whole\n"),
            (run.ExitCode, run.Errors));
        Assert.DoesNotContain("15587\u2026", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 line was shortened", (await Run.Of("report", "--table", "coverage", "--log-zone", "UTC", path)).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
