using NodaTime;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>What makes the times of a check wrong is said once, not with each check.</summary>
public sealed class WarningTests : IDisposable
{
    private const string Zone = "--log-zone=Europe/Berlin";
    private readonly WatchedLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task AZoneThatTheLinesContradictIsSaidOnce()
    {
        Add("2019-05-25T10:10:00-07:00", "7");

        var run = await _log.CheckAsync(Zone);
        Assert.Equal((ExitCode.Done, $"logserialaudit: warning: {_log.Log}: line 1 writes -07:00, but --log-zone Europe/Berlin is +02:00 then: what is written stays\n"), (run.ExitCode, run.Errors));

        for (var hour = 0; hour < 3; hour++)
        {
            Add($"2019-05-25T1{hour + 1}:10:00-07:00", $"{8 + hour}");
            run = await _log.CheckAsync(Zone);
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        }
    }

    [Fact]
    public async Task ItIsSaidAgainAfterThirtyDaysAndOfAnotherLog()
    {
        Add("2019-05-25T10:10:00-07:00", "7");
        Assert.Contains("writes -07:00", (await _log.CheckAsync(Zone)).Errors, StringComparison.Ordinal);

        _log.Now += Duration.FromDays(29);
        Add("2019-05-25T10:20:00-07:00", "8");
        Assert.Equal("", (await _log.CheckAsync(Zone)).Errors);

        _log.Now += Duration.FromDays(2);
        Add("2019-05-25T10:30:00-07:00", "9");
        Assert.Contains("writes -07:00", (await _log.CheckAsync(Zone)).Errors, StringComparison.Ordinal);
        Add("2019-05-25T10:40:00-07:00", "10");
        Assert.Equal("", (await _log.CheckAsync(Zone)).Errors);
    }

    [Fact]
    public async Task ADryRunDoesNotCountAsSaid()
    {
        Add("2019-05-25T10:10:00-07:00", "7");
        Assert.Contains("writes -07:00", (await _log.CheckAsync(Zone, "--dry-run")).Errors, StringComparison.Ordinal);
        Assert.Contains("writes -07:00", (await _log.CheckAsync(Zone, "--dry-run")).Errors, StringComparison.Ordinal);
        Assert.Contains("writes -07:00", (await _log.CheckAsync(Zone)).Errors, StringComparison.Ordinal);
        Assert.Equal("", (await _log.CheckAsync(Zone)).Errors);
    }

    [Fact]
    public async Task AClockThatIsBehindIsSaidOnceAndATimeOfAFileNever()
    {
        for (var serial = 0; serial < 4; serial++)
        {
            Add($"2019-05-25T10:{serial}0:00Z", $"{Instant.FromUtc(2019, 5, 25, 12, serial * 10).ToUnixTimeSeconds()}");
        }

        File.SetLastWriteTimeUtc(_log.Log, new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var run = await _log.CheckAsync();
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("^logserialaudit: warning: [^\n]*: 4 of 4 new serials [^\n]*\n$", run.Errors);

        for (var serial = 4; serial < 6; serial++)
        {
            Add($"2019-05-25T10:{serial}0:00Z", $"{Instant.FromUtc(2019, 5, 25, 12, serial * 10).ToUnixTimeSeconds()}");
        }

        Assert.Equal("", (await _log.CheckAsync()).Errors);
    }

    private void Add(string stamp, string serial) =>
        File.AppendAllText(_log.Log, $"{stamp} ns2 named[7]: zone example.org/IN: transferred serial {serial}\n");
}
