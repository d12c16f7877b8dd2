using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Core.Tests.History;

public class TakingStoreTests
{
    private const int Many = 5_000;
    private static readonly Instant Noon = Instant.FromUtc(2019, 5, 25, 12, 0);

    [Fact]
    public void NothingOfATakingIsLostWhetherAllAreReadOrOne()
    {
        var (store, random) = (new TakingStore(), new Random(6));
        var takings = Enumerable.Range(0, Many).Select(place => TakingAt(place, random)).ToList();
        foreach (var taking in takings)
        {
            store.Add(taking);
        }

        Assert.Equal(takings, store.Read());
        Assert.Equal(takings, Enumerable.Range(0, Many).Select(number => store[number]));
        Assert.Equal(takings[17], store[17]);
    }

    private static TakingRecord TakingAt(int place, Random random)
    {
        var at = Noon + Duration.FromSeconds(random.Next(-1_000_000, 1_000_000)) + Duration.FromNanoseconds(random.Next(1_000_000_000));
        var dated = random.Next(8) switch
        {
            0 => Dated.Undated,
            1 => new Dated(at, 9, DatingMark.Ambiguous, at + Duration.FromHours(1)) { StandsAsOther = true },
            2 => new Dated(at, 9, DatingMark.YearUnsure, default) { HourMark = DatingMark.SkippedHour },
            3 => new Dated(at, 9, DatingMark.None, at) { StandsAsOther = true },
            _ => new Dated(Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()), 0, DatingMark.None, default),
        };
        var from = random.Next(4) switch
        {
            0 => "",
            1 => "192.0.2.1#53",
            2 => $"192.0.2.{random.Next(256)}#{random.Next(65_536)}",
            _ => new string('x', random.Next(TextShape.MostBytes * 2)),
        };
        SerialNumber? previous = random.Next(3) == 0 ? null : new SerialNumber((uint)random.NextInt64(1L << 32));
        return new TakingRecord(
            random.Next(100_000), new SerialNumber((uint)random.NextInt64(1L << 32)), previous, dated, EventKind.Transferred, random.Next(3), random.NextInt64(1L << 40), place + random.Next(-5, 5), new EventText(from));
    }
}
