using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// Looks for the place that reading had reached in a file that was rewritten since: for the bytes before it, wherever they stand
/// now. A sum that rolls through the text tells where it is worth looking (Karp and Rabin).
/// </summary>
internal static class TailSearch
{
    /// <summary>So few bytes may stand anywhere.</summary>
    private const int Fewest = 64;
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

    /// <summary>Where the bytes before a bookmark end, and how many lines do before that; null where they are not in the text.</summary>
    public static (long Offset, long Lines)? Find(ByteSource text, Bookmark bookmark)
    {
        var length = bookmark.ComparedLength;
        if (length < Fewest)
        {
            return null;
        }

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
                if (value == '\n' && sum == bookmark.TailSum && offset >= length
                    && Fingerprint.Of([.. window.AsSpan((int)(offset % length)), .. window.AsSpan(0, (int)(offset % length))]) == bookmark.Tail)
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
