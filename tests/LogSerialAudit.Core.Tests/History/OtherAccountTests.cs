using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

public sealed class OtherAccountTests
{
    private const string BothTook = "09:00 s1: A gives 100; 09:00 s2: A gives 100; ";

    /// <summary>What happens; the steps; how the others stood at the first episode, which is s1's.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "alone", "10:00 s1: A 90<100; 11:00 s1: A 90<100", "" },
        { "the same pair", BothTook + "10:00 s1: A 90<100; 11:00 s1: A 90<100; 10:30 s2: A 90<100", "s2 Complained 100" },
        { "the same pair, later", BothTook + "10:00 s1: A 90<100; 10:30 s1: A gives 110; 10:31 s2: A 90<100", "s2 Complained 100" },
        { "another pair at that time", "09:00 s1: A gives 100; 09:00 s2: A gives 95; 10:00 s1: A 90<100; 11:00 s1: A 90<100; 10:30 s2: A 90<95", "s2 ComplainedOfOthers 95" },
        { "another pair at another time", "09:00 s1: A gives 100; 09:00 s2: A gives 95; 10:00 s1: A 90<100; 10:30 s1: A gives 110; 11:30 s2: A 80<95", "s2 Held 95" },
        { "it held the newer one", BothTook + "10:00 s1: A 90<100; 11:00 s1: A 90<100; 12:00 s2: A notifies", "s2 Held 100" },
        { "its log ends before", BothTook + "09:30 s2: A notifies; 10:00 s1: A 90<100; 11:00 s1: A 90<100", "s2 NotCovered 100" },
        { "its log begins after", "09:00 s1: A gives 100; 10:00 s1: A 90<100; 11:00 s1: A 90<100; 12:00 s2: A gives 110", "s2 NotCovered" },
        { "its log is there, and silent on what it had", "09:00 s1: A gives 100; 09:00 s2: A notifies; 10:00 s1: A 90<100; 11:00 s1: A 90<100; 12:00 s2: A notifies", "s2 NotShown" },
        { "it had the offered one all along", "08:00 s1: A gives 90; 08:00 s2: A gives 90; 09:00 s1: A gives 100; 10:00 s1: A 90<100; 11:00 s2: A notifies", "s2 HadOlder 90" },
        { "it had gone back to what is older itself", BothTook + "09:55 s2: starts; 09:55 s2: loaded 80; 10:00 s1: A 90<100; 11:00 s1: A 90<100; 12:00 s2: A notifies", "s2 HadOlder 80 from 100" },
        { "it is a primary that never had it", "08:00 p: loaded 90; 09:00 s1: B gives 100; 10:00 s1: A 90<100; 11:00 p: | zone a.example/IN: sending notifies (serial 90); 11:00 s1: A 90<100", "p HadOlder 90" },
        { "it took the offered one", BothTook + "10:00 s1: A 90<100; 10:30 s2: expired; 10:30 s2: A gives 90; 11:00 s1: A 90<100", "s2 TookOffered 90" },
        { "before the first complaint", BothTook + "09:59 s2: A gives 90; 10:00 s1: A 90<100", "s2 TookOffered 90" },
        { "it was behind, and took it too", "08:00 s1: A gives 80; 08:00 s2: A gives 80; 09:00 s1: A gives 100; 09:59 s2: A gives 90; 10:00 s1: A 90<100", "s2 TookOffered 90" },
        { "it asks another primary", "09:00 s1: A gives 100; 09:00 s2: B gives 100; 10:00 s1: A 90<100; 11:00 s1: A 90<100; 12:00 s2: B gives 110", "s2 AsksOthers 100 192.0.2.2" },
        { "it asks both", "09:00 s1: A gives 100; 09:00 s2: B gives 100; 09:10 s2: A is down; 10:00 s1: A 90<100; 12:00 s2: B gives 110", "s2 Held 100" },
        { "a NOTIFY is not asked for", "09:00 s1: A gives 100; 09:00 s2: B gives 100; 09:10 s2: A notifies; 10:00 s1: A 90<100; 12:00 s2: B gives 110", "s2 AsksOthers 100 192.0.2.2" },
        { "another port of that address is not another primary", "09:00 s1: A gives 100; 09:00 s2: A2 gives 100; 10:00 s1: A 90<100; 12:00 s2: A2 gives 110", "s2 Held 100" },
        { "the primary went back", "08:00 p: loaded 90; 09:00 p: loaded 100; 09:00 s1: A gives 100; 09:50 p: loaded 90; 10:00 s1: A 90<100", "p MadeOffered 90" },
        { "the primary's log does not show it", "08:00 p: loaded 90; 09:00 p: loaded 100; 09:00 s1: A gives 100; 10:00 s1: A 90<100; 11:00 p: loaded 110", "p Held 100" },
        { "several", BothTook + "09:00 s3: B gives 100; 10:00 s1: A 90<100; 10:01 s2: A 90<100; 11:00 s3: B gives 110", "s2 Complained 100; s3 AsksOthers 100 192.0.2.2" },
        { "another zone is no witness", "09:00 s1: A gives 100; 10:00 s1: A 90<100; 10:01 s2: A 90<100 @b.example/IN", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void OthersStandAsTheirLinesShow(string what, string steps, string others)
    {
        var files = steps.Split(';', StringSplitOptions.TrimEntries).GroupBy(step => step.Split(' ')[1].TrimEnd(':')).OrderBy(host => host.Key, StringComparer.Ordinal)
            .Select(host => ($"{host.Key}.log", string.Join(';', host.OrderBy(step => step.Split(' ')[0], StringComparer.Ordinal))));
        var story = Story.OfFiles([.. files]);
        var accounts = new OtherAccounts(story.Propagation, story.Episodes, story.SpansOf).Of(story.Episodes.First(episode => episode.History.Observer.Name == "s1"));

        Assert.Equal((what, others), (what, string.Join("; ", accounts.Select(Told))));
    }

    private static string Told(OtherAccount account) => string.Join(
        ' ',
        new[] { account.History.Observer.Name, account.Standing.ToString(), account.Serial?.ToString() ?? "", account.SteppedBackFrom is { } left ? $"from {left}" : "", string.Join(' ', account.Asked) }.Where(word => word.Length > 0));
}
