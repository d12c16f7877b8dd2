namespace LogSerialAudit.Lines;

/// <summary>
/// A line of syslog with a server's own stamp within, neither of which says its offset: a server that runs in a container, or below another
/// root, often has no zone but UTC, while the host's clock has one.
/// </summary>
internal static class TwoStamps
{
    private const int QuarterHour = 15 * 60;

    /// <summary>A line may wait for so many seconds before syslog takes it.</summary>
    private const int Late = 3;

    /// <summary>A stamp without a fraction may be rounded down from the second before.</summary>
    private const int Early = 1;

    /// <summary>Two zones are at most 26 hours apart.</summary>
    private const int MostApart = 26 * 60 * 60;

    /// <summary>
    /// What a line says with both: the server's stamp, or where the two are whole quarters of an hour apart, the same in the zone of the syslog, which is
    /// the one that the log's other lines are in. That two zones are at play stays to be seen.
    /// </summary>
    public static Stamp Of(in Stamp own, in Stamp outer)
    {
        if (own.HasOffset || !own.HasYear || !outer.Exists || outer.HasYear)
        {
            return own;
        }

        var year = own.Year + ((outer.Month - own.Month) switch { 11 => -1, -11 => 1, _ => 0 });
        var seconds = own.LocalSeconds(own.Year);
        var apart = outer.LocalSeconds(year) - seconds;
        var quarters = (long)Math.Floor((apart + Early) / (double)QuarterHour);
        if (quarters == 0 || Math.Abs(apart) > MostApart || apart - (quarters * QuarterHour) > Late)
        {
            return own;
        }

        var (day, secondOfDay) = Math.DivRem(seconds + (quarters * QuarterHour), 24 * 60 * 60);
        var (shownYear, month, dayOfMonth) = Calendar.DateOf(day);
        return new Stamp(shownYear, month, dayOfMonth, (int)secondOfDay, own.Nanosecond, own.FractionDigits, null).In(ZoneWord.Other);
    }
}
