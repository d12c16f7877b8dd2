namespace LogSerialAudit.Lines;

/// <summary>What a log shows of the order of day and month in its dates with slashes.</summary>
[Flags]
internal enum SlashOrder : byte
{
    /// <summary>Nothing.</summary>
    Unknown = 0,

    /// <summary>The day stands first, as in <c>30/05/2019</c>.</summary>
    DayFirst = 1,

    /// <summary>The month stands first, as in <c>5/30/2019</c>.</summary>
    MonthFirst = 2,

    /// <summary>Lines contradict one another, so that what was read by the first of them may be wrong too.</summary>
    Both = DayFirst | MonthFirst,
}
