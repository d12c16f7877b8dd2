using System.Diagnostics;

namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>One running <c>named</c>, in a folder of its own, ended at the latest with this process.</summary>
public sealed class NameServer : IAsyncDisposable
{
    // The guard reads our end of a pipe: however this process ends, the pipe closes and named is killed.
    private const string Guarded = """
        exec 3<&0
        "$0" "$@" 3<&- </dev/null &
        named=$!
        exec >/dev/null 2>&1
        { read -r _ <&3; kill -KILL $named; } &
        guard=$!
        wait $named
        code=$?
        kill $guard
        exit $code
        """;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly string _folder;
    private readonly int _controlPort;
    private readonly Process _process;
    private readonly Task _errors;

    private NameServer(string folder, LogFile log, int controlPort, Process process, string errorPath)
    {
        _folder = folder;
        _controlPort = controlPort;
        _process = process;
        _errors = KeepErrorsAsync(process, errorPath);
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
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-c", Guarded, Bind.Server!, errors ? "-g" : "-f", "-4", "-n", "1", "-c", Path.Combine(folder, "named.conf")])
        {
            start.ArgumentList.Add(word);
        }

        var server = new NameServer(
            folder,
            new LogFile(logPath),
            controlPort,
            Process.Start(start) ?? throw new InvalidOperationException("No shell could be started."),
            errors ? logPath : Path.Combine(folder, "stderr"));
        try
        {
            await server.LogHoldsAsync("all zones loaded", 1, cancel);
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
        if (await Log.HoldsAsync(fragment, times, Deadline, () => _process.HasExited && _errors.IsCompleted, cancel))
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
        await _process.WaitForExitAsync(cancel).WaitAsync(Deadline, cancel);
        await _errors.WaitAsync(Deadline, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Closes the guard's pipe: a server that still runs is killed.
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Grace);
            await _errors.WaitAsync(Grace);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task KeepErrorsAsync(Process process, string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await process.StandardError.BaseStream.CopyToAsync(file);
    }
}
