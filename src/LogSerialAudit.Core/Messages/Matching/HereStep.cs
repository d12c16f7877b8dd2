namespace LogSerialAudit.Messages.Matching;

/// <summary>Marks a place: two of one field make everything between them that field.</summary>
internal sealed class HereStep : Step
{
    /// <inheritdoc/>
    public override bool IsEmpty => true;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        slot.Start = at;
        slot.End = at;
        return true;
    }
}
