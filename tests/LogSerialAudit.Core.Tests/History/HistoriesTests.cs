using LogSerialAudit.Events;

namespace LogSerialAudit.Core.Tests.History;

public sealed class HistoriesTests
{
    private const int Names = 3000;

    /// <summary>A zone has one history, whichever line names it first and however it writes it.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 5)]
    public void EachZoneHasOneHistory(int seed, int files)
    {
        var random = new Random(seed);
        (string Line, ZoneName Zone)[] said = [.. Enumerable.Range(0, Names).SelectMany(Lines)];
        random.Shuffle(said);
        var (log, part) = (said.Select((line, place) => $"2019-05-30T10:{place / 1200 % 60:00}:{place / 20 % 60:00}Z sec.log named[1]: {line.Line}\n"), (said.Length / files) + 1);

        // Files that are scanned by themselves number their zones by themselves.
        var story = Story.OfLogs(log.Chunk(part).Select((lines, place) => ($"sec{place}.log", string.Concat(lines))));

        Assert.Equal(said.Select(line => line.Zone), story.Rows.Select(row => row.History.Zone));
        Assert.Equal(said.Select(line => line.Zone).Distinct().Count(), story.Rows.Select(row => row.History).Distinct().Count());
    }

    private static IEnumerable<(string Line, ZoneName Zone)> Lines(int number)
    {
        var name = $"a-name-of-some-length-{number}.example";
        yield return ($"client 192.0.2.1#41248: received notify for zone '{name}'", new ZoneName(name, "IN", ""));
        yield return ($"zone {name}/IN: loaded serial 5", new ZoneName(name, "IN", ""));
        yield return ($"zone {name}/IN: expired", new ZoneName(name, "IN", ""));
        yield return number % 3 != 0 ? ($"zone {name.ToUpperInvariant()}/IN: loaded serial 7", new ZoneName(name, "IN", ""))
            : number % 2 != 0 ? ($"zone {name}/CH: loaded serial 7", new ZoneName(name, "CH", ""))
            : ($"zone {name}/IN/out of doors: loaded serial 7", new ZoneName(name, "IN", "out of doors"));
    }
}
