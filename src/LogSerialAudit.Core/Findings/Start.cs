using LogSerialAudit.Dating;
using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>Something was started.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Words">What, as a clause: <c>the machine started on HOST</c>.</param>
/// <param name="Exhibit">The line that says so.</param>
/// <param name="Server">The name server that was started; null where it is a machine or a mark.</param>
internal sealed record Start(Dated At, string Words, Exhibit Exhibit, Observer? Server = null);
