namespace LogSerialAudit.Messages.Matching;

/// <summary>Digits without bound; as a count, anything past 4294967295 is that.</summary>
internal sealed class NumberStep : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        ulong value = 0;
        var end = at;
        for (; end < message.Length && (uint)(message[end] - '0') <= 9; end++)
        {
            value = Math.Min(uint.MaxValue, (value * 10) + (uint)(message[end] - '0'));
        }

        slot.Start = at;
        slot.End = end;
        slot.Number = (uint)value;
        return end > at;
    }
}
