using LogSerialAudit.Cli.Options;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Checks whenever a log was written to, and from time to time, until it is told to end.</summary>
internal sealed class CheckFollow(CheckOptions options, Catalogue catalogue, AppIo io)
{
    /// <summary>What time alone brings about is seen within this, and so are logs on file systems that tell of nothing.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    /// <summary>A server writes several lines at once.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>A program that fails is not started all the time.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>How far was read is written down so often where there is nothing to tell; what was told is written at once.</summary>
    private static readonly Duration BetweenWrites = Duration.FromMinutes(1);

    private readonly ServiceNotifier _service = new(io.Environment);
    private IReadOnlyList<string> _troubles = [];
    private Instant _written;
    private int _failures;
    private bool _isDue;

    /// <summary>Follows.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        using var store = StateStore.TryOpen(options.StatePath, options.IsDry, out var refused);
        if (store is null)
        {
            await CheckRun.SayAsync(io, refused!);
            return ExitCode.Trouble;
        }

        try
        {
            using var logs = new LogEvents();
            await FollowAsync(store, logs, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how it ends.
        }

        _service.Tell("STOPPING=1");
        if (!options.IsDry)
        {
            store.Write();
        }

        return ExitCode.Done;
    }

    private async Task FollowAsync(StateStore store, LogEvents logs, CancellationToken cancellationToken)
    {
        var isReady = false;
        while (true)
        {
            var pass = await CheckPass.RunAsync(store, options, catalogue, io, cancellationToken);
            await SayAsync([.. pass.Warnings, .. pass.Troubles, .. Keep(store, pass)]);
            logs.Watch(pass.Sources.Sets.Where(set => set.Files[0].Kind == SourceKind.File));
            _service.Tell(isReady ? "WATCHDOG=1" : "READY=1\nSTATUS=Following logs\nWATCHDOG=1");
            isReady = true;
            await PauseAsync(logs, cancellationToken);
        }
    }

    /// <summary>What goes on being wrong is said once.</summary>
    private async Task SayAsync(IReadOnlyList<string> troubles)
    {
        foreach (var trouble in troubles.Except(_troubles))
        {
            await CheckRun.SayAsync(io, trouble);
        }

        _troubles = troubles;
    }

    /// <summary>Keeps what was told; what can't be written now is held, and tried again.</summary>
    /// <returns>What went wrong.</returns>
    private IEnumerable<string> Keep(StateStore store, CheckPass pass)
    {
        _failures = pass.IsDelivered ? 0 : _failures + 1;
        if (pass.IsDelivered && pass.Watch.HasNews)
        {
            store.Hold(pass.Watch);
            _isDue |= pass.Watch.Changes.Count > 0;
        }

        var now = io.Clock.GetCurrentInstant();
        if (options.IsDry || (!_isDue && now - _written <= BetweenWrites && now >= _written))
        {
            return [];
        }

        try
        {
            store.Write();
            (_written, _isDue) = (now, false);
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [$"the state {options.StatePath} can't be written: {failure.Message.TrimEnd('.')}; it is tried again"];
        }
    }

    private async Task PauseAsync(LogEvents logs, CancellationToken cancellationToken)
    {
        if (_failures == 0)
        {
            await logs.WaitAsync(_service.Interval(Poll), cancellationToken);
            await Task.Delay(Settling, cancellationToken);
            return;
        }

        var rest = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Poll.Ticks << Math.Min(_failures - 1, 6)));
        while (rest > TimeSpan.Zero)
        {
            var part = TimeSpan.FromTicks(Math.Min(rest.Ticks, _service.Interval(Poll).Ticks));
            await Task.Delay(part, cancellationToken);
            _service.Tell("WATCHDOG=1");
            rest -= part;
        }
    }
}
