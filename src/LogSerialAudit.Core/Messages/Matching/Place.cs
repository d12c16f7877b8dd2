using System.Text;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// The beginning of a message, or where it goes on behind a captured value: the texts that may stand there. Where there is
/// one text and one value behind it, as in most places, the way is a loop over fields side by side; what is rarer is
/// reached through arrays, and laid out when a message first comes by: few logs hold all that a server can say.
/// </summary>
internal sealed class Place
{
    private readonly bool _isSingle;
    private readonly Stop _single;
    private readonly Node? _node;
    private volatile Ways? _ways;

    /// <summary>Lays out a node, and what follows it up to where there are several ways.</summary>
    public Place(Node node)
    {
        if (node.Texts.Count == 1 && node.Texts[0] is { Captures.Count: < 2 } only)
        {
            (_isSingle, _single) = (true, Stop.Behind(only));
        }
        else
        {
            _node = node;
        }
    }

    /// <summary>Goes on from here, with a number of values captured.</summary>
    public void Go(ref Walk walk, int at, int depth)
    {
        var place = this;
        while (true)
        {
            ref readonly var stop = ref place._single;
            if (!place._isSingle)
            {
                var ways = place._ways ?? place.LayOut();
                var index = ways.Texts.Longest(ways.Stops, walk.Message[at..]);
                if (index < 0)
                {
                    return;
                }

                stop = ref ways.Stops[index];
                if (!stop.IsOnlyWay)
                {
                    GoAllWays(ways, index, ref walk, at, depth);
                    return;
                }
            }
            else if (!stop.Begins(walk.Message[at..]))
            {
                return;
            }

            at += stop.Length;
            if (at == walk.Message.Length)
            {
                walk.Arrive(stop.Row);
                return;
            }

            if (stop.First.Step is null || !stop.First.TryRead(ref walk, at, depth))
            {
                return;
            }

            place = stop.First.Next;
            at = walk.Slots[depth++].End;
        }
    }

    private Ways LayOut() => _ways = new Ways(_node!);

    private static void GoAllWays(Ways ways, int index, ref Walk walk, int at, int depth)
    {
        while (index >= 0)
        {
            ref readonly var stop = ref ways.Stops[index];
            var behind = at + stop.Length;
            if (behind == walk.Message.Length)
            {
                walk.Arrive(stop.Row);
            }
            else if (stop.First.Step is not null)
            {
                Follow(in stop.First, ref walk, behind, depth);
                foreach (ref readonly var other in stop.Others.AsSpan())
                {
                    Follow(in other, ref walk, behind, depth);
                }
            }

            index = stop.Shorter;
        }
    }

    private static void Follow(ref readonly Capture capture, ref Walk walk, int at, int depth)
    {
        if (capture.TryRead(ref walk, at, depth))
        {
            capture.Next.Go(ref walk, walk.Slots[depth].End, depth + 1);
        }
    }

    /// <summary>Several ways on. Two threads may lay out the same ones at once, and either will do.</summary>
    private sealed class Ways
    {
        public Ways(Node node)
        {
            // Shorter texts first, so that the longer ones can point at them.
            var passages = node.Texts.OrderBy(passage => Encoding.UTF8.GetByteCount(passage.Text)).ToList();
            Stops = [.. passages.Select((passage, index) => Stop.Behind(passage) with
            {
                Shorter = index == 0 ? -1 : passages.FindLastIndex(index - 1, other => passage.Text.StartsWith(other.Text, StringComparison.Ordinal)),
            })];
            Texts = new Dispatch([.. Stops.Select((stop, index) => (index, stop.Text))]);
        }

        public Stop[] Stops { get; }

        public Dispatch Texts { get; }
    }
}
