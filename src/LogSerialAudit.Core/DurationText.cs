using System.Globalization;
using NodaTime;

namespace LogSerialAudit;

/// <summary>Durations for people: <c>5 d 4 h 31 min</c>, <c>20 h 27 min 36 s</c>, <c>25 min</c>.</summary>
/// <remarks>
/// The largest unit that is not zero and the two after it, of days, hours, minutes and seconds; units that are zero are
/// left out and what is smaller is cut off, so that no duration is said longer than it was. Milliseconds are said only
/// under one second.
/// </remarks>
public static class DurationText
{
    /// <summary>The words for <paramref name="duration"/>; a negative one has a minus in front.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="units">How many units at most.</param>
    public static string Words(Duration duration, int units = 3)
    {
        if (duration < Duration.Zero)
        {
            var words = Words(-duration, units);
            return words == "0 s" ? words : "-" + words;
        }

        var milliseconds = duration.Milliseconds;
        if (duration < Duration.FromSeconds(1))
        {
            return milliseconds > 0 ? Said(milliseconds, "ms") : "0 s";
        }

        (int Count, string Name)[] all =
            [(duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "min"), (duration.Seconds, "s")];
        return string.Join(' ', all
            .SkipWhile(unit => unit.Count == 0)
            .Take(units)
            .Where(unit => unit.Count != 0)
            .Select(unit => Said(unit.Count, unit.Name)));
    }

    private static string Said(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
