using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>A zone that expired on a secondary.</summary>
/// <param name="History">Whose zone.</param>
/// <param name="At">When.</param>
/// <param name="Source">The line.</param>
/// <param name="Failures">The refreshes that failed before, since one last succeeded.</param>
internal sealed record Expiry(SerialHistory History, Dated At, SourceLine Source, FailedRefreshes Failures)
{
    /// <summary>The serial that was taken next, and when; null where none was.</summary>
    public (SerialNumber? Serial, Dated At, SourceLine Source)? Next { get; set; }
}
