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

    /// <summary>A serial, and the instant it names where it is one.</summary>
    public static string Serial(SerialNumber? serial, Instant? minted = null) =>
        serial is not { } value ? "a serial that is not named" : minted is { } at ? $"{value} ({At(at)})" : value.ToString();

    /// <summary>A list with commas, cut where it grows too long.</summary>
    public static string List(IReadOnlyCollection<string> items) =>
        items.Count <= Most ? string.Join(", ", items) : $"{string.Join(", ", items.Take(Most))} and {items.Count - Most} more";

    /// <summary><c>1 zone</c>, <c>3 zones</c>.</summary>
    public static string Zones(int count) => count == 1 ? "1 zone" : $"{count} zones";
}
