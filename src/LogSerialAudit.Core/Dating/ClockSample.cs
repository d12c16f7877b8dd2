using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>A new serial against the line that shows it: one look at a log's clock.</summary>
/// <param name="Local">The line's time as the log writes it, in seconds since 1970.</param>
/// <param name="Minted">The serial: seconds since 1970, UTC.</param>
/// <param name="Stamp">The line's stamp.</param>
/// <param name="File">The file of the line.</param>
/// <param name="Line">The line's number.</param>
internal readonly record struct ClockSample(double Local, long Minted, Stamp Stamp, SequenceFile File, long Line)
{
    /// <summary>How long after its minting the serial was logged, in seconds, if the stamp is of a zone.</summary>
    public double Delay(DateTimeZone zone) => Delay(Stamp.HasOffset ? Offset.Zero : zone.GetUtcOffset(Instant.FromUnixTimeSeconds(Minted)));

    /// <summary>The same by the offset from UTC that a zone had when the serial was minted.</summary>
    public double Delay(Offset offset) => Local - Minted - (Stamp.HasOffset ? Stamp.OffsetMinutes * 60 : offset.Seconds);

    /// <summary>Whether the local time of the line occurred once only in a zone, or the line says its offset.</summary>
    public bool IsPlain(DateTimeZone zone) =>
        Stamp.HasOffset || zone.MapLocal(Instant.FromUnixTimeSeconds((long)Local).InUtc().LocalDateTime).Count == 1;
}
