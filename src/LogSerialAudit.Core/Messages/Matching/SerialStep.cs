using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A serial: one to ten digits, at most 4294967295 (RFC 1035 section 3.3.13), and no digit behind them.</summary>
internal sealed class SerialStep : Step
{
    private const int MostDigits = 10;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone) =>
        TryRead(message, at, ref slot);

    /// <summary>The same, where the type is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot)
    {
        ulong value = 0;
        var end = at;
        while (end < message.Length)
        {
            var digit = (uint)(message[end] - '0');
            if (digit > 9)
            {
                break;
            }

            if (end - at == MostDigits)
            {
                return false;
            }

            value = (value * 10) + digit;
            end++;
        }

        slot.Start = at;
        slot.End = end;
        slot.Number = (uint)value;
        return end > at && value <= uint.MaxValue;
    }
}
