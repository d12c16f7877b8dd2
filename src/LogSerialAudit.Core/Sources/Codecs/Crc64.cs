namespace LogSerialAudit.Sources.Codecs;

/// <summary>The CRC-64 of xz (ECMA-182, bit-reflected; The .xz File Format, section 6).</summary>
internal static class Crc64
{
    private const ulong Polynomial = 0xc96c_5795_d787_0f42;
    private static readonly ulong[] Table = BuildTable();

    /// <summary>The sum of <paramref name="data"/> after data whose sum is <paramref name="crc"/> (0 at the start).</summary>
    public static ulong Append(ulong crc, ReadOnlySpan<byte> data)
    {
        crc = ~crc;
        var table = Table;
        foreach (var value in data)
        {
            crc = table[(int)((crc ^ value) & 255)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static ulong[] BuildTable()
    {
        var table = new ulong[256];
        for (var value = 0; value < 256; value++)
        {
            var crc = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[value] = crc;
        }

        return table;
    }
}
