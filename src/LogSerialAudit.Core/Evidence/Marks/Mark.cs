using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Evidence.Marks;

/// <summary>A dated entry of a list of the user's own: a backup, a deployment, a count.</summary>
/// <param name="Name">What the list is called.</param>
/// <param name="At">When (UTC); of a day alone its beginning.</param>
/// <param name="Day">The date as written.</param>
/// <param name="IsDay">Whether only the day is known.</param>
/// <param name="IsSure">Whether there is one instant that the text can mean.</param>
/// <param name="Count">The number that is counted; null where the list counts none.</param>
/// <param name="Text">What else the entry says; empty for nothing.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Mark(string Name, Instant At, LocalDate Day, bool IsDay, bool IsSure, long? Count, string Text, SourceLine Source);
