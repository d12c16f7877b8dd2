using BenchmarkDotNet.Running;
using LogSerialAudit.Benchmarks;

if (args is ["ratio", ..])
{
    return DatingRatio.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 15);
}

BenchmarkSwitcher.FromAssembly(typeof(DatingBenchmarks).Assembly).Run(args);
return 0;
