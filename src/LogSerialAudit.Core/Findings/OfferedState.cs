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

    /// <summary>The fewest states that explain an incident's dated pairs of unixtime serials, by age.</summary>
    public static IReadOnlyList<OfferedState> Of(Incident incident)
    {
        // Each pair is a span of time; taken by their ends, each span that does not reach back to the last end begins a state.
        var states = new List<(Instant From, Instant Before, List<Episode> Pairs)>();
        foreach (var (pair, from, before) in incident.Pairs.Where(pair => pair.First.Exists).Select(Span).Where(span => span.From < span.Before).OrderBy(span => span.Before).ThenBy(span => span.From))
        {
            if (states.Count == 0 || from >= states[^1].Before)
            {
                states.Add((from, before, []));
            }

            states[^1] = states[^1] with { From = Instant.Max(states[^1].From, from) };
            states[^1].Pairs.Add(pair);
        }

        return [.. states.Select(state => new OfferedState(state.From, state.Before, state.Pairs))];
    }

    /// <summary>A held serial that names a time to come dates nothing.</summary>
    private static (Episode Pair, Instant From, Instant Before) Span(Episode pair) =>
        pair is { OfferedAt: { } offered, HeldAt: { } held } && held <= pair.First.At
            ? (pair, offered, held)
            : (pair, Instant.MinValue, Instant.MinValue);
}
