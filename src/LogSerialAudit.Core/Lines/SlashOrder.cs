namespace LogSerialAudit.Lines;

/// <summary>
/// Whether the days stand first in the dates with slashes of one log, or the months. A date whose first or second number is no month says it, for itself and
/// for the lines that follow; before that, and where two such dates contradict one another, a date that could be either is none.
/// </summary>
internal struct SlashOrder
{
    private bool _isDayFirst;
    private bool _isMonthFirst;

    /// <summary>Whether the log shows both orders, so that what was read by the first of them may be wrong too.</summary>
    public readonly bool ShowsBoth => _isDayFirst && _isMonthFirst;

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

        _isDayFirst |= first > 12 && second <= 12;
        _isMonthFirst |= second > 12 && first <= 12;
        return first == second || second > 12 ? StampForm.MonthFirst
            : first > 12 ? StampForm.DayFirst
            : _isDayFirst == _isMonthFirst ? StampForm.None
            : _isDayFirst ? StampForm.DayFirst
            : StampForm.MonthFirst;
    }
}
