using LogSerialAudit.Dating;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Watching.State;

/// <summary>What was told of an episode that has not ended.</summary>
/// <param name="Primary">The primary as logged.</param>
/// <param name="HasTime">Whether its complaints have times.</param>
/// <param name="As">How it was said to stand.</param>
/// <param name="At">When that was.</param>
/// <param name="IsExpiring">Whether it was said that the zone is about to expire.</param>
/// <param name="RefusedSince">Since when refreshes are refused; null where that is not known.</param>
/// <param name="YearSource">What the year of its first complaint rests on.</param>
/// <param name="Complaints">How many complaints there were; 0 where an earlier version did not keep that.</param>
internal sealed record ToldMemory(
    string Primary, bool HasTime, EpisodeState As, Instant At, bool IsExpiring, Instant? RefusedSince, YearSource YearSource, long Complaints = 0);
