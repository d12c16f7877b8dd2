using System.Runtime.InteropServices;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Episodes that belong together: of one primary, or of one pair of serials seen from several sides, at one time.</summary>
/// <param name="episodes">The episodes, by first complaint; those without a time last.</param>
/// <param name="answers">What servers answered for SOA records.</param>
internal sealed class Incident(IReadOnlyList<Episode> episodes, AnswerFacts answers)
{
    private static readonly Duration Pause = Duration.FromDays(1);
    private static readonly Comparer<Episode> ByZoneAndPair = Comparer<Episode>.Create((one, other) =>
        string.CompareOrdinal(one.History.Zone.Name, other.History.Zone.Name) is not 0 and var byZone ? byZone
        : Nullable.Compare(one.Held?.Value, other.Held?.Value) is not 0 and var byHeld ? byHeld
        : Nullable.Compare(one.Offered?.Value, other.Offered?.Value));

    private readonly HashSet<string> _zones = [.. episodes.Select(episode => episode.History.Zone.Name)];

    /// <summary>The episodes, by first complaint; those without a time last.</summary>
    public IReadOnlyList<Episode> Episodes => episodes;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => field ??= [.. _zones.Order(StringComparer.Ordinal)];

    /// <summary>The addresses that offered the lower serials, without ports.</summary>
    public IReadOnlyList<string> Primaries { get; } =
        [.. episodes.Select(episode => episode.Primary).Distinct().Select(PeerAddress.WithoutPort).Where(address => address.Length > 0).Distinct().Order(StringComparer.Ordinal)];

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
        .. episodes.Order(ByZoneAndPair).DistinctBy(episode => (episode.History.Zone, episode.Offered, episode.Held)),
    ];

    /// <summary>The fewest states of the primary that explain the pairs, by age.</summary>
    public IReadOnlyList<OfferedState> States => field ??= OfferedState.Of(this);

    /// <summary>The held serials that were minted together, by time, with those that only SOA answers show.</summary>
    public IEnumerable<Batch> Batches => Batch.Of(this, answers);

    /// <summary>Zones that no one complained of, of which servers have different serials, the newest minted together with those held.</summary>
    public IReadOnlyList<Disagreement> Disagreements => field ??= answers.Disagreements.Count == 0 ? [] :
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
    public static IReadOnlyList<Incident> Of(IReadOnlyList<Episode> episodes, AnswerFacts answers)
    {
        var groups = new List<List<Episode>>();

        var ofPrimary = new Dictionary<string, Joinable>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var ofPair = new Dictionary<(string Zone, SerialNumber? Offered, SerialNumber? Held), Joinable>(episodes.Count);
        foreach (var episode in episodes.OrderBy(episode => episode.First.Exists ? episode.First.At : Instant.MaxValue))
        {
            ref var primary = ref CollectionsMarshal.GetValueRefOrAddDefault(ofPrimary, PeerAddress.WithoutPort(episode.Primary.AsSpan()), out _);
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(ofPair, (episode.History.Zone.Name, episode.Offered, episode.Held), out _);
            var group = Math.Max(primary.GroupFor(episode), pair.GroupFor(episode));
            if (group < 0)
            {
                group = groups.Count;
                groups.Add([]);
            }

            groups[group].Add(episode);
            primary.Join(group, episode);
            pair.Join(group, episode);
        }

        return [.. groups.Select(group => new Incident(group, answers))];
    }

    /// <summary>Where a complaint of an episode stands.</summary>
    public static Exhibit ExhibitOf(Episode episode) =>
        new(episode, static told => Words((Episode)told), episode.Source);

    private static string Words(Episode episode) => $"{episode.History.Zone.Name}: {Said.Serial(episode.Offered)} offered, {Said.Serial(episode.Held)} held";

    private static bool IsNear(Episode episode, Instant end) => !episode.First.Exists || end == Instant.MaxValue || episode.First.At - end <= Pause;

    private static Instant? EndOf(Episode episode) =>
        episode.Ended is { Exists: true } ended ? ended.At : episode.Last.Exists ? episode.Last.At : null;

    /// <summary>The newest group that has a primary or a pair, as long as its last end is not too long ago.</summary>
    private struct Joinable
    {
        /// <summary>One more than the group; 0 where there is none.</summary>
        private int _next;
        private Instant _end;

        /// <summary>The group that an episode joins; -1 where it joins none.</summary>
        public readonly int GroupFor(Episode episode) => _next > 0 && IsNear(episode, _end) ? _next - 1 : -1;

        public void Join(int group, Episode episode)
        {
            var end = EndOf(episode) ?? Instant.MaxValue;
            (_next, _end) = (group + 1, _next == group + 1 ? Instant.Max(_end, end) : end);
        }
    }
}
