using System.Text;
using NodaTime;

namespace LogSerialAudit.Sources.Archives;

/// <summary>The block of 512 bytes before each member of a tar archive (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format").</summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    public const int Length = 512;

    private const int LastSecond = 2_000_000_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _block = block;

    /// <summary>What kind of member: <c>0</c> for a file; see <see cref="TarWalk"/>.</summary>
    public char Type => (char)_block[156];

    /// <summary>Bytes of content behind the block; -1 where the field makes no sense.</summary>
    public long Size => NumberOf(_block.Slice(124, 12));

    /// <summary>When it was last written; null where that is not known.</summary>
    public Instant? Modified => InstantOf(NumberOf(_block.Slice(136, 12)));

    /// <summary>The path, as far as it fits into the block.</summary>
    public string Name
    {
        get
        {
            var name = TextOf(_block[..100]);
            var prefix = _block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? TextOf(_block.Slice(345, 155)) : "";
            return prefix.Length > 0 ? $"{prefix}/{name}" : name;
        }
    }

    /// <summary>Whether a block is a header, by its checksum.</summary>
    public static bool IsGood(ReadOnlySpan<byte> block)
    {
        var stored = NumberOf(block.Slice(148, 8));
        var (sum, signed) = (8 * 32, 8 * 32);
        for (var at = 0; at < Length; at++)
        {
            if (at is < 148 or >= 156)
            {
                sum += block[at];
                signed += (sbyte)block[at]; // As some old programs have it.
            }
        }

        return stored > 0 && (stored == sum || stored == signed);
    }

    /// <summary>Text up to a NUL. What is not UTF-8 is taken as ISO 8859-1, so that names stay apart.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        bytes = end < 0 ? bytes : bytes[..end];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Seconds since 1970 as an instant; null for what is no time of a file: before 1971, as reproducible archives have it, or far off.</summary>
    public static Instant? InstantOf(long seconds) =>
        seconds is > 365 * 86400 and < 2L * LastSecond ? Instant.FromUnixTimeSeconds(seconds) : null;

    // Octal digits, or, with the highest bit set, a number of base 256.
    private static long NumberOf(ReadOnlySpan<byte> field)
    {
        var value = 0L;
        if (field[0] == 0x80)
        {
            foreach (var part in field[1..])
            {
                if (value > long.MaxValue >> 8)
                {
                    return -1;
                }

                value = (value << 8) | part;
            }

            return value;
        }

        foreach (var digit in field.Trim(" \0"u8))
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return -1;
            }

            value = (value << 3) + (digit - '0');
        }

        return value;
    }
}
