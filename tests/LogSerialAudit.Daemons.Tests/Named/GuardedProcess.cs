using System.Diagnostics;

namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>A server program that ends at the latest with this process; what it writes on standard error goes to a file.</summary>
internal sealed class GuardedProcess : IAsyncDisposable
{
    // The guard reads our end of a pipe: however this process ends, the pipe closes and the server is told to stop, then killed.
    private const string Guarded = """
        exec 3<&0
        "$0" "$@" 3<&- </dev/null >&2 &
        server=$!
        exec >/dev/null 2>&1
        { read -r _ <&3; kill -TERM $server; sleep 3; kill -KILL $server; } &
        guard=$!
        wait $server
        code=$?
        kill $guard
        exit $code
        """;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task _errors;

    private GuardedProcess(Process process, string errorPath)
    {
        _process = process;
        _errors = KeepErrorsAsync(process, errorPath);
    }

    /// <summary>Whether it has ended, and all that it wrote is in the file.</summary>
    public bool HasEnded => _process.HasExited && _errors.IsCompleted;

    /// <summary>Starts a program.</summary>
    /// <param name="errorPath">Where its standard output and standard error go.</param>
    /// <param name="command">The program and its arguments.</param>
    public static GuardedProcess Start(string errorPath, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-c", Guarded, .. command])
        {
            start.ArgumentList.Add(word);
        }

        return new GuardedProcess(Process.Start(start) ?? throw new InvalidOperationException("No shell could be started."), errorPath);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task EndsAsync(TimeSpan deadline, CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel).WaitAsync(deadline, cancel);
        await _errors.WaitAsync(deadline, cancel);
    }

    /// <summary>Ends it and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await EndsAsync(Grace, CancellationToken.None);
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
