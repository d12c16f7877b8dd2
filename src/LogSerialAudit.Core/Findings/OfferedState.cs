using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Pairs of serials that one state of the primary can have offered: it is as old as the newest offered, and older than the oldest held.</summary>
/// <param name="From">The newest serial offered.</param>
/// <param name="Before">The oldest serial held.</param>
/// <param name="Pairs">The episodes, by zone.</param>
internal sealed record OfferedState(Instant From, Instant Before, IReadOnlyList<Episode> Pairs)
{
    /// <summary>As many states of an incident as are told of.</summary>
    public const int Most = 16;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => field ??= [.. Pairs.Select(pair => pair.History.Zone.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Its age in words.</summary>
    public string Words => $"from between {Said.At(From)} and {Said.At(Before)}";

    /// <summary>Whether the state can be of a time.</summary>
    public bool MayBeOf(Instant at) => at >= From && at < Before;

    /// <summary>Whether all that is held came from another server, and the one that offers less comes after it from serial to serial: then its states are one that goes on.</summary>
    public static bool AreOfOneThatFollows(Incident incident, TakingFacts takings) =>
        incident.Pairs.All(pair => pair is { OfferedAt: not null, First.Exists: true } && takings.GiverIsOther(pair) == true)
        && incident.Pairs.GroupBy(pair => (pair.HistoryNumber, PeerAddress.WithoutPort(pair.Primary)))
            .All(zone => zone.OrderBy(pair => pair.First.At).ToList() is var offers && offers.Zip(offers.Skip(1)).All(next => next.Second.OfferedAt >= next.First.OfferedAt))
        && incident.Pairs.Select(pair => pair.HistoryNumber).Distinct().Count() == 1;

    /// <summary>The fewest states that explain an incident's dated pairs of unixtime serials, by age.</summary>
    public static IReadOnlyList<OfferedState> Of(Incident incident)
    {
        // Each pair is a span of time; taken by their ends, each span that does not reach back to the last end begins a state.
        var spans = Spans(incident.Pairs);
        var states = new List<OfferedState>();
        for (var (first, next) = (0, 0); first < spans.Count; first = next)
        {
            var from = long.MinValue;
            for (; next < spans.Count && (next == first || spans[next].From < spans[first].Before); next++)
            {
                from = Math.Max(from, spans[next].From);
            }

            states.Add(new OfferedState(Instant.FromUnixTimeSeconds(from), Instant.FromUnixTimeSeconds(spans[first].Before), new EpisodeList(incident.Pairs, [.. spans.Skip(first).Take(next - first).Select(span => span.Place)])));
        }

        return states;
    }

    /// <summary>The spans of time of dated pairs, in seconds since 1970 as serials are, by their ends. A held serial that names a time to come dates nothing.</summary>
    private static List<(long From, long Before, int Place)> Spans(IReadOnlyList<Episode> pairs)
    {
        var spans = new List<(long From, long Before, int Place)>(pairs.Count);
        for (var place = 0; place < pairs.Count; place++)
        {
            if (pairs[place] is { First: { Exists: true } first, OfferedAt: { } offered, HeldAt: { } held } && held <= first.At && offered < held)
            {
                spans.Add((offered.ToUnixTimeSeconds(), held.ToUnixTimeSeconds(), place));
            }
        }

        spans.Sort((one, other) => one.Before.CompareTo(other.Before) is not 0 and var byEnd ? byEnd
            : one.From.CompareTo(other.From) is not 0 and var byBegin ? byBegin : one.Place.CompareTo(other.Place));
        return spans;
    }
}
