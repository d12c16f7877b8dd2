namespace LogSerialAudit.Messages.Matching;

/// <summary>A zone as BIND names it, see <see cref="ZoneToken"/>, up to the punctuation that follows.</summary>
internal sealed class ZoneStep(byte[] end) : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var length = end.Length == 0 ? message.Length - at : message[at..].IndexOf(end);
        if (length <= 0 || !ZoneToken.TrySplit(message.Slice(at, length), at, out zone))
        {
            return false;
        }

        slot.Start = at;
        slot.End = at + length;
        return true;
    }
}
