using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A serial: one to ten digits, at most 4294967295 (RFC 1035 section 3.3.13), and no digit behind them.</summary>
internal sealed class SerialStep : Step
{
    private const int MostDigits = 10;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var digits = message[at..];
        ulong value = 0;
        var length = 0;
        if (digits.Length >= sizeof(ulong) && AreDigits(BinaryPrimitives.ReadUInt64LittleEndian(digits)))
        {
            value = EightDigits(BinaryPrimitives.ReadUInt64LittleEndian(digits));
            length = sizeof(ulong);
        }

        while (length < digits.Length && length <= MostDigits)
        {
            var digit = (uint)(digits[length] - '0');
            if (digit > 9)
            {
                break;
            }

            value = (value * 10) + digit;
            length++;
        }

        slot.Start = at;
        slot.End = at + length;
        slot.Number = (uint)value;
        return length is > 0 and <= MostDigits && value <= uint.MaxValue;
    }

    // Eight bytes at once: the high half of each is 3, and stays 3 when 6 is added, so the low half is 0 to 9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong word) =>
        ((word & (word + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) == 0x3030303030303030;

    // Joins neighbours to pairs, pairs to fours, fours to eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong word)
    {
        word = (word & 0x0F0F0F0F0F0F0F0F) * ((10 << 8) + 1) >> 8;
        word = (word & 0x00FF00FF00FF00FF) * ((100 << 16) + 1) >> 16;
        return (word & 0x0000FFFF0000FFFF) * ((10000UL << 32) + 1) >> 32;
    }
}
