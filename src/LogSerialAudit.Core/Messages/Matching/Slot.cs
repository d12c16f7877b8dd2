namespace LogSerialAudit.Messages.Matching;

/// <summary>What a capture read: bytes of the message, and their number where it is one.</summary>
internal struct Slot
{
    /// <summary>The first byte.</summary>
    public int Start;

    /// <summary>Behind the last byte.</summary>
    public int End;

    /// <summary>The value of a number.</summary>
    public uint Number;

    /// <summary>The bytes as a slice of the message.</summary>
    public readonly Slice Slice => new(Start, End - Start);
}
