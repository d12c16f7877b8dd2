using NodaTime;

namespace LogSerialAudit.History.Primaries;

/// <summary>The unsigned version of a zone gets a newer serial, which the signed one must follow (bind9 lib/dns/zone.c receive_secure_serial).</summary>
/// <param name="Raw">The step of the unsigned version.</param>
/// <param name="Signed">The step by which the signed version came to that serial or a newer one; null where none did.</param>
public sealed record RawBump(PrimaryStep Raw, PrimaryStep? Signed)
{
    /// <summary>Signing takes longer than this only where it does not follow by itself.</summary>
    public static readonly Duration AtOnce = Duration.FromMinutes(1);

    /// <summary>How long it took; null where it did not follow, or a time is not known.</summary>
    public Duration? Delay => Signed is { At.Exists: true } signed && Raw.At.Exists ? signed.At.At - Raw.At.At : null;

    /// <summary>Whether the signed version followed at once.</summary>
    public bool IsFollowedAtOnce => Delay is { } delay && delay <= AtOnce;
}
