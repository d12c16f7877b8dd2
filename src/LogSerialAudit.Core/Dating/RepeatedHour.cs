namespace LogSerialAudit.Dating;

/// <summary>
/// One hour (or half hour) that the local time of a log went through twice, and what is known of which lines of a run
/// belong to which pass. Local times are seconds since 0001.
/// </summary>
/// <param name="From">The first local second that occurred twice.</param>
/// <param name="To">The first local second after those that did.</param>
/// <param name="Parts">What is known, stretch by stretch in line order.</param>
internal sealed record RepeatedHour(long From, long To, IReadOnlyList<RepeatedHour.Part> Parts)
{
    /// <summary>Which pass a line is of.</summary>
    /// <param name="local">The line's local time.</param>
    /// <param name="line">Its number.</param>
    /// <returns>Whether it is the second one, null where nothing says; and whether it stands in the order of lines as if it were.</returns>
    public (bool? IsLate, bool StandsLate) PassOf(long local, long line)
    {
        var (low, high) = (0, Parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Parts[middle].FirstLine <= line ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return (null, false);
        }

        var part = Parts[low - 1];
        var isSure = (part.IsProven && line == part.FirstLine)
            || (local <= part.SureUpTo && local >= part.SureFrom && (part.IsLate != true || line < part.LateBefore));
        return (isSure ? part.IsLate : null, part.StandsLate);
    }

    /// <summary>Neighbouring lines of which the same is known.</summary>
    /// <param name="FirstLine">The number of the first of them.</param>
    /// <param name="IsLate">Whether they are of the second pass; null where nothing says.</param>
    /// <param name="StandsLate">Whether they stand in the order of lines as if they were of the second pass.</param>
    /// <param name="IsProven">Whether a serial shows of the first of them that it is of the second pass: it is older than no serial that it names.</param>
    /// <param name="SureFrom">Lines of an earlier local time may be out of order, and so of either pass.</param>
    /// <param name="SureUpTo">So may be lines of a later local time.</param>
    /// <param name="LateBefore">Lines from this one on have none after them that shows whether they are late ones.</param>
    internal sealed record Part(long FirstLine, bool? IsLate, bool StandsLate, bool IsProven, long SureFrom, long SureUpTo, long LateBefore);
}
