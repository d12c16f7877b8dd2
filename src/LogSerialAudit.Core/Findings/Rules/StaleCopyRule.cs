namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A host that starts a machine from an image it has kept since its own last run starts a state of that time. Where the
/// serials offered are of such a state, that copy answered; where others are younger than it, another one answered too.
/// </summary>
internal sealed class StaleCopyRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        let states = OfferedState.Of(incident)
        from state in states
        from stale in StaleRun.Of(facts)
        where state.MayBeOf(stale.Ended.At) && state.Pairs.Any(pair => stale.Run.MayHold(pair.First.At))
        select Of(incident, states, state, stale);

    private static Finding Of(Incident incident, IReadOnlyList<OfferedState> states, OfferedState state, StaleRun stale)
    {
        var younger = states.Where(other => other.From > stale.Ended.At).ToList();
        var others = younger.Count == 0 ? "" : $"; {Said.List([.. younger.SelectMany(other => other.Zones).Distinct()])} were offered with serials that are younger, up to {Said.At(younger.Max(other => other.From))}, which that copy can't have known: both copies answered";
        return new Finding
        {
            Kind = FindingKind.StaleCopy,
            Severity = Severity.Warning,
            Confidence = Confidence.Strong,
            Zones = state.Zones,
            From = stale.Run.Start!.At,
            To = stale.Run.Until,
            Statement = $"{stale.Run.Host}'s copy was stale: its last run before that start ended {Said.At(stale.Ended.At)}, and {Said.List(state.Zones)} {(state.Zones.Count == 1 ? "was" : "were")} offered out of a state {state.Words}{others}",
            Exhibits = [new Exhibit($"last stop on {stale.Run.Host}", stale.Ended.Source), new Exhibit($"start on {stale.Run.Host}", stale.Run.Start.Source), .. state.Pairs.Select(Incident.ExhibitOf)],
            Refutation = $"that the image was copied to {stale.Run.Host} between {Said.At(stale.Ended.At)} and {Said.At(stale.Run.Start.At)}",
        };
    }
}
