using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Findings;

public class IncidentPartingTests
{
    [Fact]
    public void EpisodesOfOnePrimaryAreOneIncidentUntilItIsQuietForMoreThanADay()
    {
        Assert.Equal("0 1 | 2", Parted("01T10:00 A 1<5; 02T09:00 A 2<5 @b.example/IN; 04T10:00 A 3<5 @c.example/IN"));
    }

    [Fact]
    public void AnotherServersComplaintOfTheSamePairJoinsWhateverAddressItNames()
    {
        Assert.Equal("0 1 2", Parted("01T10:00 ns1: A 1<5; 01T11:00 ns2: B 1<5; 01T12:00 ns2: B 7<9 @b.example/IN"));
        Assert.Equal("0 | 1 2", Parted("01T10:00 ns1: A 1<5; 01T11:00 ns2: B 2<5; 01T12:00 ns2: B 7<9 @b.example/IN"));
    }

    [Fact]
    public void WhatIsKeptOfPairsChangesNothing()
    {
        var random = new Random(20190525);
        var (several, joined) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var episodes = Story.Of(Steps(random)).Episodes;
            var told = Told(IncidentParting.Of(episodes));
            Assert.Equal(Told(ByAddressAndPair(episodes, usesPairs: true)), told);
            several += told.Contains('|', StringComparison.Ordinal) ? 1 : 0;
            joined += told != Told(ByAddressAndPair(episodes, usesPairs: false)) ? 1 : 0;
        }

        Assert.True(several > 50, "hardly any case has several incidents");
        Assert.True(joined > 20, "hardly any case is joined by a pair");
    }

    /// <summary>Complaints over some days, of few servers about few zones, some of them without a time; most zones are seen from one side.</summary>
    private static string Steps(Random random)
    {
        var steps = new List<string>();
        var hosts = random.Next(1, 3);
        var primaries = new[] { "A", "A2", "B", "V6" };
        for (var hour = 0; hour < 24 * 12; hour += random.Next(1, 30))
        {
            var zone = random.Next(4);
            var primary = random.Next(5) == 0 ? primaries[random.Next(4)] : primaries[zone];
            var time = random.Next(20) == 0 ? "-" : $"{1 + (hour / 24):00}T{hour % 24:00}:00";
            var host = zone == 0 ? random.Next(hosts) : zone % hosts;
            steps.Add($"{time} ns{host}: {primary} {random.Next(1, 4)}<{random.Next(5, 7)} @z{zone}.example/IN");
        }

        return string.Join("; ", steps);
    }

    /// <summary>The same by the plain rule: each address and each pair knows its newest incident.</summary>
    private static List<List<int>> ByAddressAndPair(IReadOnlyList<Episode> episodes, bool usesPairs)
    {
        var groups = new List<List<int>>();
        var known = new Dictionary<object, (int Group, Instant End)>();
        foreach (var place in Enumerable.Range(0, episodes.Count).OrderBy(place => episodes[place].First.Exists ? episodes[place].First.At : Instant.MaxValue))
        {
            var episode = episodes[place];
            List<object> keys = [PeerAddress.WithoutPort(episode.Primary)];
            if (usesPairs)
            {
                keys.Add((episode.History.Zone.Name, episode.Offered, episode.Held));
            }

            var group = keys.Max(key => known.TryGetValue(key, out var newest) && IsNear(episode, newest.End) ? newest.Group : -1);
            if (group < 0)
            {
                group = groups.Count;
                groups.Add([]);
            }

            groups[group].Add(place);
            var end = episode.Ended is { Exists: true } ended ? ended.At : episode.Last.Exists ? episode.Last.At : Instant.MaxValue;
            foreach (var key in keys)
            {
                known[key] = known.TryGetValue(key, out var before) && before.Group == group ? (group, Instant.Max(before.End, end)) : (group, end);
            }
        }

        return groups;
    }

    private static bool IsNear(Episode episode, Instant end) => !episode.First.Exists || end == Instant.MaxValue || episode.First.At - end <= Duration.FromDays(1);

    private static string Parted(string steps) => Told(IncidentParting.Of(Story.Of(steps).Episodes));

    private static string Told(IEnumerable<IReadOnlyList<int>> groups) => string.Join(" | ", groups.Select(group => string.Join(' ', group)));
}
