using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Episodes that belong together: of one primary, or of one pair of serials seen from several sides, at one time.</summary>
/// <param name="episodes">The episodes, by first complaint; those without a time last.</param>
/// <param name="answers">What servers answered for SOA records.</param>
internal sealed class Incident(IReadOnlyList<Episode> episodes, AnswerFacts answers)
{
    private static readonly Duration Pause = Duration.FromDays(1);
    private readonly HashSet<string> _zones = [.. episodes.Select(episode => episode.History.Zone.Name)];

    /// <summary>The episodes, by first complaint; those without a time last.</summary>
    public IReadOnlyList<Episode> Episodes => episodes;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => field ??= [.. _zones.Order(StringComparer.Ordinal)];

    /// <summary>The addresses that offered the lower serials, without ports.</summary>
    public IReadOnlyList<string> Primaries { get; } =
        [.. episodes.Select(episode => PeerAddress.WithoutPort(episode.Primary)).Where(address => address.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Who complained, by name.</summary>
    public IReadOnlyList<Observer> Observers { get; } =
        [.. episodes.Select(episode => episode.History.Observer).Distinct().OrderBy(observer => observer.Name, StringComparer.Ordinal)];

    /// <summary>The first complaint; null where none is dated.</summary>
    public Instant? From => episodes[0].First is { Exists: true } first ? first.At : null;

    /// <summary>When the last episode ended, or was seen last.</summary>
    public Instant? To { get; } = episodes.Select(EndOf).Max();

    /// <summary>Whether nothing shows that all of it is over.</summary>
    public bool IsOpen { get; } = episodes.Any(answers.LeaveOpen);

    /// <summary>What the primaries are called in a statement.</summary>
    public string Primary => Primaries.Count == 0 ? "the primary" : Said.List(Primaries, "or");

    /// <summary>Each zone's pairs of serials once, by zone and pair: the first episode of each.</summary>
    public IReadOnlyList<Episode> Pairs => field ??=
    [
        .. episodes
            .DistinctBy(episode => (episode.History.Zone, episode.Offered, episode.Held))
            .OrderBy(episode => episode.History.Zone.Name, StringComparer.Ordinal).ThenBy(episode => episode.Held?.Value).ThenBy(episode => episode.Offered?.Value),
    ];

    /// <summary>The fewest states of the primary that explain the pairs, by age.</summary>
    public IReadOnlyList<OfferedState> States => field ??= OfferedState.Of(this);

    /// <summary>The held serials that were minted together, by time, with those that only SOA answers show.</summary>
    public IReadOnlyList<Batch> Batches => field ??= Batch.Of(this, answers);

    /// <summary>Zones that no one complained of, of which servers have different serials, the newest minted together with those held.</summary>
    public IReadOnlyList<Disagreement> Disagreements => field ??=
    [
        .. from disagreement in answers.Disagreements
           where !HasZone(disagreement.Zone) && Batches.Any(batch => batch.Serials.Any(serial => serial.Zone == disagreement.Zone && serial.Serial == disagreement.Newest))
           select disagreement,
    ];

    /// <summary>Whether a zone went back, or belongs to those that did.</summary>
    public bool Concerns(string zone) => HasZone(zone) || Disagreements.Any(disagreement => disagreement.Zone == zone);

    /// <summary>Whether a zone is among those that went back.</summary>
    public bool HasZone(string zone) => _zones.Contains(zone);

    /// <summary>Parts episodes into incidents, by first complaint.</summary>
    public static IReadOnlyList<Incident> Of(IEnumerable<Episode> episodes, AnswerFacts answers)
    {
        var groups = new List<List<Episode>>();

        // What an episode can join: the newest group that has its primary or its pair, while its last end is not too long ago.
        var joinable = new Dictionary<object, (int Group, Instant End)>();
        foreach (var episode in episodes.OrderBy(episode => episode.First.Exists ? episode.First.At : Instant.MaxValue))
        {
            object[] keys = [PeerAddress.WithoutPort(episode.Primary), (episode.History.Zone.Name, episode.Offered, episode.Held)];
            var place = keys.Max(key => joinable.TryGetValue(key, out var known) && IsNear(episode, known.End) ? known.Group : -1);
            if (place < 0)
            {
                place = groups.Count;
                groups.Add([]);
            }

            groups[place].Add(episode);
            foreach (var key in keys)
            {
                var end = EndOf(episode) ?? Instant.MaxValue;
                joinable[key] = joinable.TryGetValue(key, out var known) && known.Group == place ? (place, Instant.Max(known.End, end)) : (place, end);
            }
        }

        return [.. groups.Select(group => new Incident(group, answers))];
    }

    /// <summary>Where a complaint of an episode stands.</summary>
    public static Exhibit ExhibitOf(Episode episode) =>
        new($"{episode.History.Zone.Name}: {Said.Serial(episode.Offered)} offered, {Said.Serial(episode.Held)} held", episode.Source);

    private static bool IsNear(Episode episode, Instant end) => !episode.First.Exists || end == Instant.MaxValue || episode.First.At - end <= Pause;

    private static Instant? EndOf(Episode episode) =>
        episode.Ended is { Exists: true } ended ? ended.At : episode.Last.Exists ? episode.Last.At : null;
}
