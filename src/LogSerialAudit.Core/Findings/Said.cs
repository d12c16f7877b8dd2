using System.Globalization;
using LogSerialAudit.Serials;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Findings;

/// <summary>Words that statements share.</summary>
internal static class Said
{
    /// <summary>As many of a list's items as a statement bears.</summary>
    private const int Most = 6;

    /// <summary>An instant in UTC, with the fraction it has.</summary>
    public static string At(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>An instant in UTC, to the second.</summary>
    public static string Second(Instant at) => InstantPattern.General.Format(at);

    /// <summary>A serial, and the instant it names where it is one.</summary>
    public static string Serial(SerialNumber? serial, Instant? minted = null) =>
        serial is not { } value ? "a serial that is not named" : minted is { } at ? $"{value} ({At(at)})" : value.ToString();

    /// <summary>A list with commas, cut where it grows too long.</summary>
    /// <param name="items">The items.</param>
    /// <param name="word">What stands before the last of two or more; none: a comma.</param>
    public static string List(IReadOnlyCollection<string> items, string word = "") =>
        items.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(Most))} and {items.Count - Most} more")
        : word.Length == 0 || items.Count < 2 ? string.Join(", ", items)
        : $"{string.Join(", ", items.SkipLast(1))} {word} {items.Last()}";

    /// <summary><c>1 zone</c>, <c>3 zones</c>.</summary>
    public static string Zones(int count) => Count(count, "zone");

    /// <summary><c>1 line</c>, <c>3 lines</c>.</summary>
    public static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>A span of time.</summary>
    public static string Between(Instant from, Instant to) => from == to ? $"at {At(from)}" : $"between {At(from)} and {At(to)}";
}
