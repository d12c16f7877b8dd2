using System.Globalization;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>Clocks that are apart, in words. Nothing is set right by them.</summary>
internal static class ClockDistanceText
{
    /// <summary>That there were more servers than can be compared.</summary>
    public const string NotWhole = "More servers log the same transfers than could be compared: not all of their clocks were set against each other.";

    /// <summary>A sentence on two clocks that are apart.</summary>
    public static string Sentence(ClockDistance distance)
    {
        var isAhead = distance.Least > Duration.Zero;
        var least = isAhead ? distance.Least!.Value : -distance.Most;
        var most = isAhead ? distance.Most : -distance.Least;
        var by = most is { } known ? $"by {Words(least)} to {Words(known + Duration.FromMilliseconds(999))}" : $"by {Words(least)} or more";
        var clients = string.Join(" or ", distance.Clients);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{distance.Secondary.Name}: its clock is {(isAhead ? "ahead of" : "behind")} that of {distance.Primary.Name} {by}, by {distance.Transfers} transfers that both log{(distance.IsProven ? "" : $", if it is the client {clients} there")}. No time is changed for that.");
    }

    /// <summary>Whole seconds.</summary>
    private static string Words(Duration duration) => DurationText.Words(Duration.FromSeconds((long)duration.TotalSeconds));
}
