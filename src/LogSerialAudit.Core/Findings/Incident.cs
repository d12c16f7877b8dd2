using LogSerialAudit.Dating;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Episodes that belong together: of one primary, or of one pair of serials seen from several sides, at one time.</summary>
internal sealed class Incident
{
    private readonly AnswerFacts _answers;
    private readonly HashSet<string> _zones = new(StringComparer.Ordinal);

    /// <summary>Makes an incident of episodes.</summary>
    /// <param name="episodes">The episodes, by first complaint; those without a time last.</param>
    /// <param name="answers">What servers answered for SOA records.</param>
    public Incident(IReadOnlyList<Episode> episodes, AnswerFacts answers)
    {
        (Episodes, _answers) = (episodes, answers);
        var (histories, primaries) = (new List<SerialHistory>(), new List<string>());
        var (knownHistories, knownPrimaries) = (new HashSet<int>(), new HashSet<int>());
        foreach (var episode in episodes)
        {
            if (knownHistories.Add(episode.HistoryNumber))
            {
                histories.Add(episode.History);
            }

            if (knownPrimaries.Add(episode.PrimaryNumber))
            {
                primaries.Add(episode.Primary);
            }

            End = IncidentParting.EndOf(episode) is { } end && !(End?.At >= end.At) ? end : End;
            IsOpen = IsOpen || answers.LeaveOpen(episode);
        }

        _zones.UnionWith(histories.Select(history => history.Zone.Name));
        Primaries = [.. primaries.Select(PeerAddress.WithoutPort).Where(address => address.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Observers = [.. histories.Select(history => history.Observer).Distinct().OrderBy(observer => observer.Name, StringComparer.Ordinal)];
    }

    /// <summary>The episodes, by first complaint; those without a time last.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => field ??= [.. _zones.Order(StringComparer.Ordinal)];

    /// <summary>The addresses that offered the lower serials, without ports.</summary>
    public IReadOnlyList<string> Primaries { get; }

    /// <summary>Who complained, by name.</summary>
    public IReadOnlyList<Observer> Observers { get; }

    /// <summary>The first complaint; null where none is dated.</summary>
    public Instant? From => Episodes[0].First is { Exists: true } first ? first.At : null;

    /// <summary>When the last episode ended, or was seen last.</summary>
    public Instant? To => End?.At;

    /// <summary>The same, and how sure it is.</summary>
    public Dated? End { get; }

    /// <summary>Whether nothing shows that all of it is over.</summary>
    public bool IsOpen { get; }

    /// <summary>What the primaries are called in a statement.</summary>
    public string Primary => Primaries.Count == 0 ? "the primary" : Said.List(Primaries, "or");

    /// <summary>Each zone's pairs of serials once, by zone and pair: the first episode of each.</summary>
    public IReadOnlyList<Episode> Pairs => field ??= IncidentPairs.Of(this);

    /// <summary>The fewest states of the primary that explain the pairs, by age.</summary>
    public IReadOnlyList<OfferedState> States => field ??= OfferedState.Of(this);

    /// <summary>The held serials that were minted together, by time, with those that only SOA answers show.</summary>
    public IEnumerable<Batch> Batches => Batch.Of(this, _answers);

    /// <summary>Zones that no one complained of, of which servers have different serials, the newest minted together with those held.</summary>
    public IReadOnlyList<Disagreement> Disagreements => field ??= _answers.Disagreements.Count == 0 ? [] :
    [
        .. from disagreement in _answers.Disagreements
           where !HasZone(disagreement.Zone) && Batches.Any(batch => batch.Serials.Any(serial => serial.Zone == disagreement.Zone && serial.Serial == disagreement.Newest))
           select disagreement,
    ];

    /// <summary>Whether a zone went back, or belongs to those that did.</summary>
    public bool Concerns(string zone) => HasZone(zone) || Disagreements.Any(disagreement => disagreement.Zone == zone);

    /// <summary>Whether a zone is among those that went back.</summary>
    public bool HasZone(string zone) => _zones.Contains(zone);

    /// <summary>Parts episodes into incidents, by first complaint.</summary>
    public static IReadOnlyList<Incident> Of(IReadOnlyList<Episode> episodes, AnswerFacts answers) =>
        [.. IncidentParting.Of(episodes).Select(places => new Incident(new EpisodeList(episodes, [.. places]), answers))];

    /// <summary>Where a complaint of an episode stands.</summary>
    public static Exhibit ExhibitOf(Episode episode) =>
        new(episode, static told => Words((Episode)told), episode.Source);

    private static string Words(Episode episode) => $"{episode.History.Zone.Name}: {Said.Serial(episode.Offered)} offered, {Said.Serial(episode.Held)} held";
}
