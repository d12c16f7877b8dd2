using System.Numerics;
using System.Runtime.CompilerServices;
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
        for (; at <= text.Length - Step; at += Stretch)
        {
            MakeRoom(ref ends, count);
            count += FindInSteps(text[at..Math.Min(at + Stretch, text.Length)], at, ends.AsSpan(count, Stretch));
        }

        at = text.Length & -Step;
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

    /// <summary>Finds the line feeds of all whole steps of a stretch.</summary>
    private static int FindInSteps(ReadOnlySpan<byte> stretch, int start, Span<int> ends)
    {
        var count = 0;
        foreach (ref readonly var step in MemoryMarshal.Cast<byte, Words>(stretch))
        {
            var found = Feeds(step[0]) | (Feeds(step[1]) << 16) | ((ulong)(Feeds(step[2]) | (Feeds(step[3]) << 16)) << 32);

            // Mostly there is none or one: no branch, which could not be foretold, decides between them. Without the bit above, to count zeros would be one.
            ends[count] = start + BitOperations.TrailingZeroCount(found | (1UL << 63));
            count += found != 0 ? 1 : 0;
            for (found &= found - 1; found != 0; found &= found - 1)
            {
                ends[count++] = start + BitOperations.TrailingZeroCount(found);
            }

            start += Step;
        }

        return count;
    }

    [InlineArray(Step / 16)]
    private struct Words
    {
        private Vector128<byte> _first;
    }

    /// <summary>A bit for each line feed.</summary>
    private static uint Feeds(Vector128<byte> word) => Vector128.Equals(word, Vector128.Create((byte)'\n')).ExtractMostSignificantBits();

    private static void MakeRoom(ref int[] ends, int count)
    {
        if (ends.Length - count <= Stretch)
        {
            Array.Resize(ref ends, Math.Max(4096, ends.Length * 2));
        }
    }
}
