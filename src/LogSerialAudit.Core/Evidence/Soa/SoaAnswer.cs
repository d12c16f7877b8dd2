using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>What one server answered to the question for a zone's SOA record.</summary>
/// <param name="Zone">The zone in lower case, without the final dot; the root is <c>.</c>.</param>
/// <param name="Soa">The record; its names are as written.</param>
/// <param name="ServerName">The server's name, in lower case without the final dot; empty where only its address is known, or nothing.</param>
/// <param name="ServerAddress">The address that answered, without a port; empty where it is not known.</param>
/// <param name="Asked">When it was asked, or before when: see <paramref name="DatedBy"/>. Null where nothing says it.</param>
/// <param name="DatedBy">What that time rests on.</param>
/// <param name="IsAuthoritative">Whether the answer has the flag <c>aa</c>; null where the transcript does not show flags.</param>
/// <param name="Source">Where the record begins.</param>
public sealed record SoaAnswer(
    string Zone, SoaRecord Soa, string ServerName, string ServerAddress, Instant? Asked, AnswerTime DatedBy, bool? IsAuthoritative, SourceLine Source)
{
    /// <summary>The serial.</summary>
    public SerialNumber Serial => Soa.Serial;

    /// <summary>The serial's own instant (UTC), where it reads as seconds since 1970.</summary>
    public Instant? Minted => new SerialReading(Serial).MintedAt;

    /// <summary>The server for people: <c>198.144.194.238 (ns0.example.org)</c>, or what of it is known; empty where nothing is.</summary>
    public string Server => ServerAddress.Length == 0 ? ServerName : ServerName.Length == 0 ? ServerAddress : $"{ServerAddress} ({ServerName})";
}
