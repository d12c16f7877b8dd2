using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A host of a made log.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The zone of its stamps.</param>
/// <param name="Ahead">How far its clock is ahead of the true time.</param>
/// <param name="FormOf">In which form a line is written that comes at some time.</param>
internal sealed record MadeHost(string Name, DateTimeZone Zone, Duration Ahead, Func<Instant, LineForm> FormOf);
