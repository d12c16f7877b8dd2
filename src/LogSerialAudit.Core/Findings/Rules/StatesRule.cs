using LogSerialAudit.Dating;
using LogSerialAudit.Findings.Causes;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A serial that is a time dates the state that offers it: a state of the time T offers a zone's last serial before T, and
/// what the secondaries hold came after T. So each pair bounds T, and pairs whose bounds have no time in common
/// were not offered by one state. Serials that are no times are dated by when they were in service.
/// </summary>
internal sealed class StatesRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident, BoundedFindings found)
    {
        if (incident.States.Count > 1 && !OfferedState.AreOfOneThatFollows(incident, facts.Takings))
        {
            yield return Several(incident, incident.States);
        }

        foreach (var state in incident.States.Take(OfferedState.Most).Where(state => found.Keeps(FindingKind.StateLost) && !IsOfAnother(facts, state) && !GoesOn(facts, state)))
        {
            yield return Lost(facts, incident, state);
        }

        var schemes = new PairSchemes(facts.Takings);
        foreach (var pair in incident.Pairs.Where(pair => facts.Takings.GiverIsOther(pair) != true && facts.Takings.InOtherView(pair) is null))
        {
            if (pair is { OfferedAt: null } or { HeldAt: null } && !schemes.IsNewAndLower(pair) && WindowInService(facts, pair) is { } window && found.Keeps(FindingKind.StateLost))
            {
                yield return LostInService(facts, incident, window);
            }
        }
    }

    private static Finding Several(Incident incident, IReadOnlyList<OfferedState> states) => new()
    {
        Kind = FindingKind.SeveralStates,
        Severity = Severity.Warning,
        Confidence = Confidence.Strong,
        Zones = incident.Zones,
        From = incident.From,
        To = incident.To,
        Tell = () => $"no single state of {incident.Primary} explains what it offered; at least {states.Count} answered: {Said.List(states, state => $"one {state.Words} ({Said.List(state.Zones)})")}",
        Show = () => ExhibitList.Of(states.SelectMany(state => state.Pairs).Select(Incident.ExhibitOf)),
        Refutation = "zones of that server that are not written and restored together, as where each has its own copy or was edited by hand",
    };

    private static Finding Lost(CaseFacts facts, Incident incident, OfferedState state)
    {
        var first = state.Pairs.MinBy(pair => pair.First.At)!.First;
        var isOne = incident.States.Count == 1;
        return new Finding
        {
            Kind = FindingKind.StateLost,
            Severity = Severity.Warning,
            Confidence = isOne ? Confidence.Strong : Confidence.Possible,
            Zones = state.Zones,
            From = state.From,
            To = first.At,
            Tell = () => $"{incident.Primary} answered for {Said.List(state.Zones, "and")} with a state {state.Words}; {(isOne ? "what it had later" : "if one copy was put back, what it had later")} was lost {When(facts, state, first)}",
            Show = () => ExhibitList.Of(state.Pairs.Select(Incident.ExhibitOf).Concat(Takings(facts, state).Select(taking => new Exhibit($"{taking.Serial} taken", taking.Source)))),
            Refutation = isOne ? "a serial set by hand: then it names no time" : "that several copies answered: then this one lost nothing, and what is held is another's",
        };
    }

    /// <summary>Whether the primary that offers a state never had what is held of some zone of it: that came from another one, and nothing is lost.</summary>
    private static bool IsOfAnother(CaseFacts facts, OfferedState state) => state.Pairs.Any(pair => facts.Takings.GiverIsOther(pair) == true || facts.Takings.InOtherView(pair) is not null);

    /// <summary>Whether a state offered one zone's serials one after the other, each below what is held and the later ones never in service before: then it is no old copy, but makes new ones.</summary>
    private static bool GoesOn(CaseFacts facts, OfferedState state) => state.Pairs.GroupBy(pair => (pair.History.Zone, pair.History.Side, pair.Held))
        .Any(zone => zone.Min(pair => pair.OfferedAt) is { } least
            && zone.Any(pair => pair.OfferedAt > least && pair.First.At > zone.Min(each => each.First.At) && !facts.Takings.IsSeen(pair.History, pair.Offered!.Value)));

    private static string When(CaseFacts facts, OfferedState state, Dated first)
    {
        var seen = Takings(facts, state).Select(taking => taking.At).Concat(state.Pairs.Select(pair => Dated.Sure(pair.HeldAt!.Value))).Where(at => at.At <= first.At).Cast<Dated?>().MaxBy(at => at!.Value.At);
        return seen is { } there
            ? $"between {Said.At(there)}, when the newest of its later serials was there, and {Said.At(first)}, the first complaint; the state was then {Age(there.At - state.Before, first.At - state.From)} old"
            : $"before {Said.At(first)}, the first complaint";
    }

    private static IEnumerable<SerialTaking> Takings(CaseFacts facts, OfferedState state) =>
        state.Pairs.Select(pair => facts.Takings.Of(pair.History, pair.Held)).OfType<SerialTaking>().Where(taking => taking.At.Exists);

    /// <summary>When a pair was lost whose held serial was in service here; null where no lines say.</summary>
    private static LossWindow? WindowInService(CaseFacts facts, Episode pair) =>
        LossWindow.Of(facts, pair) is { From: not null } window && facts.Takings.AtOf(pair.History, pair.Held) is not null ? window : null;

    /// <summary>A serial that names no time is as old as the time in which it was in service.</summary>
    private static Finding LostInService(CaseFacts facts, Incident incident, LossWindow window)
    {
        var (pair, to) = (window.Pair, window.To);
        var held = facts.Takings.Of(pair.History, pair.Held)!;
        var had = facts.Takings.Of(pair.History, pair.Offered) is { At.Exists: true } offered && offered.Place < held.Place ? offered : null;
        return new Finding
        {
            Kind = FindingKind.StateLost,
            Severity = Severity.Warning,
            Confidence = Confidence.Strong,
            Zones = [pair.History.Zone.Name],
            From = had?.At.At,
            To = to,
            Tell = () => $"what {incident.Primary} had of {pair.History.Zone.Name} after {Said.Serial(pair.Offered)} was lost {Said.Between(window.Known!.Value, pair.First)}: after {Said.Serial(pair.Held)} was there, before the first complaint"
                + (had is null ? "" : $"; {had.Serial} had been in service here from {Said.At(had.At)} on, so the copy was at most about {DurationText.Words(to - had.At.At)} old"),
            Show = () => ExhibitList.Of([Incident.ExhibitOf(pair), new Exhibit($"{held.Serial} taken", held.Source), .. had is null ? Array.Empty<Exhibit>() : [new Exhibit($"{had.Serial} in service", had.Source)]]),
            Refutation = "a line that shows the held serial at the primary after the first complaint",
        };
    }

    private static string Age(Duration least, Duration most) =>
        least <= Duration.Zero ? $"at most {DurationText.Words(most)}" : $"between {DurationText.Words(least)} and {DurationText.Words(most)}";
}
