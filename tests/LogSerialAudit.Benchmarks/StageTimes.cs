using System.Globalization;

namespace LogSerialAudit.Benchmarks;

/// <summary>
/// The stages turn by turn in one process: nanoseconds a line, the best of many rounds, which what else the machine does
/// moves least; and the bytes that a line allocates.
/// </summary>
internal static class StageTimes
{
    public static int Print(int rounds)
    {
        foreach (var name in new[] { "sparse", "dense" })
        {
            var log = new StageBenchmarks { Log = name };
            log.Make();
            var lines = log.Lines;
            (string Name, Func<long> Work)[] stages =
            [
                ("split", () => log.Split()), ("match", () => log.Match()), ("envelopes", () => log.Envelopes()), ("scan", log.Scan), ("scan and date", log.ScanAndDate),
                ("read plain", log.ReadPlain), ("read packed", log.ReadPacked), ("extract", log.Extract), ("extract packed", log.ExtractPacked),
            ];
            var best = new double[stages.Length];
            Array.Fill(best, double.MaxValue);
            var allocated = new long[stages.Length];
            for (var round = 0; round < rounds; round++)
            {
                for (var stage = 0; stage < stages.Length; stage++)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var start = ProcessorTime.Seconds();
                    stages[stage].Work();
                    best[stage] = Math.Min(best[stage], (ProcessorTime.Seconds() - start) * 1e9);
                    allocated[stage] = GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {lines} lines of {log.Bytes / 1e6:F0} MB"));
            for (var stage = 0; stage < stages.Length; stage++)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {stages[stage].Name,-15} {best[stage] / lines,7:F1} ns a line {log.Bytes * 1e3 / best[stage],7:F0} MB/s {best[0] / best[stage],6:F3} of split {allocated[stage] / (double)lines,8:F1} bytes a line"));
            }

            log.Remove();
        }

        return 0;
    }
}
