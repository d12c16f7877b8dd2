namespace LogSerialAudit.Messages.Matching;

/// <summary>Bytes without a blank, up to the text that follows; at the end of a pattern, up to the end.</summary>
internal sealed class WordStep(byte[] end) : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var rest = message[at..];
        var blank = rest.IndexOf((byte)' ');
        var length = end.Length == 0 ? blank < 0 ? rest.Length : 0
            : blank < 0 ? rest.IndexOf(end)
            : rest[..Math.Min(rest.Length, blank + end.Length)].IndexOf(end);
        slot.Start = at;
        slot.End = at + length;
        return length > 0 && (blank < 0 || length <= blank);
    }
}
