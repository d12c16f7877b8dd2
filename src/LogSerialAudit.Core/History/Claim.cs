using LogSerialAudit.Dating;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>A serial that a primary is heard to have, and that is not seen to be taken.</summary>
/// <param name="At">When it was heard of.</param>
/// <param name="Serial">The serial.</param>
/// <param name="IsNamed">Whether it was said of this very primary.</param>
internal readonly record struct Claim(Dated At, SerialNumber Serial, bool IsNamed);
