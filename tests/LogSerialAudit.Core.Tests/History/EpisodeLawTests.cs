using CsCheck;

namespace LogSerialAudit.Core.Tests.History;

public sealed class EpisodeLawTests
{
    private const int MostSteps = 40;

    /// <summary>Any step of one observer at any minute; pairs are such that complaints can be true ones.</summary>
    private static readonly Gen<string> Step =
        from what in Gen.Int[0, 15]
        from primary in Gen.Int[0, 2].Select(one => new[] { "A", "B", "A2" }[one])
        from zone in Gen.Int[0, 3].Select(one => new[] { "a.example/IN", "A.example/IN", "b.example/IN", "a.example/IN/int" }[one])
        from serial in Gen.UInt[90, 104]
        from times in Gen.Int[1, 3]
        select what switch
        {
            0 => $"{primary} gives {serial} @{zone}",
            1 => $"transferred {serial} @{zone}",
            2 => $"expired @{zone}",
            3 => $"{primary} notifies {serial} @{zone}",
            4 => $"{primary} notifies @{zone}",
            5 => $"{primary} fails @{zone}",
            6 => $"loaded {serial} @{zone}",
            7 => $"checked {serial}/100 @{zone}",
            8 => $"{primary} status success @{zone}",
            9 => "starts",
            _ => $"{primary} {serial - (serial % 3)}<{serial - (serial % 3) + 1}{(times == 1 ? "" : $" x{times}")} @{zone}",
        };

    internal static readonly Gen<string[]> Steps = Step.Array[0, MostSteps];

    [Fact]
    public void EveryComplaintIsCountedOnceAndEpisodesOfOnePrimaryDoNotOverlap() => Steps.Sample(
        steps =>
        {
            var story = Story.Of(Timed("ns1", steps));
            var complaints = steps.Where(step => step.Contains('<', StringComparison.Ordinal)).Sum(Times);
            Assert.Equal(complaints, story.Episodes.Sum(episode => episode.Complaints));
            foreach (var run in story.Episodes.GroupBy(episode => (episode.History, episode.Primary)))
            {
                foreach (var (one, next) in run.Zip(run.Skip(1)))
                {
                    Assert.True(one.Last.At < next.First.At);
                    Assert.True(one.Ended is not { } ended || (one.Last.At <= ended.At && ended.At <= next.First.At));
                    Assert.NotEqual(LogSerialAudit.History.EpisodeState.Open, one.State);
                }
            }
        },
        iter: 200);

    [Fact]
    public void TheOrderOfTheFilesOfDifferentHostsChangesNothing() =>
        Gen.Select(Steps, Steps, Steps).Sample(
            (one, two, three) =>
            {
                var files = new[] { ("one.log", Timed("ns1", one)), ("two.log", Timed("ns2", two)), ("three.log", Timed("ns3", three)) };
                var told = Story.OfFiles(files).Told().Order(StringComparer.Ordinal).ToList();
                Assert.Equal(told, Story.OfFiles(files[2], files[0], files[1]).Told().Order(StringComparer.Ordinal));
                Assert.Equal(told, files.SelectMany(file => Story.OfFiles(file).Told()).Order(StringComparer.Ordinal));
            },
            iter: 100);

    [Fact]
    public void WhereAFileIsRotatedChangesNothing() =>
        Gen.Select(Steps, Gen.Int[0, MostSteps]).Sample(
            (steps, cut) =>
            {
                var all = Timed("ns1", steps).Split(';');
                var (older, newer) = (all[..Math.Min(cut, all.Length)], all[Math.Min(cut, all.Length)..]);
                Assert.Equal(
                    Story.Of(string.Join(';', all)).Told(),
                    Story.OfFiles(("d.log.1", string.Join(';', older)), ("d.log", string.Join(';', newer))).Told());
            },
            iter: 200);

    [Fact]
    public void ADamagedLogIsToldToo() =>
        Gen.Select(Steps, Gen.Select(Gen.Double[0, 1], Gen.Char['\0', '\u00ff']).Array[0, 20]).Sample(
            (steps, damages) =>
            {
                var log = Story.Log(Timed("ns1", steps)).ToCharArray();
                foreach (var (place, value) in log.Length == 0 ? [] : damages)
                {
                    log[(int)(place * (log.Length - 1))] = value;
                }

                var story = Story.OfLog(new string(log));
                Assert.All(story.Episodes, episode => Assert.True(episode.Complaints > 0));
                Assert.Equal(story.Told(), story.ToldAgain());
            },
            iter: 300);

    internal static string Timed(string host, string[] steps) =>
        string.Join("; ", steps.Select((step, minute) => $"{10 + (minute / 60):00}:{minute % 60:00} {host}: {step}"));

    private static int Times(string step) => step.Split(" @")[0].Split(" x") is [_, var times] ? times[0] - '0' : 1;
}
