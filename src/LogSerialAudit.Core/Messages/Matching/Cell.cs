using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A <see cref="Node"/> as it is walked: all that is needed, side by side in memory.</summary>
internal struct Cell
{
    /// <summary>The lowest order of all rows that go through here.</summary>
    public int Lowest;

    /// <summary>The row that ends here, in <see cref="Tree.Rows"/>; negative where none does.</summary>
    public int Row;

    /// <summary>The only cell that text leads to; 0 where none does; negative where there are several.</summary>
    public int Only;

    /// <summary>Where the 256 next cells by first byte begin in <see cref="Tree.Next"/>, if there are several.</summary>
    public int Table;

    /// <summary>The first cell of a capture that may follow; 0 where none does.</summary>
    public int Captures;

    /// <summary>The next capture that may stand in place of this one; 0 where none does.</summary>
    public int Sibling;

    /// <summary>The length of the text on the way here, in bytes; 0 behind a capture.</summary>
    public int Length;

    private ulong _head;
    private ulong _headMask;
    private byte[] _text;

    /// <summary>A cell with the text on its way.</summary>
    public static Cell Behind(byte[] text)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        var known = Math.Min(sizeof(ulong), text.Length);
        text.AsSpan(0, known).CopyTo(head);
        return new Cell
        {
            Length = text.Length,
            _head = BinaryPrimitives.ReadUInt64LittleEndian(head),
            _headMask = known == sizeof(ulong) ? ulong.MaxValue : (1UL << (known * 8)) - 1,
            _text = text,
        };
    }

    /// <summary>
    /// Whether the rest of a message begins with the text. Compared in words of eight bytes, the last of them overlapping,
    /// because a call for each text would cost more than the comparison.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Begins(ReadOnlySpan<byte> rest) => rest.Length < sizeof(ulong)
        ? rest.StartsWith(_text)
        : rest.Length >= Length && (BinaryPrimitives.ReadUInt64LittleEndian(rest) & _headMask) == _head
            && (Length <= sizeof(ulong) || GoesOn(rest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool GoesOn(ReadOnlySpan<byte> rest)
    {
        var text = _text.AsSpan();
        for (var from = sizeof(ulong); from < text.Length; from += sizeof(ulong))
        {
            var word = Math.Min(from, text.Length - sizeof(ulong));
            if (BinaryPrimitives.ReadUInt64LittleEndian(rest[word..]) != BinaryPrimitives.ReadUInt64LittleEndian(text[word..]))
            {
                return false;
            }
        }

        return true;
    }
}
