using System.ComponentModel;
using System.Diagnostics;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>The user's program, which is told of changes: as JSON on its standard input. No shell starts it, and what logs say is never an argument.</summary>
internal static class AlertProgram
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long it is waited for when the check is to end.</summary>
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    /// <summary>Runs it to its end, or until it has taken too long.</summary>
    /// <param name="program">Its path, or a name that PATH leads to.</param>
    /// <param name="json">What it is told.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancel">Says that the check is to end.</param>
    /// <returns>Why it was not told; null where it was.</returns>
    public static async Task<string?> RunAsync(string program, byte[] json, TimeSpan patience, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true };
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new Win32Exception();
        }
        catch (Win32Exception)
        {
            return $"{program} is not there or may not be run";
        }

        using (process)
        {
            using var late = new CancellationTokenSource(patience);
            await using var hurry = cancel.Register(() => late.CancelAfter(PatienceAtEnd));
            try
            {
                var isRead = await TryWriteAsync(process.StandardInput.BaseStream, json, late.Token);
                await process.WaitForExitAsync(late.Token);
                return process.ExitCode != 0 ? $"{program} failed with exit code {process.ExitCode}; it is told again"
                    : isRead ? null : $"{program} does not read what it is told; it is told again";
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return $"{program} did not end within {(cancel.IsCancellationRequested ? PatienceAtEnd : patience).TotalSeconds} seconds and was killed; it is told again";
            }
        }
    }

    private static async Task<bool> TryWriteAsync(Stream input, byte[] json, CancellationToken late)
    {
        try
        {
            await input.WriteAsync(json, late);
            input.Close();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
