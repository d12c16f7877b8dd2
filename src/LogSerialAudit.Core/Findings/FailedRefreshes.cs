using LogSerialAudit.Dating;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Refreshes of a zone that failed one after the other.</summary>
/// <param name="Count">How many; 0 where none did.</param>
/// <param name="Since">The first.</param>
/// <param name="Mark">What is uncertain about when that was.</param>
/// <param name="HourMark">Where that is the year or the day: what is uncertain about the hour.</param>
/// <param name="Source">Its line.</param>
/// <param name="Primary">Whom it asked.</param>
internal readonly record struct FailedRefreshes(long Count, Instant Since, DatingMark Mark, DatingMark HourMark, SourceLine Source, string Primary)
{
    /// <summary>When the first was.</summary>
    public Dated At => Dated.Sure(Since) with { Mark = Mark, HourMark = HourMark };
}
