using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Rolled back across the wrap of the serial and retransferred by hand: 4294967290 is older than 5.</summary>
public sealed class ForcedFixture() : RollbackFixture("forced.test", 5, new ZoneTimers(3, 2, 300), LogChannel.File)
{
    protected override Task<Story> PlayAsync(NamedPair pair, CancellationToken cancel) =>
        Rollback.ForcedAsync(pair, Held, 4294967290, cancel);
}
