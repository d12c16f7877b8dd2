using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Rolled back by twenty hours and repaired, with seconds since 1970 for serials.</summary>
public sealed class CaughtUpFixture() : RollbackFixture("Caught-Up.test", Now(), new ZoneTimers(3, 2, 300), LogChannel.File)
{
    protected override Task<Story> PlayAsync(NamedPair pair, CancellationToken cancel) =>
        Rollback.CaughtUpAsync(pair, Held, Held - 73656, Now, cancel);

    private static uint Now() => (uint)DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
