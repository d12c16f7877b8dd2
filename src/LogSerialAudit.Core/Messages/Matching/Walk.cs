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
        var index = 0;
        var at = 0;
        var depth = 0;
        while (true)
        {
            ref readonly var cell = ref cells[index];
            var fork = new Fork { Next = cell.Captures, End = cell.CapturesEnd, At = at, Depth = depth };
            if (at < message.Length)
            {
                // Text first: it leads to the early rows most often, which then rule the captures out.
                var next = cell.Only >= 0 ? cell.Only : tree.Next[cell.Table + message[at]];
                if (next != 0 && cells[next].Lowest < best && cells[next].Begins(message[at..]))
                {
                    if (fork.Next < fork.End)
                    {
                        Push(scratch, ref forks, in fork);
                    }

                    index = next;
                    at += cells[next].Length;
                    continue;
                }
            }
            else
            {
                fork.Next = fork.End;
                if (cell.Row >= 0 && tree.Rows[cell.Row].Order < best)
                {
                    best = tree.Rows[cell.Row].Order;
                    tree.Rows[cell.Row].Fill(ref match, slots, in scratch.Zone);
                }
            }

            while (true)
            {
                if (fork.Next < fork.End)
                {
                    var capture = fork.Next++;
                    if (cells[capture].Lowest < best
                        && Read(tree, capture, message, fork.At, ref slots[fork.Depth], ref scratch.Zone))
                    {
                        index = capture;
                        at = slots[fork.Depth].End;
                        depth = fork.Depth + 1;
                        if (fork.Next < fork.End)
                        {
                            Push(scratch, ref forks, in fork);
                        }

                        break;
                    }
                }
                else if (forks == 0)
                {
                    return best != int.MaxValue;
                }
                else
                {
                    fork = scratch.Forks[--forks];
                }
            }
        }
    }

    // Serials are the most frequent captures: without the call they cost half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Read(Tree tree, int capture, ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var step = tree.Steps[capture];
        return step is null ? SerialStep.TryRead(message, at, ref slot) : step.TryRead(message, at, ref slot, ref zone);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Push(Scratch scratch, ref int forks, in Fork fork)
    {
        if (forks == scratch.Forks.Length)
        {
            Grow(scratch);
        }

        scratch.Forks[forks++] = fork;
    }

    private static void Grow(Scratch scratch) => Array.Resize(ref scratch.Forks, scratch.Forks.Length * 2);
}
