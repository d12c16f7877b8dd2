using LogSerialAudit.Dating;
using NodaTime;

namespace LogSerialAudit.Explanations;

/// <summary>When a line was written, and why it is thought so.</summary>
/// <param name="At">The instant and its mark.</param>
/// <param name="Year">The year that the line is of; 0 where it has no stamp.</param>
/// <param name="Source">What the year rests on.</param>
/// <param name="Zone">The zone of stamps without offset; null where the line has none, or says its offset itself.</param>
/// <param name="Reasons">What the years of its file rest on, a short line each.</param>
/// <param name="Warnings">What contradicts them, a sentence each.</param>
public sealed record LineDate(
    Dated At, int Year, YearSource Source, DateTimeZone? Zone, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings)
{
    /// <summary>Of a line without a stamp.</summary>
    public static LineDate None { get; } = new(Dated.Undated, 0, YearSource.None, null, [], []);
}
