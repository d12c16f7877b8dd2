using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A <see cref="Passage"/> as it is walked: all that is needed, side by side in memory.</summary>
internal sealed class Stop
{
    /// <summary>The length of the text, in bytes.</summary>
    public readonly int Length;

    /// <summary>Whether there is one way on at most: no shorter text, and not two values that may follow.</summary>
    public readonly bool IsOnlyWay;

    /// <summary>The value of the earliest row that may follow; without a step where none does.</summary>
    public readonly Capture First;

    /// <summary>The row that ends here.</summary>
    public readonly Row? Row;

    /// <summary>The other values that may follow.</summary>
    public readonly Capture[] Others;

    /// <summary>The next shorter text at the same place that this one begins with.</summary>
    public readonly Stop? Shorter;

    /// <summary>The text.</summary>
    public readonly byte[] Text;

    private readonly ulong _head;
    private readonly ulong _headMask;
    private readonly ulong _tail;

    /// <summary>A stop, and what follows it; see <see cref="Place"/>.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="shorter">The longest of the shorter texts at the same place that this one begins with.</param>
    public Stop(Passage passage, Stop? shorter = null)
    {
        Text = passage.Bytes;
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        var known = Math.Min(sizeof(ulong), Text.Length);
        Text.AsSpan(0, known).CopyTo(head);
        Length = Text.Length;
        Row = passage.Row;
        First = passage.Captures.Count == 0 ? default : To(passage.Captures[0]);
        Others = passage.Captures.Count < 2 ? [] : [.. passage.Captures.Skip(1).Select(To)];
        Shorter = shorter;
        IsOnlyWay = shorter is null && Others.Length == 0;
        _head = BinaryPrimitives.ReadUInt64LittleEndian(head);
        _headMask = known == sizeof(ulong) ? ulong.MaxValue : (1UL << (known * 8)) - 1;
        _tail = Text.Length < sizeof(ulong) ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(Text.AsSpan(Text.Length - sizeof(ulong)));
    }

    /// <summary>
    /// Whether the rest of a message begins with the text. Compared in words of eight bytes, the last of them overlapping,
    /// because a call for each text would cost more than the comparison.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> rest)
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

    private bool HasMiddle(ReadOnlySpan<byte> rest) =>
        rest[sizeof(ulong)..(Length - sizeof(ulong))].SequenceEqual(Text.AsSpan(sizeof(ulong)..^sizeof(ulong)));
}
