using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>What a check is asked to tell.</summary>
public sealed record WatchOptions
{
    /// <summary>Whether episodes that go on are told again, once a day.</summary>
    public bool Reminds { get; init; }

    /// <summary>The zone whose days these are.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The EXPIRE of a zone; null where it is not known.</summary>
    public Func<string, Duration?> ExpireOf { get; init; } = _ => null;

    /// <summary>Which histories are told of. What is not told now is told when it is asked for.</summary>
    public Func<SerialHistory, bool> Shows { get; init; } = _ => true;

    /// <summary>How far compressed logs may expand.</summary>
    public Sources.ExpandLimit ExpandLimit { get; init; } = Sources.ExpandLimit.Default;

    /// <summary>The disk that logs are on.</summary>
    internal Logs.LogDisk Disk { get; init; } = Logs.LogDisk.Real;
}
