using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

public sealed class StandardErrorTests(StandardErrorFixture fixture) : IClassFixture<StandardErrorFixture>
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
