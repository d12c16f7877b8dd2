using System.Diagnostics;

namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>One running <c>named</c>, in a folder of its own, ended at the latest with this process.</summary>
public sealed class NameServer : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(45);

    private const string Started = "all zones loaded";

    private readonly string _folder;
    private readonly int _controlPort;
    private readonly GuardedProcess _process;

    private NameServer(string folder, LogFile log, int controlPort, GuardedProcess process)
    {
        _folder = folder;
        _controlPort = controlPort;
        _process = process;
        Log = log;
    }

    public LogFile Log { get; }

    private string ErrorPath => Path.Combine(_folder, "stderr");

    /// <summary>Starts named with the files already in <paramref name="folder"/> and waits until it serves.</summary>
    public static async Task<NameServer> StartAsync(
        string folder, string logPath, LogChannel channel, int port, int controlPort, string zones, CancellationToken cancel)
    {
        var secret = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        await File.WriteAllTextAsync(Path.Combine(folder, "rndc.key"), NamedConfiguration.Key(secret), cancel);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "named.conf"),
            NamedConfiguration.Server(folder, logPath, channel, port, controlPort, zones),
            cancel);

        var errors = channel == LogChannel.StandardError;
        var log = new LogFile(logPath);
        var startsBefore = errors ? 0 : log.LinesWith(Started).Count;
        var process = GuardedProcess.Start(
            errors ? logPath : Path.Combine(folder, "stderr"),
            Bind.Server!, errors ? "-g" : "-f", "-4", "-n", "1", "-c", Path.Combine(folder, "named.conf"));
        var server = new NameServer(folder, log, controlPort, process);
        try
        {
            await server.LogHoldsAsync(Started, startsBefore + 1, cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the log has so many lines with the fragment.</summary>
    /// <exception cref="TimeoutException">It has not, in time or before the server ended; the message shows its end.</exception>
    public async Task LogHoldsAsync(string fragment, int times, CancellationToken cancel)
    {
        if (await Log.HoldsAsync(fragment, times, Deadline, () => _process.HasEnded, cancel))
        {
            return;
        }

        var said = Log.Lines().Concat(new LogFile(ErrorPath).Lines()).TakeLast(15);
        throw new TimeoutException($"{Log.Path} has no {times} lines with '{fragment}'. It ends:\n{string.Join('\n', said)}");
    }

    /// <summary>Runs <c>rndc</c> against this server.</summary>
    public async Task ControlAsync(string[] command, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Bind.Control!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-k", Path.Combine(_folder, "rndc.key"), "-s", "127.0.0.1", "-p", $"{_controlPort}", .. command])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("rndc could not be started.");
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"rndc {string.Join(' ', command)}: {string.Concat(said)}");
        }
    }

    /// <summary>Stops the server the orderly way, so that its log is whole.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await ControlAsync(["stop"], cancel);
        await _process.EndsAsync(Deadline, cancel);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
