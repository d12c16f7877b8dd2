using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A serial that is a time dates the state that offers it: a state of the time T offers a zone's last serial before T, and
/// what the secondaries hold came after T. So each pair bounds T, and pairs whose bounds have no time in common
/// were not offered by one state.
/// </summary>
internal sealed class StatesRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts)
    {
        foreach (var incident in facts.Incidents)
        {
            var states = OfferedState.Of(incident);
            if (states.Count > 1)
            {
                yield return Several(incident, states);
            }

            foreach (var state in states)
            {
                yield return Lost(facts, incident, state);
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
        Statement = $"no single state of {incident.Primary} explains what it offered; at least {states.Count} answered: {string.Join("; ", states.Select(state => $"one {state.Words} ({Said.List(state.Zones)})"))}",
        Exhibits = [.. states.SelectMany(state => state.Pairs).Select(Incident.ExhibitOf)],
        Refutation = "zones of that server that are not written and restored together, as where each has its own copy or was edited by hand",
    };

    private static Finding Lost(CaseFacts facts, Incident incident, OfferedState state)
    {
        var takings = state.Pairs.Select(pair => facts.TakingOf(pair.History, pair.Held!.Value)).OfType<SerialTaking>().Where(taking => taking.At.Exists).ToList();
        var first = state.Pairs.Min(pair => pair.First.At);
        var seen = takings.Select(taking => taking.At.At).Concat(state.Pairs.Select(pair => pair.HeldAt!.Value)).Where(at => at <= first).Cast<NodaTime.Instant?>().Max();
        var lost = seen is { } there
            ? $"between {Said.At(there)}, when the newest of its later serials was there, and {Said.At(first)}, the first complaint"
            : $"before {Said.At(first)}, the first complaint";
        return new Finding
        {
            Kind = FindingKind.StateLost,
            Severity = Severity.Warning,
            Confidence = Confidence.Strong,
            Zones = state.Zones,
            From = state.From,
            To = first,
            Statement = $"{incident.Primary} answered for {Said.List(state.Zones)} with a state {state.Words}; what it had later was lost {lost}",
            Exhibits = [.. state.Pairs.Select(Incident.ExhibitOf), .. takings.Select(taking => new Exhibit($"{taking.Serial} taken", taking.Source))],
            Refutation = "a serial set by hand: then it names no time",
        };
    }
}
