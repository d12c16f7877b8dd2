namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>Names of zones that compress no better than real ones: syllables by the digits of the zone's number.</summary>
internal static class ZoneNames
{
    private const int Syllables = 64;
    private static readonly byte[][] Domains = [.. new[] { ".example.net", ".example.org", ".example.com", ".example", ".test" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Writes the name of a zone.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Write(uint zone, Span<byte> into)
    {
        var length = 0;
        // An odd factor keeps numbers apart within 24 bits.
        var rest = (zone * 2_654_435_761) & 0xff_ffff;
        do
        {
            into[length++] = "bdfgklmnprstvwxz"u8[(int)(rest % Syllables / 4)];
            into[length++] = "aeio"u8[(int)(rest % 4)];
            rest /= Syllables;
        }
        while (rest > 0);

        System.Buffers.Text.Utf8Formatter.TryFormat(zone % 100, into[length..], out var digits);
        length += digits;
        var domain = Domains[zone % (uint)Domains.Length];
        domain.CopyTo(into[length..]);
        return length + domain.Length;
    }
}
