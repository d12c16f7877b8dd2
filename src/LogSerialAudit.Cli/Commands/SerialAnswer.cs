using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary>What one value of the command line means.</summary>
/// <param name="Reading">The serial, as it reads by itself.</param>
/// <param name="IsFromTime">Whether a time was asked about: then the serial is that second, however else it could be read.</param>
/// <param name="Remark">What is to be said of a time that is no single instant; else null.</param>
internal readonly record struct SerialAnswer(SerialReading Reading, bool IsFromTime, string? Remark)
{
    public SerialNumber Serial => Reading.Serial;

    public SerialScheme Scheme => IsFromTime ? SerialScheme.UnixTime : Reading.Scheme;

    /// <summary>When it was minted (UTC); null for dates and counters.</summary>
    public Instant? At => IsFromTime ? Reading.AsUnixTime : Reading.MintedAt;
}
