using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

public sealed class CaughtUpTests(CaughtUpFixture fixture) : IClassFixture<CaughtUpFixture>
{
    [Fact]
    public void TheSecondaryComplainsThreeTimesAndThenTakesTheRepairedSerial()
    {
        var story = fixture.Story;
        var complaint = $"serial number ({story.Offered})";
        StoryAssert.SecondarySays(
            story,
            $"transferred serial {story.Held}",
            complaint,
            complaint,
            complaint,
            $"transferred serial {story.EndedBySerial}");
    }

    [Fact]
    public void ANotifyOfTheLowerSerialIsCalledUpToDate() =>
        StoryAssert.SecondarySays(fixture.Story, $"transferred serial {fixture.Story.Held}", "zone is up to date", " < ours (");

    [Fact]
    public void EveryComplaintNamesThePair() => StoryAssert.EveryComplaintNamesThePair(fixture.Story);

    [Fact]
    public void ThePrimarySaysThatItWentBack() => StoryAssert.PrimarySaysThatItWentBack(fixture.Story);

    [Fact]
    public void BothLogsAreWhole() => StoryAssert.BothLogsAreWhole(fixture.Story);

    [Fact]
    public Task TheReportTellsJustThatEpisode() => ReportAssert.TellsJustThatEpisodeAsync(fixture.Story, behind: 73656);

    [Fact]
    public Task ThePrimaryAloneWentBack() => ReportAssert.ThePrimaryAloneWentBackAsync(fixture.Story);

    [Fact]
    public Task TheFindingsSayThatTheZoneFileWasEdited() => FindingsAssert.TheZoneFileWasEditedAsync(fixture.Story);

    [Fact]
    public async Task TheSecondarysLogAloneDoesNotSettleIt() =>
        FindingsAssert.CauseIs("", "possible", await FindingsAssert.FindingsAsync(fixture.Story.SecondaryLog));

    [Fact]
    public Task TheTextTellsIt() => ReportAssert.TheTextTellsItAsync(fixture.Story);
}
