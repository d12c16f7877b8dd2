namespace LogSerialAudit.Messages.Matching;

/// <summary>A place in a message that lies a fixed number of bytes behind a capture's end.</summary>
/// <param name="Slot">The capture; negative for the beginning of the message.</param>
/// <param name="Offset">How many bytes behind it.</param>
internal readonly record struct Mark(int Slot, int Offset)
{
    /// <summary>Where that is in a message whose captures are known.</summary>
    public int In(ReadOnlySpan<Slot> slots) => (Slot < 0 ? 0 : slots[Slot].End) + Offset;
}
