namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// The beginning of a message, or where it goes on behind a captured value: the texts that may stand there. Where there is
/// one text and one value behind it, as in most places, the way is a loop over fields side by side; what is rarer is
/// reached through arrays, and laid out when a message first comes by: few logs hold all that a server can say.
/// </summary>
internal sealed class Place
{
    private readonly Stop? _single;
    private readonly Node? _node;
    private volatile Dispatch? _ways;

    /// <summary>Lays out a node, and what follows it up to where there are several ways.</summary>
    public Place(Node node)
    {
        if (node.Texts.Count == 1 && node.Texts[0] is { Captures.Count: < 2 } only)
        {
            _single = new Stop(only);
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
            var rest = walk.Message[at..];
            if (place._single is { } stop)
            {
                if (!stop.Begins(rest))
                {
                    return;
                }
            }
            else if ((place._ways ?? place.LayOut()).Longest(rest) is not { } longest)
            {
                return;
            }
            else if (!longest.IsOnlyWay)
            {
                GoAllWays(longest, ref walk, at, depth);
                return;
            }
            else
            {
                stop = longest;
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

    private static void GoAllWays(Stop? stop, ref Walk walk, int at, int depth)
    {
        for (; stop is not null; stop = stop.Shorter)
        {
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
        }
    }

    private static void Follow(ref readonly Capture capture, ref Walk walk, int at, int depth)
    {
        if (capture.TryRead(ref walk, at, depth))
        {
            capture.Next.Go(ref walk, walk.Slots[depth].End, depth + 1);
        }
    }

    /// <summary>The stops of the node. Two threads may lay out the same ones at once, and either will do.</summary>
    private Dispatch LayOut()
    {
        // Shorter texts first, so that the longer ones can point at them.
        var stops = new List<Stop>();
        foreach (var passage in _node!.Texts.OrderBy(passage => passage.Bytes.Length))
        {
            stops.Add(new Stop(passage, stops.FindLast(stop => passage.Bytes.AsSpan().StartsWith(stop.Text))));
        }

        return _ways = new Dispatch(stops);
    }
}
