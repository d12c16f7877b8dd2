using System.Buffers;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A pointer as C's <c>%p</c> prints it: hexadecimal digits, most often behind <c>0x</c>.</summary>
internal sealed class HexStep : Step
{
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var digits = message[at..].StartsWith("0x"u8) ? at + 2 : at;
        var length = message[digits..].IndexOfAnyExcept(Hex);
        var end = length < 0 ? message.Length : digits + length;
        slot.Start = at;
        slot.End = end;
        return end > digits;
    }
}
