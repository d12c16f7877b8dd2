using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>Which lines a name server starts with, in stories (see <see cref="Story"/>).</summary>
public sealed class ServerStartsTests
{
    [Theory]
    [InlineData("10:00 starts; 10:00 loaded 1; 10:00 | all zones loaded; 10:00 | running", "10:00")]
    [InlineData("10:00 loaded 1; 10:00 | all zones loaded; 10:00 | running", "10:00")]
    [InlineData("10:00 | all zones loaded; 10:00 | running; 11:00 | exiting; 12:00 loaded 1; 12:01 | all zones loaded; 12:01 | running", "10:00 12:00")]
    [InlineData("10:00 | running; 11:00 | reloading configuration succeeded; 11:00 | reloading zones succeeded; 11:00 loaded 2; 11:01 | all zones loaded; 11:01 | running", "10:00")]
    [InlineData("10:00 | running; 12:00 loaded 1; 12:00 | all zones loaded; 12:00 | running", "10:00 12:00")]
    [InlineData("10:00 starts; 10:01 starts; 10:02 | exiting; 10:03 starts", "10:00 10:01 10:03")]
    [InlineData("10:00 p: | running; 10:01 q: | running; 11:00 q: | exiting; 11:01 p: loaded 2; 11:02 q: loaded 2", "10:00 10:01 11:02")]
    [InlineData("10:00 p/knotd: | server started in the foreground, PID 9495", "10:00")]
    [InlineData("10:00 loaded 1; 10:00 A notifies; 11:00 | exiting", "")]
    [InlineData("10:00 | reloading configuration succeeded; 10:00 | running", "")]
    [InlineData("- | running", "")]
    public void AStartIsToldFromAReload(string story, string starts)
    {
        var told = new ServerStarts();
        Assert.Equal(starts, string.Join(' ', Story.Of(story).Rows.Where(row => told.IsStart(row)).Select(row => row.At.At.ToString("HH:mm", null))));
    }
}
