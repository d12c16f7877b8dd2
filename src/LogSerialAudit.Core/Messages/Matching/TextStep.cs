namespace LogSerialAudit.Messages.Matching;

/// <summary>Anything, up to the first occurrence of the text that follows; where that text is the pattern's last, up to the last.</summary>
internal sealed class TextStep(byte[] end, bool anchored) : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var rest = message[at..];
        var length = !anchored ? rest.IndexOf(end) : rest.EndsWith(end) ? rest.Length - end.Length : 0;
        slot.Start = at;
        slot.End = at + length;
        return length > 0;
    }
}
