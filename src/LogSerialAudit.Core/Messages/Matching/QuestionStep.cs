namespace LogSerialAudit.Messages.Matching;

/// <summary>What a refused transfer asked for: <c>NAME/AXFR/IN</c> or <c>NAME/IXFR/IN</c>; the name may hold slashes.</summary>
internal sealed class QuestionStep(byte[] end) : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var length = end.Length == 0 ? message.Length - at : message[at..].IndexOf(end);
        if (length <= 0 || !ZoneToken.TrySplit(message.Slice(at, length), at, out zone))
        {
            return false;
        }

        var name = zone.Name.Of(message);
        if (!zone.View.IsEmpty || name.Length < 6 || !(name.EndsWith("/AXFR"u8) || name.EndsWith("/IXFR"u8)))
        {
            return false;
        }

        zone.Name = new Slice(zone.Name.Start, name.Length - 5);
        slot.Start = at;
        slot.End = at + length;
        return true;
    }
}
