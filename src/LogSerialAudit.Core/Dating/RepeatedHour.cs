namespace LogSerialAudit.Dating;

/// <summary>
/// One hour (or half hour) that the local time of a log went through twice, and what is known of which lines of a run
/// belong to which pass. Local times are seconds since 0001.
/// </summary>
/// <param name="From">The first local second that occurred twice.</param>
/// <param name="To">The first local second after those that did.</param>
/// <param name="EarlyBefore">Lines before this one are of the first pass.</param>
/// <param name="LateFrom">Lines from this one on are of the second pass, where they are in order.</param>
/// <param name="LateBefore">Lines from this one on have none after them that shows whether they are in order.</param>
/// <param name="Disorder">Steps back that are not the change of the clocks: what they cross is of either pass.</param>
internal sealed record RepeatedHour(long From, long To, long EarlyBefore, long LateFrom, long LateBefore, IReadOnlyList<(long From, long To, long Line)> Disorder)
{
    /// <summary>Whether a line is of the second pass; null where nothing says.</summary>
    /// <param name="local">The line's local time.</param>
    /// <param name="line">Its number.</param>
    public bool? IsLate(long local, long line)
    {
        var isEarly = line < EarlyBefore;
        foreach (var step in Disorder)
        {
            if (isEarly != step.Line < EarlyBefore)
            {
                continue;
            }

            // Before a step back what is later than where it leads is out of order, after it what is earlier than where it began.
            if (line < step.Line ? local > step.To : local < step.From)
            {
                return null;
            }
        }

        return isEarly ? false : line >= LateFrom && line < LateBefore ? true : null;
    }
}
