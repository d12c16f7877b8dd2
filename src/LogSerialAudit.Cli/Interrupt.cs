using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LogSerialAudit.Cli;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a cancellation, so that files half written are removed; another one ends the
/// process at once, unless it comes within half a second: timeout(1) and shells send the same one twice.
/// </summary>
public sealed class Interrupt : IDisposable
{
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly Stopwatch _sinceFirst = new();

    /// <summary>Listens from now on.</summary>
    public Interrupt() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested || _sinceFirst.Elapsed < Echo;
        _sinceFirst.Start();
        _source.Cancel();
    }
}
