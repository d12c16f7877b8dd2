namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// The beginning of a message, or where it goes on behind a captured value: the texts that may stand there. Where there is
/// one text and one value behind it, as in most places, the way is a loop over fields side by side; what is rarer is
/// reached through arrays.
/// </summary>
internal sealed class Place
{
    private readonly bool _isSingle;
    private readonly Stop _single;
    private readonly Stop[] _stops;
    private readonly Dispatch? _texts;

    /// <summary>Lays out a node and all that follows it.</summary>
    public Place(Node node)
    {
        // Shorter texts first, so that the longer ones can point at them.
        var passages = node.Texts.Values.OrderBy(passage => passage.Text.Length).ToList();
        _stops = [.. passages.Select((passage, index) => Stop.Behind(passage) with
        {
            Shorter = index == 0 ? -1 : passages.FindLastIndex(index - 1, other => passage.Text.AsSpan().StartsWith(other.Text)),
        })];
        _isSingle = _stops.Length == 1 && _stops[0].Others.Length == 0;
        _single = _isSingle ? _stops[0] : default;
        _texts = _isSingle ? null : new Dispatch([.. passages.Select((passage, index) => (index, passage.Text))]);
    }

    /// <summary>Goes on from here, with a number of values captured.</summary>
    public void Go(ref Walk walk, int at, int depth)
    {
        var place = this;
        while (place._isSingle)
        {
            ref readonly var stop = ref place._single;
            if (!stop.Begins(walk.Message[at..]))
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

        place.GoManyWays(ref walk, at, depth);
    }

    private void GoManyWays(ref Walk walk, int at, int depth)
    {
        var index = _texts!.Longest(_stops, walk.Message[at..]);
        while (index >= 0)
        {
            ref readonly var stop = ref _stops[index];
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
}
