using LogSerialAudit.Serials;

namespace LogSerialAudit.Evidence;

/// <summary>The data of an SOA record (RFC 1035 section 3.3.13). Names are absolute, as written, without the final dot; the root is <c>.</c>.</summary>
/// <param name="MName">The primary.</param>
/// <param name="RName">The mailbox of who is responsible, as a name.</param>
/// <param name="Serial">The serial.</param>
/// <param name="Refresh">Seconds between two refreshes by a secondary.</param>
/// <param name="Retry">Seconds until a failed refresh is repeated.</param>
/// <param name="Expire">Seconds after which a secondary without refresh gives the zone up.</param>
/// <param name="Minimum">Seconds for which the absence of a name may be remembered (RFC 2308).</param>
public sealed record SoaRecord(string MName, string RName, SerialNumber Serial, uint Refresh, uint Retry, uint Expire, uint Minimum);
