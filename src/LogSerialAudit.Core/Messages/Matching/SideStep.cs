namespace LogSerialAudit.Messages.Matching;

/// <summary>The word <c>signed</c> or <c>unsigned</c>.</summary>
internal sealed class SideStep : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var rest = message[at..];
        slot.Start = at;
        slot.End = at + (rest.StartsWith("signed"u8) ? 6 : rest.StartsWith("unsigned"u8) ? 8 : 0);
        slot.Number = (uint)(slot.End == at + 6 ? ZoneSide.Signed : ZoneSide.Raw);
        return slot.End > at;
    }
}
