using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A made log set, and how it was made.</summary>
/// <param name="Settings">What was chosen, one word each, to sort results by.</param>
/// <param name="Zone">The zone that its stamps are in.</param>
/// <param name="Now">When it is read.</param>
/// <param name="Files">Its files.</param>
internal sealed record TrueSet(IReadOnlyList<string> Settings, DateTimeZone Zone, Instant Now, IReadOnlyList<TrueFile> Files);
