using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A line of a made log, with what its reader can't see.</summary>
/// <param name="Text">The line.</param>
/// <param name="At">What the clock of its writer said, in UTC: the instant that dating has to find.</param>
/// <param name="Received">When it came into the file.</param>
/// <param name="ClockWasUnset">Whether the writer had no time yet: such a line must be marked.</param>
internal sealed record TrueLine(string Text, Instant At, Instant Received, bool ClockWasUnset)
{
    /// <summary>The local time in its stamp.</summary>
    public LocalDateTime Local { get; init; }

    /// <summary>The zone of its writer.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether the line says its year.</summary>
    public bool HasYear { get; init; }

    /// <summary>Whether the line says its offset.</summary>
    public bool HasOffset { get; init; }

    /// <summary>Whether its local time came twice, and the line does not say which time it is.</summary>
    public bool IsOfRepeatedHour => !HasOffset && Zone.MapLocal(Local).Count == 2;
}
