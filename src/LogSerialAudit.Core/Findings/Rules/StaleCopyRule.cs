using LogSerialAudit.Findings.Causes;
using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A host that starts a machine from an image it has kept since its own last run starts a state of that time. Where the
/// serials offered are of such a state, that copy answered; where others are younger than it, another one answered too.
/// </summary>
internal sealed class StaleCopyRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from state in incident.States.Take(OfferedState.Most)
        from stale in facts.Machine.Stale
        where state.MayBeOf(stale.Ended.At) && state.Pairs.Any(pair => stale.Run.MayHold(pair.First.At))
        select Of(facts, incident, state, stale);

    private static Finding Of(CaseFacts facts, Incident incident, OfferedState state, StaleRun stale)
    {
        var younger = incident.States.Where(other => other.From > stale.Ended.At).ToList();
        var others = younger.Count == 0 ? "" : $"; {Said.List([.. younger.SelectMany(other => other.Zones).Distinct()], "and")} were offered with serials that are younger, up to {Said.At(younger.Max(other => other.From))}, which that copy can't have known: both copies answered";
        var revisions = state.Pairs.Select(pair => (Offered: facts.RevisionOf(pair.History.Zone.Name, pair.Offered), Held: facts.RevisionOf(pair.History.Zone.Name, pair.Held))).ToList();
        return new Finding
        {
            Kind = FindingKind.StaleCopy,
            Severity = Severity.Warning,
            Confidence = Confidence.Strong,
            Zones = state.Zones,
            From = stale.Run.Start!.At,
            To = stale.Run.Until,
            Tell = () => $"{stale.Run.Host}'s copy was stale: its last run before that start ended {Said.At(stale.Ended.At)}, and {Said.List(state.Zones, "and")} {(state.Zones.Count == 1 ? "was" : "were")} offered out of a state {state.Words}{string.Concat(state.Pairs.Zip(revisions).Select(each => Told(each.First, each.Second.Offered, each.Second.Held)).Take(3))}{others}",
            Show = () => ExhibitList.Of(
            [
                RunLines.Of(stale.Ended), RunLines.StartOf(stale.Run), .. state.Pairs.Select(Incident.ExhibitOf),
                .. revisions.SelectMany(each => new[] { each.Offered, each.Held }).OfType<Evidence.ZoneFiles.ZoneRevision>().Select(ZoneFileFacts.ExhibitOf),
            ]),
            Refutation = $"that the image was copied to {stale.Run.Host} between {Said.At(stale.Ended.At)} and {Said.At(stale.Run.Start.At)}",
        };
    }

    private static string Told(Episode pair, Evidence.ZoneFiles.ZoneRevision? offered, Evidence.ZoneFiles.ZoneRevision? held) => offered is null || held is null ? ""
        : $": {pair.Offered}, revision {offered.Revision} of its zone file, where {pair.Held}, revision {held.Revision}{(held.Minted is { } minted ? $" of {Said.At(minted)}" : "")}, was held";
}
