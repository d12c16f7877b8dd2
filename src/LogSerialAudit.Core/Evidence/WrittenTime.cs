using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Evidence;

/// <summary>A time as a text has it, with what the text says of its zone.</summary>
/// <param name="Local">The date and the time on the clock.</param>
/// <param name="Offset">Its offset; null where none is written.</param>
/// <param name="Zone">The short name of its zone, such as <c>PDT</c>; empty where none is written.</param>
/// <param name="IsDay">Whether there is a date alone.</param>
internal readonly record struct WrittenTime(LocalDateTime Local, Offset? Offset, string Zone, bool IsDay)
{
    /// <summary>Whether nothing is written about its zone.</summary>
    public bool LacksZone => Offset is null && Zone.Length == 0;

    /// <summary>The instant.</summary>
    /// <param name="zone">The zone of times that say nothing of theirs, and against which a short name is held.</param>
    /// <param name="isSure">
    /// False where a short name is not one of that zone's, and so stands for several, and where the time occurs twice or never.
    /// </param>
    public Instant In(DateTimeZone zone, out bool isSure)
    {
        isSure = true;
        if ((Offset ?? OfUtc(Zone)) is { } offset)
        {
            return Local.WithOffset(offset).ToInstant();
        }

        var word = Zone;
        var mapping = zone.MapLocal(Local);
        ZoneInterval[] fitting = mapping.Count == 0 ? [mapping.EarlyInterval] : [.. new[] { mapping.EarlyInterval, mapping.LateInterval }.Distinct()];
        if (word.Length > 0 && Array.Find(fitting, interval => interval.Name == word) is { } named)
        {
            return Local.WithOffset(named.WallOffset).ToInstant();
        }

        isSure = word.Length == 0 && mapping.Count == 1;
        return Local.WithOffset((word.Length > 0 ? OfMail(word) : null) ?? fitting[0].WallOffset).ToInstant();
    }

    private static Offset? OfUtc(string word) => word is "UTC" or "GMT" or "UT" ? NodaTime.Offset.Zero : null;

    /// <summary>What a short name means in the date of a mail (RFC 5322 section 4.3).</summary>
    private static Offset? OfMail(string word) => word switch
    {
        "EDT" => NodaTime.Offset.FromHours(-4),
        "EST" or "CDT" => NodaTime.Offset.FromHours(-5),
        "CST" or "MDT" => NodaTime.Offset.FromHours(-6),
        "MST" or "PDT" => NodaTime.Offset.FromHours(-7),
        "PST" => NodaTime.Offset.FromHours(-8),
        _ => null,
    };
}
