using LogSerialAudit.Dating;

namespace LogSerialAudit.Findings;

/// <summary>Something was started.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Words">What, as a clause: <c>the machine started on HOST</c>.</param>
/// <param name="Exhibit">The line that says so.</param>
internal sealed record Start(Dated At, string Words, Exhibit Exhibit);
