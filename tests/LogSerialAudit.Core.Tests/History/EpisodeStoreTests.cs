using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Core.Tests.History;

public sealed class EpisodeStoreTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(65_535, 65_534, 1)]
    [InlineData(uint.MaxValue - 1L, 65_535, 1)]
    [InlineData(uint.MaxValue, 1, 65_535)]
    [InlineData(uint.MaxValue + 1L, uint.MaxValue, uint.MaxValue)]
    [InlineData(long.MaxValue, 100_000, 1)]
    public void LinesAndCountsOfAnySizeAreKeptUntilTheEnd(long line, long first, long second)
    {
        var store = new EpisodeStore();
        var history = new SerialHistory(new Observer("ns1", "ns1"), new ZoneName("example.org", "IN", ""), ZoneSide.None, 0);
        var row = new EventRow { History = history, At = new Dated(Instant.FromUnixTimeSeconds(1), 0, DatingMark.None, default), Source = new SourceLine("sec.log", line), Count = first };
        var episode = Episode.Begin(store, history, "192.0.2.1#53", new SerialNumber(1), new SerialNumber(2), row);
        row.Count = second;
        episode.Add(row);
        episode.Hear(row.At, new SerialNumber(3), isNamed: true);
        Assert.Equal((new SourceLine("sec.log", line), first + second), (episode.Source, episode.Complaints));
        episode.EndByClaim(row.At, new SerialNumber(3));
        Assert.Equal((new SourceLine("sec.log", line), first + second), (episode.Source, episode.Complaints));
    }
}
