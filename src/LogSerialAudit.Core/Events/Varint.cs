using System.Runtime.CompilerServices;

namespace LogSerialAudit.Events;

/// <summary>Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set where another byte follows.</summary>
internal static class Varint
{
    /// <summary>No number is longer, in bytes.</summary>
    public const int MaxLength = 10;

    /// <summary>Writes a number at a place and moves the place behind it.</summary>
    public static void Write(Span<byte> into, ref int at, ulong value)
    {
        while (value >= 0x80)
        {
            into[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        into[at++] = (byte)value;
    }

    /// <summary>Writes a number that may be negative; small ones of either sign are short.</summary>
    public static void WriteSigned(Span<byte> into, ref int at, long value) => Write(into, ref at, (ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Reads a number at a place and moves the place behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<byte> from, ref int at)
    {
        ulong value = from[at++];
        return value < 0x80 ? value : ReadMore(from, ref at, value & 0x7f);
    }

    /// <summary>Reads what <see cref="WriteSigned"/> wrote.</summary>
    public static long ReadSigned(ReadOnlySpan<byte> from, ref int at)
    {
        var value = Read(from, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private static ulong ReadMore(ReadOnlySpan<byte> from, ref int at, ulong value)
    {
        for (var shift = 7; ; shift += 7)
        {
            ulong next = from[at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
