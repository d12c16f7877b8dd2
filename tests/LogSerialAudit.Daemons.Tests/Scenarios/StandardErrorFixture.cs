using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Rolled back by two edits and repaired, logged by <c>named -g</c>, with a date for a serial.</summary>
public sealed class StandardErrorFixture() : RollbackFixture("stderr.test", 2019052503, new ZoneTimers(3, 2, 300), LogChannel.StandardError)
{
    protected override Task<Story> PlayAsync(NamedPair pair, CancellationToken cancel) =>
        Rollback.CaughtUpAsync(pair, Held, 2019052501, () => 2019052504, cancel);
}
