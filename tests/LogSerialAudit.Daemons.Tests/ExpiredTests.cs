using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

public sealed class ExpiredTests(ExpiredFixture fixture) : IClassFixture<ExpiredFixture>
{
    [Fact]
    public void TheSecondaryTakesTheLowerSerialOnceItsZoneHasExpired() =>
        StoryAssert.SecondarySays(
            fixture.Story,
            $"transferred serial {fixture.Story.Held}",
            $"serial number ({fixture.Story.Offered})",
            $"zone {fixture.Story.Zone}/IN: expired",
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
