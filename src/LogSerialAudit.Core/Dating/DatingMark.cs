namespace LogSerialAudit.Dating;

/// <summary>What is uncertain about an instant.</summary>
public enum DatingMark : byte
{
    /// <summary>Nothing: the instant is sure.</summary>
    None,

    /// <summary>The local time occurred twice (the clocks were set back) and nothing settles which; the earlier is taken.</summary>
    Ambiguous,

    /// <summary>The local time did not occur (the clocks were set forward); the offset before the change is taken.</summary>
    SkippedHour,

    /// <summary>The year is the likeliest one, not a certain one.</summary>
    YearUnsure,

    /// <summary>The line names its time zone by a short name that the log's zone does not have at that time; the log's zone was used.</summary>
    ZoneUnsure,

    /// <summary>Day and month could be exchanged: they are read as lines before show, and lines that are still to be read may contradict those.</summary>
    DayUnsure,

    /// <summary>The line has no time, or one that could be of two days.</summary>
    Undated,
}
