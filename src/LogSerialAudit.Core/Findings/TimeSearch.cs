using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Looks up places in lists that are in the order of time.</summary>
internal static class TimeSearch
{
    /// <summary>How many items are not later than an instant.</summary>
    public static int CountUpTo<T>(IReadOnlyList<T> items, Func<T, Instant> timeOf, Instant at)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = timeOf(items[middle]) <= at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
