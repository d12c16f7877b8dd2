using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>Runs of decimal digits, eight bytes at a time.</summary>
internal static class Digits
{
    /// <summary>How many digits the text begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ReadOnlySpan<byte> text)
    {
        // The high bit of a byte that is no digit: past 9 the sum reaches it, and past 127 it is there already.
        return text.Length >= sizeof(ulong) && Others(BinaryPrimitives.ReadUInt64LittleEndian(text)) is not 0 and var others
            ? BitOperations.TrailingZeroCount(others) / 8
            : CountSlowly(text);
    }

    /// <summary>Whether all eight bytes are digits.</summary>
    public static bool AreAll(ulong word) => Others(word) == 0;

    /// <summary>The number that eight digits are: neighbours are joined to pairs, pairs to fours, fours to eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong word)
    {
        word = (word & 0x0F0F0F0F0F0F0F0F) * ((10 << 8) + 1) >> 8;
        word = (word & 0x00FF00FF00FF00FF) * ((100 << 16) + 1) >> 16;
        return (word & 0x0000FFFF0000FFFF) * ((10000UL << 32) + 1) >> 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Others(ulong word)
    {
        // No carry leaves a byte: each is at most 0x7f before the sum.
        var low = word ^ 0x3030303030303030;
        return ((low & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676 | low) & 0x8080808080808080;
    }

    private static int CountSlowly(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (count < text.Length && (uint)(text[count] - '0') <= 9)
        {
            count++;
        }

        return count;
    }
}
