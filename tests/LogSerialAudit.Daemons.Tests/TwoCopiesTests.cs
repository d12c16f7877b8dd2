using LogSerialAudit.Daemons.Tests.Named;
using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>Two copies of a primary's folder were served at once, and one was lost: the findings say so as far as the logs at hand do.</summary>
public sealed class TwoCopiesTests(TwoCopiesFixture fixture) : IClassFixture<TwoCopiesFixture>
{
    [Fact]
    public async Task WithTheLogOfTheOneThatIsLeftTheyAreTheCause()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var findings = await FindingsAssert.FindingsAsync(fixture.LogFolder);

        FindingsAssert.CauseIs("two copies of the primary served two-copies.test, at once or in turn: one gave secondary.log what is held, the other offers less", "strong", findings);
        Assert.Single(findings, finding => finding.Kind == "changed-beneath");
        Assert.DoesNotContain(findings, finding => finding.Kind == "loaded-lower");
    }

    [Fact]
    public async Task WithTheLogsOfBothTheyAreTheCause()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        FindingsAssert.CauseIs("two copies of the primary served two-copies.test", "strong", await FindingsAssert.FindingsAsync(fixture.LogFolder, fixture.LostLog));
    }

    [Fact]
    public async Task WithTheSecondarysLogAloneNoCauseIsSure()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var findings = await FindingsAssert.FindingsAsync(fixture.SecondaryLog);

        FindingsAssert.CauseIs("it can't be told, as these fit alike: two copies of the primary serving at once (2); a wrong primary address", "possible", findings);
        Assert.Contains(findings, finding => finding.Kind == "went-back" && finding.Statement.Contains($"two-copies.test {fixture.Offered} (", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Kind == "raise-serial" && finding.Statement.Contains($"Set the serial on the primary to {fixture.Held + 1} or more", StringComparison.Ordinal));
    }
}
