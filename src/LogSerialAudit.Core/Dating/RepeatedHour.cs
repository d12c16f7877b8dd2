using LogSerialAudit.Lines;
using NodaTime.TimeZones;

namespace LogSerialAudit.Dating;

/// <summary>Settles which of the two passes through a repeated hour a line belongs to, by the order of lines.</summary>
internal static class RepeatedHour
{
    /// <summary>
    /// Whether a line in the repeated hour is of the second pass; null where the order of lines does not say.
    /// A step back within the hour, seen among the lines of the same day, parts the passes.
    /// </summary>
    public static bool? Settle(ZoneLocalMapping mapping, Stamp stamp, long line, ClockRun run)
    {
        var repeatedFrom = mapping.LateInterval.IsoLocalStart.TimeOfDay;
        var repeatedTo = mapping.EarlyInterval.IsoLocalEnd.TimeOfDay;
        var (from, to) = (Second(repeatedFrom), repeatedTo == NodaTime.LocalTime.Midnight ? 86400 : Second(repeatedTo));
        foreach (var step in run.StepsBack)
        {
            // The clock goes back out of the last part of the hour (or from just past it) into its first part.
            var parts = step.To.Month == stamp.Month && step.To.Day == stamp.Day
                && step.To.SecondOfDay >= from && step.To.SecondOfDay < to
                // A line that is a little late is not the change of the clocks.
                && step.From.SecondOfDay - step.To.SecondOfDay >= (to - from) / 2
                && step.From.SecondOfDay < to;
            if (parts)
            {
                return line >= step.Line;
            }
        }

        return null;
    }

    private static int Second(NodaTime.LocalTime time) => (int)(time.TickOfDay / NodaTime.NodaConstants.TicksPerSecond);
}
