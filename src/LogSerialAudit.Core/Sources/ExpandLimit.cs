using System.Globalization;

namespace LogSerialAudit.Sources;

/// <summary>
/// How far compressed data may expand. A few bytes can be made to expand without end; logs compress to a tenth or a fiftieth.
/// </summary>
/// <param name="Ratio">How many bytes of text may come of one compressed byte.</param>
/// <param name="Floor">So many bytes of text of a source may come whatever the ratio.</param>
public sealed record ExpandLimit(long Ratio, long Floor)
{
    /// <summary>200 to 1 after the first GiB.</summary>
    public static ExpandLimit Default { get; } = new(200, 1L << 30);

    /// <summary>Reads <c>RATIO</c> or <c>RATIO:FLOOR</c>; FLOOR in bytes or with K, M, G for KiB, MiB, GiB.</summary>
    public static bool TryParse(string text, out ExpandLimit limit)
    {
        limit = Default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var floor = Default.Floor;
        if (!TryNumber(colon < 0 ? text : text[..colon], out var ratio) || ratio == 0 || (colon >= 0 && !TryBytes(text[(colon + 1)..], out floor)))
        {
            return false;
        }

        limit = new ExpandLimit(ratio, floor);
        return true;
    }

    /// <summary>Whether so much text of so many compressed bytes is too much.</summary>
    internal bool IsExceeded(long text, long packed) => text > Floor && text / Ratio > packed;

    private static bool TryBytes(string text, out long bytes)
    {
        var shift = text.Length == 0 ? 0 : "KMG".IndexOf(text[^1], StringComparison.Ordinal) + 1;
        return TryNumber(shift > 0 ? text[..^1] : text, out bytes) && bytes <= long.MaxValue >> (10 * shift) && (bytes <<= 10 * shift) >= 0;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 1_000_000_000_000;
}
