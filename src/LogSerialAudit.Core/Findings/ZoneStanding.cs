using LogSerialAudit.Findings.Rules;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>How one zone of an incident stands: its last pair, and whether it is over, on the server where it stands worst.</summary>
/// <param name="Zone">The zone, as <see cref="ZoneTitles"/> calls it.</param>
/// <param name="Offered">The lower serial; null where it is not known.</param>
/// <param name="Held">The higher one; null where it is not known.</param>
/// <param name="Behind">How much older the lower one is; null where they name no times.</param>
/// <param name="Words">How it stands, in a few words.</param>
internal sealed record ZoneStanding(string Zone, SerialNumber? Offered, SerialNumber? Held, Duration? Behind, string Words)
{
    /// <summary>The zones of an incident, those that are not over first, each group by name; then those that only answers show.</summary>
    public static IReadOnlyList<ZoneStanding> Of(CaseFacts facts, Incident incident) =>
    [
        .. from zone in incident.Episodes.GroupBy(episode => facts.Titles.Of(episode.History), StringComparer.Ordinal)
           let open = zone.Where(facts.IsOpen).ToList()
           orderby open.Count > 0 descending, zone.Key
           select Of(facts, open.Count > 0 ? open[^1] : zone.Last()),
        .. incident.Disagreements.Select(found => new ZoneStanding(found.Zone, found.Behind?.Serial, found.Newest, found.Minted - found.Behind?.Minted, "SOA answers differ")),
    ];

    private static ZoneStanding Of(CaseFacts facts, Episode last) => new(facts.Titles.Of(last.History), last.Offered, last.Held, last.Behind, Word(facts, last));

    private static string Word(CaseFacts facts, Episode episode) => episode switch
    {
        _ when facts.MayHaveHealedBefore(episode) => "healed by" + Day(episode.Ended),
        { State: EpisodeState.CaughtUp } => "healed" + Day(episode.Ended),
        { State: EpisodeState.Expired } => "expired" + Day(episode.Ended),
        { State: EpisodeState.Forced } => "lower taken" + Day(episode.Ended),
        { State: EpisodeState.Continued } => "went on" + Day(episode.Ended),
        _ when !facts.IsOpen(episode) => "healed, by answers",
        _ when RaiseSerialRule.HasStopped(facts, episode) => episode.Last.Exists ? "quiet since" + Day(episode.Last) : "quiet",
        _ => "not seen to heal",
    };

    private static string Day(Dating.Dated? at) => at is not { } dated ? "" : dated.Exists ? $" {Said.Day(dated)}" : ", undated";
}
