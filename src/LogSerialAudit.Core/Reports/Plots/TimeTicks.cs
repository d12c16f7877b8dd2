using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Reports.Plots;

/// <summary>Marks on an axis of time, at whole hours or days of the local zone.</summary>
internal static class TimeTicks
{
    private const long Day = 86400;

    private static readonly long[] Steps =
        [1, 5, 15, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, Day, 2 * Day, 3 * Day, 5 * Day, 7 * Day, 14 * Day, 30 * Day, 90 * Day, 365 * Day, 3650 * Day, 36500 * Day];

    /// <summary>The marks between two instants, at most <paramref name="most"/> and one.</summary>
    public static IEnumerable<(Instant At, string Label)> Between(Instant from, Instant to, DateTimeZone zone, int most)
    {
        var span = (to - from).TotalSeconds;
        var step = Steps.FirstOrDefault(step => span / step <= most, Steps[^1]);

        // Steps are counted by the local clock at the beginning: where clocks change within, marks are off by that hour.
        var offset = zone.GetUtcOffset(from).Seconds;
        var first = ((from.ToUnixTimeSeconds() + offset + step - 1) / step * step) - offset;
        for (var at = Instant.FromUnixTimeSeconds(first); at <= to; at += Duration.FromSeconds(step))
        {
            yield return (at, at.InZone(zone).LocalDateTime.ToString(step >= Day ? "uuuu-MM-dd" : step >= 60 ? "MM-dd HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }
}
