using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A <see cref="Passage"/> as it is walked: all that is needed, side by side in memory.</summary>
internal struct Stop
{
    /// <summary>The length of the text, in bytes.</summary>
    public int Length;

    /// <summary>The next shorter text at the same place that this one begins with; negative where there is none.</summary>
    public int Shorter;

    /// <summary>The value of the earliest row that may follow; without a step where none does.</summary>
    public Capture First;

    /// <summary>The other values that may follow.</summary>
    public Capture[] Others;

    /// <summary>The row that ends here.</summary>
    public Row? Row;

    /// <summary>The text.</summary>
    public byte[] Text;

    /// <summary>Whether there is one way on at most: no shorter text, and not two values that may follow.</summary>
    public readonly bool IsOnlyWay => Shorter < 0 && Others.Length == 0;

    private ulong _head;
    private ulong _headMask;
    private ulong _tail;

    /// <summary>A stop, and what follows it; see <see cref="Place"/>.</summary>
    public static Stop Behind(Passage passage)
    {
        var text = Encoding.UTF8.GetBytes(passage.Text);
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        var known = Math.Min(sizeof(ulong), text.Length);
        text.AsSpan(0, known).CopyTo(head);
        return new Stop
        {
            Length = text.Length,
            Row = passage.Row,
            First = passage.Captures.Count == 0 ? default : To(passage.Captures[0]),
            Others = passage.Captures.Count < 2 ? [] : [.. passage.Captures.Skip(1).Select(To)],
            _head = BinaryPrimitives.ReadUInt64LittleEndian(head),
            _headMask = known == sizeof(ulong) ? ulong.MaxValue : (1UL << (known * 8)) - 1,
            _tail = text.Length < sizeof(ulong) ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(text.Length - sizeof(ulong))),
            Text = text,
        };
    }

    /// <summary>
    /// Whether the rest of a message begins with the text. Compared in words of eight bytes, the last of them overlapping,
    /// because a call for each text would cost more than the comparison.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Begins(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < sizeof(ulong))
        {
            return rest.StartsWith(Text);
        }

        if (rest.Length < Length || (BinaryPrimitives.ReadUInt64LittleEndian(rest) & _headMask) != _head)
        {
            return false;
        }

        return Length <= sizeof(ulong)
            || (BinaryPrimitives.ReadUInt64LittleEndian(rest[(Length - sizeof(ulong))..]) == _tail
                && (Length <= 2 * sizeof(ulong) || HasMiddle(rest)));
    }

    private static Capture To(Node node) => new(node.Step!, node.Lowest, new Place(node));

    private readonly bool HasMiddle(ReadOnlySpan<byte> rest) =>
        rest[sizeof(ulong)..(Length - sizeof(ulong))].SequenceEqual(Text.AsSpan(sizeof(ulong)..^sizeof(ulong)));
}
