namespace LogSerialAudit.Messages.Matching;

/// <summary>Digits without bound; as a count, anything past 4294967295 is that.</summary>
internal sealed class NumberStep : Step
{
    // So many digits don't overflow 64 bits.
    private const int MostDigits = 19;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var rest = message[at..];
        ulong value = 0;
        var length = 0;
        for (uint digit; length < rest.Length && (digit = (uint)(rest[length] - '0')) <= 9; length++)
        {
            value = length < MostDigits ? (value * 10) + digit : ulong.MaxValue;
        }

        slot.Start = at;
        slot.End = at + length;
        slot.Number = (uint)Math.Min(value, uint.MaxValue);
        return length > 0;
    }
}
