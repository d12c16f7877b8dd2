using System.Text;

namespace LogSerialAudit.Reports;

/// <summary>A text that comes again and again; it remembers how it was written last.</summary>
/// <param name="text">The text.</param>
internal sealed class CellWord(string text)
{
    private Written? _last;

    /// <summary>The text in UTF-8.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>Its cell in what a writer writes; null where that writer did not write it last.</summary>
    public Written? CellOf(CellWriter writer) => _last is { } last && last.Writer == writer ? last : null;

    /// <summary>Remembers the bytes of its cell.</summary>
    /// <param name="writer">Who writes them.</param>
    /// <param name="cell">The bytes.</param>
    /// <param name="room">How many bytes they are kept in.</param>
    public void Remember(CellWriter writer, ReadOnlySpan<byte> cell, int room)
    {
        var kept = new byte[room];
        cell.CopyTo(kept);
        _last = new Written(writer, kept, cell.Length);
    }

    /// <summary>How it was written.</summary>
    /// <param name="writer">By whom.</param>
    /// <param name="room">The bytes, in the room in which they were remembered.</param>
    /// <param name="length">How many they are.</param>
    internal sealed class Written(CellWriter writer, byte[] room, int length)
    {
        public readonly CellWriter Writer = writer;
        public readonly byte[] Room = room;
        public readonly int Length = length;
    }
}
