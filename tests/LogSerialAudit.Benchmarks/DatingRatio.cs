using System.Diagnostics;
using System.Globalization;
using LogSerialAudit.Benchmarks.Corpora;

namespace LogSerialAudit.Benchmarks;

/// <summary>
/// The same two measured turn by turn, in seconds of processor time, so that a machine with other work slows both alike: the
/// best round of each, which that moves least, and the median of the ratios of neighbouring rounds. The bound is a tenth.
/// </summary>
internal static class DatingRatio
{
    public static int Print(int rounds, IReadOnlyList<string> logs)
    {
        foreach (var name in logs.Count == 0 ? MadeLog.All : logs)
        {
            var benchmark = new DatingBenchmarks { Log = name, Bytes = name == "jumps" ? 10_000_000 : 100_000_000 };
            benchmark.Make();
            WarmUp(name);
            var ratios = new List<double>();
            var (withoutDates, withDates) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                // Either one first, by turns.
                var (one, other) = round % 2 == 0
                    ? (Seconds(() => benchmark.WithoutDates()), Seconds(() => benchmark.WithDates()))
                    : Swap(Seconds(() => benchmark.WithDates()), Seconds(() => benchmark.WithoutDates()));
                ratios.Add(other / one);
                withoutDates.Add(one);
                withDates.Add(other);
            }

            ratios.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-7} {benchmark.Bytes / 1e6,5:F0} MB: scan {withoutDates.Min():F4} s, with dates {withDates.Min() / withoutDates.Min():F3} times that; median of {rounds} rounds {ratios[ratios.Count / 2]:F3}, from {ratios[0]:F3} to {ratios[^1]:F3}"));
        }

        return 0;
    }

    /// <summary>Lets the runtime compile for good what a round does once only: the native program has nothing to compile.</summary>
    private static void WarmUp(string name)
    {
        var small = new DatingBenchmarks { Log = name, Bytes = 1_000_000 };
        small.Make();
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(3);)
        {
            small.WithoutDates();
            small.WithDates();
        }
    }

    private static (double One, double Other) Swap(double one, double other) => (other, one);

    private static double Seconds(Action action)
    {
        GC.Collect();
        var before = ProcessorTime.Seconds();
        action();
        return ProcessorTime.Seconds() - before;
    }
}
