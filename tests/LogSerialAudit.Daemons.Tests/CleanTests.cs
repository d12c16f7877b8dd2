using LogSerialAudit.Daemons.Tests.Named;
using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>Where nothing goes wrong, nothing is found.</summary>
public sealed class CleanTests(CleanFixture fixture) : IClassFixture<CleanFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("primary.log")]
    [InlineData("secondary.log")]
    public async Task ThereIsNoFinding(string log)
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        Assert.Empty(await FindingsAssert.FindingsAsync(Path.Combine(fixture.LogFolder, log)));
    }

    [Fact]
    public async Task TheReportSaysSo()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var report = await ReportAssert.RunAsync("report", fixture.LogFolder);

        Assert.Contains("\nNo serial went backwards in what these logs show\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("What happened (", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLogsShowTheRestartAndTheTransfers()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var events = await ReportAssert.RunAsync("extract", "--format", "csv", "--columns", "kind,serial", fixture.LogFolder);

        Assert.Equal(4, events.Split('\n').Count(line => line.StartsWith("server-exiting,", StringComparison.Ordinal)));
        Assert.Contains($"\ntransferred,{fixture.Last}\n", events, StringComparison.Ordinal);
    }
}
