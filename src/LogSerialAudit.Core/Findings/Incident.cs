using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Episodes that belong together: of one primary, or of one pair of serials seen from several sides, at one time.</summary>
/// <param name="Episodes">The episodes, by first complaint; those without a time last.</param>
internal sealed record Incident(IReadOnlyList<Episode> Episodes)
{
    private static readonly Duration Pause = Duration.FromDays(1);

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones { get; } = [.. Episodes.Select(episode => episode.History.Zone.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The addresses that offered the lower serials, without ports.</summary>
    public IReadOnlyList<string> Primaries { get; } =
        [.. Episodes.Select(episode => PeerAddress.WithoutPort(episode.Primary)).Where(address => address.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first complaint; null where none is dated.</summary>
    public Instant? From => Episodes[0].First is { Exists: true } first ? first.At : null;

    /// <summary>When the last episode ended, or was seen last.</summary>
    public Instant? To => Episodes.Select(EndOf).Max();

    /// <summary>What the primaries are called in a statement.</summary>
    public string Primary => Primaries.Count == 0 ? "the primary" : string.Join(" or ", Primaries);

    /// <summary>Each zone's pairs of serials once, by zone and pair.</summary>
    public IEnumerable<Episode> Pairs => Episodes
        .DistinctBy(episode => (episode.History.Zone, episode.Offered, episode.Held))
        .OrderBy(episode => episode.History.Zone.Name, StringComparer.Ordinal).ThenBy(episode => episode.Held?.Value).ThenBy(episode => episode.Offered?.Value);

    /// <summary>Parts episodes into incidents, by first complaint.</summary>
    public static IReadOnlyList<Incident> Of(IEnumerable<Episode> episodes)
    {
        var groups = new List<List<Episode>>();
        foreach (var episode in episodes.OrderBy(episode => episode.First.Exists ? episode.First.At : Instant.MaxValue))
        {
            var group = groups.FindLast(group => group.Exists(other => Belongs(episode, other)));
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(episode);
        }

        return [.. groups.Select(group => new Incident(group))];
    }

    /// <summary>Where a complaint of an episode stands.</summary>
    public static Exhibit ExhibitOf(Episode episode) =>
        new($"{episode.History.Zone.Name}: {Said.Serial(episode.Offered)} offered, {Said.Serial(episode.Held)} held", episode.Source);

    private static bool Belongs(Episode episode, Episode other) =>
        (PeerAddress.WithoutPort(episode.Primary) == PeerAddress.WithoutPort(other.Primary) || IsSamePair(episode, other))
        && (!episode.First.Exists || EndOf(other) is not { } end || episode.First.At - end <= Pause);

    private static bool IsSamePair(Episode one, Episode other) =>
        one.History.Zone.Name == other.History.Zone.Name && one.Offered == other.Offered && one.Held == other.Held;

    private static Instant? EndOf(Episode episode) =>
        episode.Ended is { Exists: true } ended ? ended.At : episode.Last.Exists ? episode.Last.At : null;
}
