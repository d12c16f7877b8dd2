using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>Rolled back and left alone, with a counter for a serial and stamps in UTC.</summary>
public sealed class ExpiredFixture() : RollbackFixture("expired.test", 41, new ZoneTimers(3, 2, 12), LogChannel.FileIso8601Utc)
{
    protected override Task<Story> PlayAsync(NamedPair pair, CancellationToken cancel) =>
        Rollback.ExpiredAsync(pair, Held, 17, cancel);
}
