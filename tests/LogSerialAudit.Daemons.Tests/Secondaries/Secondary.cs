using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Secondaries;

/// <summary>A running secondary that is not BIND, in a folder of its own.</summary>
internal sealed class Secondary(SecondaryProgram program, LogFile log, GuardedProcess process) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(45);

    public SecondaryProgram Program => program;

    /// <summary>Starts a server; its log is <c>NAME.log</c> in <paramref name="logFolder"/>.</summary>
    public static async Task<Secondary> StartAsync(
        SecondaryProgram program, string folder, string logFolder, string zone, int port, int primaryPort, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(logFolder, program.Name + ".log");
        var command = await program.ConfigureAsync(folder, log, zone, port, primaryPort, cancel);
        return new Secondary(
            program, new LogFile(log), GuardedProcess.Start(program.LogsToOutput ? log : Path.Combine(folder, "output"), command));
    }

    /// <summary>Waits until the log has so many lines with the fragment.</summary>
    /// <exception cref="TimeoutException">It has not; the message shows its end.</exception>
    public async Task LogHoldsAsync(string fragment, int times, CancellationToken cancel)
    {
        if (!await log.HoldsAsync(fragment, times, Deadline, () => process.HasEnded, cancel))
        {
            throw new TimeoutException($"{log.Path} has no {times} lines with '{fragment}'. It ends:\n{string.Join('\n', log.Lines().TakeLast(15))}");
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
