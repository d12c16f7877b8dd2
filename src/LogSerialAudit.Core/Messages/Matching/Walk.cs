using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A message's way down the tree. Every cell is visited at most once, at one place: the work is bounded by the size of the
/// tree times the length of the message, whatever the message holds. Written as one loop, because calls were most of the
/// time that recursion took.
/// </summary>
internal static class Walk
{
    /// <summary>Finds the row of lowest order that the whole message matches, and fills the match with it.</summary>
    public static bool TryMatch(Tree tree, ReadOnlySpan<byte> message, Scratch scratch, ref MessageMatch match)
    {
        var cells = tree.Cells;
        var slots = scratch.Slots;
        var best = int.MaxValue;
        var forks = 0;
        var at = 0;
        var depth = 0;
        var index = 0;
        while (true)
        {
            index = Text(cells, tree.Next, message, index, ref at, out var next);
            ref readonly var cell = ref cells[index];
            if (at == message.Length && cell.Row >= 0 && tree.Rows[cell.Row].Order < best)
            {
                best = tree.Rows[cell.Row].Order;
                tree.Rows[cell.Row].Fill(ref match, slots, in scratch.Zone);
            }

            // Text before captures: it leads to the early rows most often, which then rule the captures out.
            var capture = at < message.Length ? cell.Captures : 0;
            if (next != 0)
            {
                Push(scratch, ref forks, capture, at, depth);
                at += cells[next].Length;
                index = next;
                continue;
            }

            while (true)
            {
                if (capture == 0)
                {
                    if (forks == 0)
                    {
                        return best != int.MaxValue;
                    }

                    ref var fork = ref scratch.Forks[--forks];
                    (capture, at, depth) = (fork.Capture, fork.At, fork.Depth);
                }

                var other = cells[capture].Sibling;
                if (cells[capture].Lowest < best && Read(tree, capture, message, at, ref slots[depth], ref scratch.Zone))
                {
                    if (other != 0)
                    {
                        Push(scratch, ref forks, other, at, depth);
                    }

                    at = slots[depth++].End;
                    index = capture;
                    break;
                }

                capture = other;
            }
        }
    }

    // Goes along text as far as there is no other way, and returns the cell where that ends; next is the cell that text leads
    // to from there, or 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Text(Cell[] cells, int[] nexts, ReadOnlySpan<byte> message, int index, ref int at, out int next)
    {
        var place = at;
        while (true)
        {
            ref readonly var cell = ref cells[index];
            next = cell.Only;
            if (next < 0)
            {
                next = place < message.Length ? nexts[cell.Table + message[place]] : 0;
            }

            if (next != 0 && !cells[next].Begins(message[place..]))
            {
                next = 0;
            }

            if (next == 0 || cell.Captures != 0)
            {
                at = place;
                return index;
            }

            index = next;
            place += cells[next].Length;
        }
    }

    // Serials are the most frequent captures: without the call they cost half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Read(Tree tree, int capture, ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var step = tree.Steps[capture];
        return step is null ? SerialStep.TryRead(message, at, ref slot) : step.TryRead(message, at, ref slot, ref zone);
    }

    private static void Push(Scratch scratch, ref int forks, int capture, int at, int depth)
    {
        if (forks == scratch.Forks.Length)
        {
            Array.Resize(ref scratch.Forks, scratch.Forks.Length * 2);
        }

        scratch.Forks[forks++] = new Fork { Capture = capture, At = at, Depth = depth };
    }
}
