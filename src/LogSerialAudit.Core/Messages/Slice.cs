namespace LogSerialAudit.Messages;

/// <summary>A part of a buffer that is held elsewhere, in bytes.</summary>
/// <param name="Start">Where it begins in that buffer.</param>
/// <param name="Length">How many bytes; 0 where there is nothing.</param>
public readonly record struct Slice(int Start, int Length)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Where it ends in that buffer.</summary>
    public int End => Start + Length;

    /// <summary>The bytes, out of the buffer they are a part of.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> buffer) => buffer.Slice(Start, Length);

    /// <summary>The same bytes, seen from a buffer that begins <paramref name="offset"/> bytes earlier.</summary>
    public Slice Shifted(int offset) => new(Start + offset, Length);
}
