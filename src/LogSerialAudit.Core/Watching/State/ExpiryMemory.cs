using LogSerialAudit.Dating;
using LogSerialAudit.History;

namespace LogSerialAudit.Watching.State;

/// <summary>A zone that expired, without an episode, and was not heard of since.</summary>
/// <param name="At">When.</param>
/// <param name="Source">The line that says so.</param>
/// <param name="IsTold">Whether it was told.</param>
internal sealed record ExpiryMemory(Dated At, SourceLine Source, bool IsTold);
