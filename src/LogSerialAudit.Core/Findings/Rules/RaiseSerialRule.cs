using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What heals a zone: a serial newer than what every server seen holds, in one step of RFC 1982 or in two.</summary>
internal sealed class RaiseSerialRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from zone in facts.Episodes.GroupBy(episode => (episode.History.Zone.Name, episode.History.Zone.Class, episode.History.Side))
        let open = zone.Where(episode => IsOpen(episode) && episode.Held is not null).ToList()
        where open.Count > 0
        orderby zone.Key.Name
        select Of(open);

    private static bool IsOpen(Episode episode) => episode.State is EpisodeState.Open or EpisodeState.Unknown;

    private static Finding Of(List<Episode> open)
    {
        var last = open.MaxBy(episode => episode.Last.Exists ? episode.Last.At : Instant.MinValue)!;
        var held = open.Select(episode => episode.Held!.Value).Aggregate((one, other) => other.IsNewerThan(one) ? other : one);
        var next = new SerialNumber(unchecked(held.Value + 1));
        var zone = last.History.Zone.Name;
        var observers = open.Select(episode => episode.History.Observer.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        var way = last.Offered is not { } offered || next.IsNewerThan(offered)
            ? $"set the serial on the primary to {next} or more and reload{Now(last.History, held)}"
            : $"{next} can't be reached from {offered} in one step (RFC 1982): set {unchecked(offered.Value + SerialNumber.LargestIncrement)}, wait until every secondary has it, then set {next}";
        return new Finding
        {
            Kind = FindingKind.RaiseSerial,
            Severity = last.State == EpisodeState.Open ? Severity.Error : Severity.Warning,
            Confidence = Confidence.Certain,
            Zones = [zone],
            From = last.Last.Exists ? last.Last.At : null,
            Statement = $"{zone}: no line shows that it healed. {Said.List(observers)} held {held}: {way}; or make {Said.List(observers)} take what the primary has (rndc retransfer {zone})",
            Exhibits = [.. open.Select(Incident.ExhibitOf)],
        };
    }

    /// <summary>Where serials are the time, the time is enough.</summary>
    private static string Now(SerialHistory history, SerialNumber held) =>
        history.InstantOf(held) is { } at ? $" (the time in seconds, date +%s, is enough from {Said.At(at.PlusTicks(Duration.FromSeconds(1).BclCompatibleTicks))} on)" : "";
}
