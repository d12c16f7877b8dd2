namespace LogSerialAudit.Lines;

/// <summary>
/// The dates with slashes of one log. One whose first or second number is no month shows whether the days or the months stand first, for itself and for the
/// lines that follow; where none does, and where two contradict one another, a date that could be either is none.
/// </summary>
/// <param name="order">What lines before the first one showed.</param>
internal struct SlashDates(SlashOrder order)
{
    /// <summary>What they show so far.</summary>
    public SlashOrder Order { get; private set; } = order;

    /// <summary>Whether there was any.</summary>
    public bool AreThere { get; private set; }

    /// <summary>The form of the date that the bytes begin with; none where it cannot be told, or where there is none.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="clock">Where the time of day begins; 0 where the bytes begin with no such date.</param>
    public StampForm FormOf(ReadOnlySpan<byte> text, out int clock)
    {
        if (!StampReader.TrySlashes(text, out var first, out var second, out _, out clock))
        {
            clock = 0;
            return StampForm.None;
        }

        AreThere = true;
        Order |= (first > 12 && second <= 12 ? SlashOrder.DayFirst : 0) | (second > 12 && first <= 12 ? SlashOrder.MonthFirst : 0);
        return first == second || second > 12 ? StampForm.MonthFirst
            : first > 12 ? StampForm.DayFirst
            : Order switch { SlashOrder.DayFirst => StampForm.DayFirst, SlashOrder.MonthFirst => StampForm.MonthFirst, _ => StampForm.None };
    }
}
