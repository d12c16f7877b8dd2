using System.Globalization;
using LogSerialAudit.Benchmarks.Corpora;

namespace LogSerialAudit.Benchmarks;

/// <summary>
/// The same two measured turn by turn, in seconds of processor time, so that a machine with other work slows both alike: the
/// median of the ratios of neighbouring rounds. The bound is a tenth.
/// </summary>
internal static class DatingRatio
{
    public static int Print(int rounds)
    {
        foreach (var name in MadeLog.All)
        {
            var benchmark = new DatingBenchmarks { Log = name, Bytes = name == "jumps" ? 10_000_000 : 100_000_000 };
            benchmark.Make();
            benchmark.WithoutDates();
            benchmark.WithDates();
            var ratios = new List<double>();
            var times = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                // Either one first, by turns.
                var (one, other) = round % 2 == 0
                    ? (Seconds(() => benchmark.WithoutDates()), Seconds(() => benchmark.WithDates()))
                    : Swap(Seconds(() => benchmark.WithDates()), Seconds(() => benchmark.WithoutDates()));
                ratios.Add(other / one);
                times.Add(one);
            }

            ratios.Sort();
            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-7} {benchmark.Bytes / 1e6,5:F0} MB: scan {times[times.Count / 2]:F3} s, with dates {ratios[ratios.Count / 2]:F3} times that ({ratios[0]:F3} to {ratios[^1]:F3} in {rounds} rounds)"));
        }

        return 0;
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
