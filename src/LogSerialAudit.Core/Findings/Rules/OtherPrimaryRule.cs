using System.Globalization;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The held serial came from another server than the one that offers less: two servers are asked as primaries, and do not agree. Two that
/// take turns are told once for each zone and secondary, with how often it was so.
/// </summary>
internal sealed class OtherPrimaryRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts)
    {
        var pairs = new Dictionary<(int History, string One, string Other), List<int>>();
        foreach (var (place, episode) in facts.Episodes.Index())
        {
            if (facts.Takings.GiverIsOther(episode) == true)
            {
                var (giver, offering) = (PeerAddress.WithoutPort(facts.Takings.GiverOf(episode)), PeerAddress.WithoutPort(episode.Primary));
                var key = string.CompareOrdinal(giver, offering) < 0 ? (episode.HistoryNumber, giver, offering) : (episode.HistoryNumber, offering, giver);
                if (!pairs.TryGetValue(key, out var places))
                {
                    pairs.Add(key, places = []);
                }

                places.Add(place);
            }
        }

        return pairs.Values.Select(places => Of(facts, new EpisodeList(facts.Episodes, [.. places])));
    }

    /// <summary>What is stated.</summary>
    /// <param name="episode">The complaint about the one.</param>
    /// <param name="taking">The transfer from the other.</param>
    internal static string Told(Episode episode, SerialTaking taking) =>
        $"{episode.History.Observer.Name} had {episode.History.Zone.Name} {Said.Serial(episode.Held, episode.HeldAt)} from {PeerAddress.WithoutPort(taking.From)}, but {PeerAddress.WithoutPort(episode.Primary)} offers {Said.Serial(episode.Offered, episode.OfferedAt)}: both are asked as primaries and do not hold the same zone";

    private static Finding Of(CaseFacts facts, EpisodeList episodes)
    {
        var first = episodes[0];
        var taking = facts.Takings.Of(first.History, first.Held)!;
        return new Finding
        {
            Kind = FindingKind.OtherPrimary,
            Severity = Severity.Error,
            Confidence = Confidence.Strong,
            Zones = [first.History.Zone.Name],
            From = taking.At.Exists ? taking.At.At : null,
            To = episodes.Count > 1 ? episodes.Max(episode => episode.Last is { Exists: true } last ? last.At : (Instant?)null) : null,
            Tell = () => Told(first, taking) + Again(facts, episodes),
            Show = () => ExhibitList.Of(new[] { first, episodes[^1] }.SelectMany(episode => Lines(facts, episode)).Concat(episodes.Select(Incident.ExhibitOf))),
            Refutation = "that they are addresses of one server",
        };
    }

    /// <summary>How often it was so, and what was last.</summary>
    private static string Again(CaseFacts facts, EpisodeList episodes)
    {
        if (episodes.Count == 1)
        {
            return "";
        }

        var last = episodes[^1];
        var primary = PeerAddress.WithoutPort(last.Primary);
        var alike = episodes.Count(episode => PeerAddress.AreOne(episode.Primary, primary));
        var times = string.Create(CultureInfo.InvariantCulture, $"; it was so {episodes.Count} times, {(alike == episodes.Count ? "always" : $"{alike} of them")} with less from {primary}");
        return $"{times}{(last.First.Exists ? $", last from {Said.At(last.First)} on" : "")} (held {Said.Serial(last.Held, last.HeldAt)} from {PeerAddress.WithoutPort(facts.Takings.GiverOf(last))}, offered {Said.Serial(last.Offered, last.OfferedAt)})";
    }

    private static IEnumerable<Exhibit> Lines(CaseFacts facts, Episode episode)
    {
        var taking = facts.Takings.Of(episode.History, episode.Held)!;
        yield return new Exhibit($"{taking.Serial} taken from {PeerAddress.WithoutPort(taking.From)}", taking.Source);
        yield return Incident.ExhibitOf(episode);
    }
}
