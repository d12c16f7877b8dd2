using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Nothing goes wrong: starts, changes of the zone, transfers, and both servers stopped and started anew.</summary>
public sealed class CleanFixture : IAsyncLifetime
{
    private NamedPair? _pair;

    internal string LogFolder => _pair!.LogFolder;

    internal uint Last { get; } = (uint)DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public async ValueTask InitializeAsync()
    {
        if (!Bind.IsInstalled)
        {
            return;
        }

        var cancel = TestContext.Current.CancellationToken;
        _pair = await NamedPair.StartAsync("Clean.test", Last - 7200, new ZoneTimers(3, 2, 300), LogChannel.File, cancel);
        await PublishAsync(Last - 3600, cancel);
        await PublishAsync(Last - 60, cancel);
        await _pair.RestartAsync(LogChannel.File, cancel);
        await PublishAsync(Last, cancel);
        await _pair.StopAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_pair is not null)
        {
            await _pair.DisposeAsync();
        }
    }

    private async Task PublishAsync(uint serial, CancellationToken cancel)
    {
        await _pair!.PublishAsync(serial, cancel);
        await _pair.TransfersAsync(serial, cancel);
    }
}
