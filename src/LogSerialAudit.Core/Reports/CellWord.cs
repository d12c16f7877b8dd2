using System.Text;

namespace LogSerialAudit.Reports;

/// <summary>A text that comes again and again; it remembers how it was written last.</summary>
/// <param name="text">The text.</param>
internal sealed class CellWord(string text)
{
    private Written? _last;

    /// <summary>The text in UTF-8.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes of its cell in what a writer writes, in the room in which they were remembered; empty where that writer did not write it last.</summary>
    public ReadOnlySpan<byte> CellOf(CellWriter writer, out int length)
    {
        var last = _last;
        if (last is null || last.Writer != writer)
        {
            length = 0;
            return default;
        }

        length = last.Length;
        return last.Room;
    }

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

    private sealed class Written(CellWriter writer, byte[] room, int length)
    {
        public readonly CellWriter Writer = writer;
        public readonly byte[] Room = room;
        public readonly int Length = length;
    }
}
