using System.Buffers.Binary;

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
        if (digits.Length >= sizeof(ulong) && BinaryPrimitives.ReadUInt64LittleEndian(digits) is var word && Digits.AreAll(word))
        {
            value = Digits.Join(word);
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
}
