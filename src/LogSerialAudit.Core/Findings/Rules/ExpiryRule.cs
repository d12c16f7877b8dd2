using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A refused refresh is none: the zone expires when EXPIRE has gone by since the last transfer, or since the last refresh that
/// found an equal serial, which leaves no line at BIND's usual level (bind9 lib/dns/zone.c refresh_callback, zone_expire).
/// </summary>
internal sealed class ExpiryRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from episode in facts.Open
        where episode.First.Exists && !Retransfer.NeverExpires(episode)
        let timers = ZoneTimers.Of(facts, episode.History.Zone.Name, episode.Held)
        where timers is not null
        select Of(facts, episode, timers);

    private static Finding Of(CaseFacts facts, Episode episode, ZoneTimers timers)
    {
        var proof = facts.Own.LastFreshness(episode.History);
        var least = proof is { } fresh ? fresh.At.At + timers.Expire : (Instant?)null;
        var newest = proof?.At is { } proved && proved.At > episode.First.At ? proved : episode.First;
        var most = newest.At + timers.Expire;
        var end = facts.Own.SpanOf(episode.History.Observer)!.Value.Last;
        var when = least is { } from && from < most ? Said.Between(proof!.Value.At with { At = from }, newest with { At = most }) : $"by {Said.At(newest with { At = most })}";
        var past = most <= end.At ? $"; the log goes on to {Said.At(end)}, so it should have, and no line says so"
            : least is { } first && first <= end.At ? $"; the first of these times is past where the log ends, {Said.At(end)}, and no line says that it has" : "";
        return new Finding
        {
            Kind = FindingKind.ExpiryPredicted,
            Severity = RaiseSerialRule.HasStopped(facts, episode) ? Severity.Note : Severity.Error,
            Confidence = Confidence.Strong,
            Zones = [episode.History.Zone.Name],
            From = least,
            To = most,
            Tell = () => $"{facts.Titles.Of(episode.History)} expires on {episode.History.Observer.Place} {when}, if every refresh since the first complaint is refused (EXPIRE {DurationText.Words(timers.Expire)}, from {timers.From}){past}",
            Show = () => ExhibitList.Of([Incident.ExhibitOf(episode), .. proof is { } row ? [new Exhibit("last known to be fresh", row.Source)] : Array.Empty<Exhibit>(), .. timers.Exhibit is { } exhibit ? [exhibit] : Array.Empty<Exhibit>()]),
            Refutation = "a refresh since then that found an equal serial, here or at another primary, which leaves no line; an EDNS EXPIRE of the primary",
        };
    }
}
