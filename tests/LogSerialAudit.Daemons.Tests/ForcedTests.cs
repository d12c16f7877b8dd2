using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

public sealed class ForcedTests(ForcedFixture fixture) : IClassFixture<ForcedFixture>
{
    [Fact]
    public void TheSecondaryTakesTheLowerSerialOnTheOperatorsWord() =>
        StoryAssert.SecondarySays(
            fixture.Story,
            $"transferred serial {fixture.Story.Held}",
            $"serial number ({fixture.Story.Offered})",
            $"received control channel command 'retransfer {fixture.Story.Zone}'",
            $"transferred serial {fixture.Story.EndedBySerial}");

    [Fact]
    public void EveryComplaintNamesThePair() => StoryAssert.EveryComplaintNamesThePair(fixture.Story);

    [Fact]
    public void ThePrimarySaysThatItWentBack() => StoryAssert.PrimarySaysThatItWentBack(fixture.Story);

    [Fact]
    public void BothLogsAreWhole() => StoryAssert.BothLogsAreWhole(fixture.Story);

    [Fact]
    public Task TheReportTellsJustThatEpisode() => ReportAssert.TellsJustThatEpisodeAsync(fixture.Story, behind: null);

    [Fact]
    public Task ThePrimaryAloneWentBack() => ReportAssert.ThePrimaryAloneWentBackAsync(fixture.Story);

    [Fact]
    public Task TheFindingsSayThatTheZoneFileWasEdited() => FindingsAssert.TheZoneFileWasEditedAsync(fixture.Story);

    [Fact]
    public Task TheTextTellsIt() => ReportAssert.TheTextTellsItAsync(fixture.Story);
}
