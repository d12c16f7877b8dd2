using System.Runtime.InteropServices;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>An instant decided for a stamp, and how sure it is.</summary>
/// <param name="At">The instant; meaningless where <paramref name="Mark"/> is undated.</param>
/// <param name="FractionDigits">How many digits of a fraction the log has.</param>
/// <param name="Mark">What is uncertain.</param>
/// <param name="Other">The other instant of an ambiguous local time, the later one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Dated(Instant At, byte FractionDigits, DatingMark Mark, Instant Other)
{
    /// <summary>An instant that no line's stamp says, and that is sure.</summary>
    public static Dated Sure(Instant at) => new(at, 0, DatingMark.None, default);

    /// <summary>A line without a time.</summary>
    public static Dated Undated => new(Instant.MinValue, 0, DatingMark.Undated, default);

    /// <summary>Where <see cref="Mark"/> says that the year or the day is not sure: what is uncertain about the hour, if it is that one.</summary>
    public DatingMark HourMark { get; init; }

    /// <summary>
    /// Whether a line has its place in the order of time by the other instant, because by this one it would seem to be out of
    /// the order of its file: an ambiguous one, or one that writes a wrong year.
    /// </summary>
    public bool StandsAsOther { get; init; }

    /// <summary>Where the line stands in the order of time.</summary>
    public Instant OrderAt => StandsAsOther ? Other : At;

    /// <summary>The same with its two instants exchanged, where by the first of them it would be before another that it is not before.</summary>
    public Dated NotBefore(in Dated other) => Mark == DatingMark.Ambiguous && At < other.At && Other >= other.At
        ? this with { At = Other, Other = At, StandsAsOther = !StandsAsOther }
        : this;

    /// <summary>Whether there is an instant.</summary>
    public bool Exists => Mark != DatingMark.Undated;
}
