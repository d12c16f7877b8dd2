using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Events of one file that stand in the order of time.</summary>
/// <param name="File">The index of the file.</param>
/// <param name="Events">Where they are stored.</param>
/// <param name="FirstPage">The first page of them.</param>
/// <param name="EndPage">The page behind the last of them.</param>
/// <param name="Before">Where the events stand that come before the first with an instant.</param>
/// <param name="First">Where the first of them stands.</param>
/// <param name="Last">Where the last of them stands.</param>
/// <param name="IsInOrder">Whether an event without an instant was written after the one before it: not where lines are quoted, or turned round.</param>
internal sealed record SequencePart(int File, EventStore Events, int FirstPage, int EndPage, Instant Before, Instant First, Instant Last, bool IsInOrder)
{
    /// <summary>Whether all of it comes before all of a later part.</summary>
    public bool IsBefore(SequencePart other) => Last < other.First || (Last == other.First && File < other.File);

    public DatedReader Read(FileDates dates) => new(Events.Read(FirstPage, EndPage), dates, Before);
}
