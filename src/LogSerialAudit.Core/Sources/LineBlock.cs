using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Sources;

/// <summary>A reusable buffer of whole lines, each with its newline except perhaps the very last of a source.</summary>
public sealed class LineBlock
{
    /// <summary>The bytes a block can hold, and so the longest line that is delivered, its newline included.</summary>
    public const int Capacity = 256 * 1024;

    private int[] _ends = [];

    /// <summary>The bytes; only the first <see cref="Length"/> are of this block.</summary>
    public byte[] Buffer { get; } = GC.AllocateUninitializedArray<byte>(Capacity);

    /// <summary>How many bytes are filled.</summary>
    public int Length { get; private set; }

    /// <summary>The number of the first line in its source, from 1.</summary>
    public long FirstLine { get; internal set; }

    /// <summary>How many lines there are.</summary>
    public int LineCount { get; private set; }

    /// <summary>Where the first line begins in the text of its source, in bytes after decompression, from 0.</summary>
    public long FirstByte { get; internal set; }

    /// <summary>The number of each line in its source; null where they follow <see cref="FirstLine"/> one by one.</summary>
    public long[]? LineNumbers { get; internal set; }

    /// <summary>The part of a document that all the lines stand in; null for a log.</summary>
    public DocumentPart? Part { get; internal set; }

    /// <summary>The filled part.</summary>
    public ReadOnlySpan<byte> Span => Buffer.AsSpan(0, Length);

    /// <summary>Where each line ends in <see cref="Span"/>, its newline not included.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, LineCount);

    /// <summary>Takes the first bytes of the buffer as the lines of the block.</summary>
    internal void Fill(int length) => (Length, LineCount) = (length, LineEnds.Find(Buffer.AsSpan(0, length), ref _ends));
}
