using LogSerialAudit.Daemons.Tests.Named;
using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>What a server's log must say for a story to be true, in its plain text.</summary>
internal static class StoryAssert
{
    public static void SecondarySays(Story story, params string[] inThisOrder)
    {
        var lines = new LogFile(story.SecondaryLog).Lines();
        var from = 0;
        foreach (var fragment in inThisOrder)
        {
            var at = lines.Skip(from).TakeWhile(line => !line.Contains(fragment, StringComparison.Ordinal)).Count() + from;
            Assert.True(at < lines.Count, $"After line {from} of the secondary's log there is no '{fragment}':\n{string.Join('\n', lines)}");
            from = at + 1;
        }
    }

    public static void EveryComplaintNamesThePair(Story story)
    {
        var complaints = new LogFile(story.SecondaryLog).LinesWith(" < ours (");
        Assert.Equal(story.Complaints, complaints.Count);
        Assert.NotEmpty(complaints);
        Assert.All(complaints, line => Assert.EndsWith(
            $"zone {story.Zone}/IN: serial number ({story.Offered}) received from primary {story.Primary} < ours ({story.Held})", line));
    }

    public static void PrimarySaysThatItWentBack(Story story) =>
        Assert.Single(new LogFile(story.PrimaryLog).LinesWith($"zone serial ({story.Offered}/{story.Held}) has gone backwards"));

    public static void BothLogsAreWhole(Story story)
    {
        Assert.Equal(["primary.log", "secondary.log"], Directory.GetFiles(story.LogFolder).Select(Path.GetFileName).Order());
        Assert.EndsWith("exiting", new LogFile(story.PrimaryLog).Lines()[^1]);
        Assert.EndsWith("exiting", new LogFile(story.SecondaryLog).Lines()[^1]);
    }
}
