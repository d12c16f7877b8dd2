using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>A serial that names when it was minted.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Serial">The serial.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Exhibit">A line that shows it.</param>
internal readonly record struct MintedSerial(Instant At, SerialNumber Serial, string Zone, Exhibit Exhibit);
