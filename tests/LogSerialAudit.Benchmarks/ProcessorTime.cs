using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LogSerialAudit.Benchmarks;

/// <summary>Processor time of this process, to the nanosecond where the system has such a clock: what others do on the machine counts little.</summary>
internal static class ProcessorTime
{
    private const int OfProcess = 2;

    public static double Seconds()
    {
        if (OperatingSystem.IsLinux() && clock_gettime(OfProcess, out var time) == 0)
        {
            return time.Seconds + (time.Nanoseconds / 1e9);
        }

        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int clock_gettime(int clock, out Timespec time);

    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
