using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// Looks for the place that reading had reached in a file that was rewritten since: for the bytes before it, wherever they stand
/// now. A sum that rolls through the text tells where it is worth looking (Karp and Rabin).
/// </summary>
internal static class TailSearch
{
    /// <summary>So few bytes may stand anywhere.</summary>
    public const int Fewest = 64;
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>The sum of some bytes.</summary>
    public static ulong SumOf(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        foreach (var value in bytes)
        {
            sum = unchecked((sum * Base) + value + 1);
        }

        return sum;
    }

    /// <summary>Where a piece that ends with a line ends in a text, and how many lines do up to there; null where it is not in it.</summary>
    public static (long Offset, long Lines)? Find(ByteSource text, TextPiece piece)
    {
        var length = piece.Length;
        var (window, buffer) = (new byte[length], new byte[64 * 1024]);
        var (offset, lines, sum, first) = (0L, 0L, 0UL, Power(length - 1));
        while (text.Read(buffer) is var count and > 0)
        {
            foreach (var value in buffer.AsSpan(0, count))
            {
                var place = (int)(offset % length);
                sum = unchecked(((offset < length ? sum : sum - ((window[place] + 1UL) * first)) * Base) + value + 1);
                window[place] = value;
                offset++;
                lines += value == '\n' ? 1 : 0;
                if (value == '\n' && sum == piece.Sum && offset >= length
                    && Fingerprint.Of([.. window.AsSpan((int)(offset % length)), .. window.AsSpan(0, (int)(offset % length))]) == piece.Print)
                {
                    return (offset, lines);
                }
            }
        }

        return null;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent--)
        {
            power = unchecked(power * Base);
        }

        return power;
    }
}
