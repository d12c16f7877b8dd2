using System.Globalization;
using LogSerialAudit.Core.Tests.Events;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Core.Tests.History;

public class RowBatchesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(RowBatches.Length)]
    [InlineData((3 * RowBatches.Length) + 1)]
    public void RowsComeOnceAndInOrder(int rows)
    {
        var places = new List<int>();
        using var batches = new RowBatches((in row) => places.Add(row.Place), isAside: true);
        for (var place = 0; place < rows; place++)
        {
            batches.Next = new EventRow { Place = place };
            batches.Add();
        }

        batches.Finish();
        Assert.Equal(Enumerable.Range(0, rows), places);
    }

    [Fact]
    public void AMistakeOnTheOtherThreadIsNotLost()
    {
        using var batches = new RowBatches((in row) => throw new InvalidDataException("here"), isAside: true);
        batches.Add();
        Assert.Equal("here", Assert.Throws<InvalidDataException>(batches.Finish).Message);
    }

    [Fact]
    public void AWalkOnTwoThreadsTellsTheSame()
    {
        var log = Story.Log(Steps(new Random(7)));
        var alone = Told(log, threads: 1);
        Assert.True(log.Count(character => character == '\n') > 3 * RowBatches.Length, "the log is one batch");
        Assert.Contains(alone, line => line.StartsWith("A ", StringComparison.Ordinal));
        Assert.Equal(alone, Told(log, threads: 2));
    }

    /// <summary>Zones that take serials from several primaries in turn, which only the lines before name, and complaints about them.</summary>
    private static string Steps(Random random)
    {
        var steps = new List<string>();
        for (var second = 0; second < 2_000; second++)
        {
            var time = string.Create(CultureInfo.InvariantCulture, $"25T{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}");
            var (primary, zone) = ("AB"[random.Next(2)], $"z{random.Next(3)}.example/IN");
            steps.Add(random.Next(4) == 0 ? $"{time} {primary} {second}<{second + 5} @{zone}" : $"{time} {primary} gives {second} @{zone}");
        }

        return string.Join("; ", steps);
    }

    private static List<string> Told(string log, int threads)
    {
        var file = new ScannedFile("sec.log", "sec.log", 0, Scanning.Scan(log));
        var sequence = new EventSequence([file], new DatingOptions { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2019, 6, 30, 0, 0) });
        var takings = new Takings(keepsAsked: true);
        var episodes = new HistoryBuilder(sequence, threads).Walk((in row) => takings.Follow(row));
        takings.End();
        return [.. episodes.Select(Story.Told), .. takings.Of(_ => true).Select(taking => $"{taking.History.Zone.Name} {taking.Previous}>{taking.Serial} from {taking.From}, {taking.Source}")];
    }
}
