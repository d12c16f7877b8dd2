using System.Globalization;
using BenchmarkDotNet.Running;
using LogSerialAudit.Benchmarks;
using LogSerialAudit.Benchmarks.Corpora;

switch (args)
{
    case ["corpus", var name, var folder, var megabytes, var zones]:
        return CorpusFiles.Write(name, folder, megabytes, zones);
    case ["ratio", ..]:
        return DatingRatio.Print(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15, [.. args.Skip(2)]);
    case ["stages", ..]:
        return StageTimes.Print(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DatingBenchmarks).Assembly).Run(args);
        return 0;
}
