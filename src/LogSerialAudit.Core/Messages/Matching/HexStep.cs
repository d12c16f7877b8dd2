namespace LogSerialAudit.Messages.Matching;

/// <summary>A pointer as C's <c>%p</c> prints it: hexadecimal digits, most often behind <c>0x</c>.</summary>
internal sealed class HexStep : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var digits = message[at..].StartsWith("0x"u8) ? at + 2 : at;
        var end = digits;
        while (end < message.Length && char.IsAsciiHexDigit((char)message[end]))
        {
            end++;
        }

        slot.Start = at;
        slot.End = end;
        return end > digits;
    }
}
