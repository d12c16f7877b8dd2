namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>What is piped into a check: it is new by definition, and logtail2 cuts lines.</summary>
public sealed class PipedLogTests : IDisposable
{
    private readonly WatchedLog _log = new();

    [Fact]
    public async Task LinesOfOneSecondAndOlderOnesAreReadFromAPipe()
    {
        var (first, second) = (_log.Line("7"), _log.Line("5<7"));
        Assert.Equal("", await PipedAsync(first + "\n"));
        Assert.Equal("began example.org", await PipedAsync(second + "\n"));
        Assert.Equal("", await PipedAsync(second + "\n"));
        Assert.Equal("began example.net", await PipedAsync(second.Replace("example.org", "example.net", StringComparison.Ordinal) + "\n"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(120)]
    public async Task ALineThatLogtail2CutsInTwoIsJoined(int cut)
    {
        var text = $"{_log.Line("7")}\n{_log.Line("5<7")}\n";
        var place = text.Length - cut;
        Assert.Equal("", await PipedAsync(text[..place]));
        Assert.Equal("began example.org", await PipedAsync(text[place..]));
    }

    [Fact]
    public async Task TheWarningsOfLogtail2AreNoLines()
    {
        const string Banner = "***************\n*** WARNING ***: Log file /var/log/syslog is smaller than last time checked!\n*************** This could indicate tampering.\n";
        Assert.Equal("", await PipedAsync($"{_log.Line("7")}\n2019-05-25T"));
        Assert.Equal("began example.org", await PipedAsync($"{Banner}{_log.Line("5<7")}\n"));
    }

    public void Dispose() => _log.Dispose();

    private async Task<string> PipedAsync(string text) =>
        WatchedLog.Told(await Run.Of(Run.World(text), "check", "-", "--state", _log.State, "--format", "ndjson"));
}
