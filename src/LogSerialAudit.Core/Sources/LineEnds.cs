using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogSerialAudit.Sources;

/// <summary>Finds the ends of all lines of a text in one pass: a call for each line would cost more than what is done with most of them.</summary>
public static class LineEnds
{
    private const int Step = 64;

    /// <summary>Room is looked after once for so many bytes.</summary>
    private const int Stretch = 16 * Step;

    /// <summary>Finds the line feeds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">Where each line ends; made larger where it must be.</param>
    /// <returns>How many lines there are; a last one without line feed ends with the text.</returns>
    public static int Find(ReadOnlySpan<byte> text, ref int[] ends)
    {
        var (count, at) = (0, 0);
        var words = MemoryMarshal.Cast<byte, Vector128<byte>>(text);
        var feed = Vector128.Create((byte)'\n');
        for (var word = 0; word + 3 < words.Length; word += 4, at += Step)
        {
            if (at % Stretch == 0)
            {
                MakeRoom(ref ends, count);
            }

            var found = Bits(words[word], feed) | (Bits(words[word + 1], feed) << 16) | (Bits(words[word + 2], feed) << 32) | (Bits(words[word + 3], feed) << 48);

            // Mostly there is none or one: no branch, which could not be foretold, decides between them. Without the bit above, to count zeros would be one.
            ends[count] = at + BitOperations.TrailingZeroCount(found | (1UL << 63));
            count += found != 0 ? 1 : 0;
            for (found &= found - 1; found != 0; found &= found - 1)
            {
                ends[count++] = at + BitOperations.TrailingZeroCount(found);
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                MakeRoom(ref ends, count);
                ends[count++] = at;
            }
        }

        if (!text.IsEmpty && text[^1] != '\n')
        {
            MakeRoom(ref ends, count);
            ends[count++] = text.Length;
        }

        return count;
    }

    private static ulong Bits(Vector128<byte> word, Vector128<byte> feed) => Vector128.Equals(word, feed).ExtractMostSignificantBits();

    private static void MakeRoom(ref int[] ends, int count)
    {
        if (ends.Length - count <= Stretch)
        {
            Array.Resize(ref ends, Math.Max(4096, ends.Length * 2));
        }
    }
}
