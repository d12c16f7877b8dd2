using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Plays one scenario for all tests of a class. Without BIND it plays nothing and its tests are skipped.</summary>
public abstract class RollbackFixture(string zone, uint held, ZoneTimers timers, LogChannel channel) : IAsyncLifetime
{
    private NamedPair? _pair;
    private Story? _story;

    /// <summary>What happened; asking for it skips the test where BIND is not installed.</summary>
    public Story Story
    {
        get
        {
            Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
            return _story ?? throw new InvalidOperationException("The scenario was not played to its end.");
        }
    }

    protected uint Held => held;

    public async ValueTask InitializeAsync()
    {
        if (!Bind.IsInstalled)
        {
            return;
        }

        var cancel = TestContext.Current.CancellationToken;
        _pair = await NamedPair.StartAsync(zone, held, timers, channel, cancel);
        _story = await PlayAsync(_pair, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_pair is not null)
        {
            await _pair.DisposeAsync();
        }
    }

    /// <summary>Plays the scenario and stops the servers.</summary>
    protected abstract Task<Story> PlayAsync(NamedPair pair, CancellationToken cancel);
}
