using NodaTime;

namespace LogSerialAudit.History.Copies;

/// <summary>
/// Two streams laid side by side: which lines of one are those of the other, each at most once and none much later than the
/// other. Two servers that ask one primary may say the same in the same second now and then, but their timers part them soon
/// (a refresh comes after three quarters to all of its interval); a copy goes on saying the same.
/// </summary>
internal sealed class StreamPair
{
    /// <summary>At so many moments lines must be one, to be believed where nothing but the words speaks for it.</summary>
    public const int FewestMoments = 3;

    /// <summary>A relay that holds lines for longer gives them stamps that say nothing.</summary>
    private static readonly Duration LongestDelay = Duration.FromSeconds(5);

    /// <summary>Stamps are cut to seconds, and two programs read the clock one after the other.</summary>
    private static readonly Duration Rounding = Duration.FromSeconds(1);

    /// <summary>The most by which the clock of a host that stamps lines anew may be off.</summary>
    private static readonly Duration MostApart = Duration.FromMinutes(5);

    /// <summary>Within so much a relay hands on what it gets.</summary>
    private static readonly Duration MostSpread = Duration.FromSeconds(3);

    private readonly List<(LineStream.Line Original, LineStream.Line Copy)> _matched = [];
    private Duration _spread;

    private StreamPair(LineStream original, LineStream copy, Duration least, Duration most)
    {
        (Original, Copy) = (original, copy);
        Match(least, most);
        Weigh();
    }

    /// <summary>The stream that is earlier.</summary>
    public LineStream Original { get; }

    /// <summary>The other one.</summary>
    public LineStream Copy { get; }

    /// <summary>The lines that are one line.</summary>
    public IReadOnlyList<(LineStream.Line Original, LineStream.Line Copy)> Matched => _matched;

    /// <summary>Whether all lines of the copy are about as late.</summary>
    public bool IsSteady => _spread <= MostSpread;

    /// <summary>At how many moments, over ten seconds apart, there are lines that are one.</summary>
    public int Moments { get; private set; }

    /// <summary>Lines that one of the two lacks while both go on; of the stream that lacks less in the other.</summary>
    public int Alone { get; private set; }

    /// <summary>Lays two streams side by side as their lines fit best: one of them delayed, or its clock apart.</summary>
    public static StreamPair Of(LineStream one, LineStream other)
    {
        var best = new StreamPair(one, other, -Rounding, LongestDelay);
        var turned = new StreamPair(other, one, -Rounding, LongestDelay);
        best = turned.IsBetterThan(best) ? turned : best;
        if (best.Alone > 0 && IsBeside(one, other) && ClocksApart(one, other) is { } apart)
        {
            var shifted = new StreamPair(one, other, apart - (2 * Rounding), apart + (2 * Rounding));

            // The same words again some minutes later are no copy: a server asks and takes more than once.
            best = shifted.Moments >= FewestMoments && shifted.IsBetterThan(best) ? shifted : best;
        }

        return best;
    }

    /// <summary>Whether neither ends before the other begins: what a server says again and again would make the next log a late copy of the one before.</summary>
    private static bool IsBeside(LineStream one, LineStream other) => one.Lines[0].At <= other.Lines[^1].At && other.Lines[0].At <= one.Lines[^1].At;

    private bool IsBetterThan(StreamPair other) => _matched.Count != other._matched.Count ? _matched.Count > other._matched.Count : _spread < other._spread;

    /// <summary>How far the stamps are apart, by the lines that each has once; null where that is nothing or too much.</summary>
    private static Duration? ClocksApart(LineStream one, LineStream other)
    {
        var others = Once(other).ToDictionary(line => line.Said, line => line.At);
        var apart = Once(one).Where(line => others.ContainsKey(line.Said)).Select(line => others[line.Said] - line.At).Order().ToList();
        return apart.Count > 0 && apart[apart.Count / 2] is var median && median > -MostApart && median < MostApart ? median : null;
    }

    private static IEnumerable<LineStream.Line> Once(LineStream stream) =>
        stream.Lines.GroupBy(line => line.Said).Where(same => same.Count() == 1).Select(same => same.First());

    private void Match(Duration least, Duration most)
    {
        var (waiting, next) = (new Dictionary<int, Queue<LineStream.Line>>(), 0);
        foreach (var line in Copy.Lines)
        {
            for (; next < Original.Lines.Count && line.At - Original.Lines[next].At >= least; next++)
            {
                var known = Original.Lines[next];
                if (!waiting.TryGetValue(known.Said, out var queue))
                {
                    waiting.Add(known.Said, queue = []);
                }

                queue.Enqueue(known);
            }

            if (!waiting.TryGetValue(line.Said, out var same))
            {
                continue;
            }

            while (same.TryPeek(out var old) && line.At - old.At > most)
            {
                same.Dequeue();
            }

            if (same.TryDequeue(out var found))
            {
                _matched.Add((found, line));
            }
        }
    }

    private void Weigh()
    {
        if (_matched.Count == 0)
        {
            Alone = Math.Min(Original.Lines.Count, Copy.Lines.Count);
            return;
        }

        var delays = _matched.ConvertAll(pair => pair.Copy.At - pair.Original.At);
        _spread = delays.Max() - delays.Min();
        Moments = 1;
        var last = _matched[0].Copy.At;
        foreach (var (_, line) in _matched)
        {
            if (line.At - last > 2 * LongestDelay)
            {
                (Moments, last) = (Moments + 1, line.At);
            }
        }

        var from = Instant.Max(Original.Lines[0].At, Copy.Lines[0].At);
        var to = Instant.Min(Original.Lines[^1].At, Copy.Lines[^1].At);
        Alone = Math.Min(Unmatched(Original, [.. _matched.Select(pair => pair.Original.Place)]), Unmatched(Copy, [.. _matched.Select(pair => pair.Copy.Place)]));

        int Unmatched(LineStream stream, HashSet<int> matched) => stream.Lines.Count(line => line.At >= from && line.At <= to && !matched.Contains(line.Place));
    }
}
