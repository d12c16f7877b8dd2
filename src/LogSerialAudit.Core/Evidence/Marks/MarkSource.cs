using NodaTime;

namespace LogSerialAudit.Evidence.Marks;

/// <summary>A list of marks to read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">A file: CSV, or lines of a time and a number with blanks between.</param>
/// <param name="Column">The column that has the time, by name or by number from 1; empty to look for it.</param>
/// <param name="Zone">The zone of times that say nothing of theirs.</param>
public sealed record MarkSource(string Name, string Path, string Column, DateTimeZone Zone);
