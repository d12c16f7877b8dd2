namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The primary's own log goes forward only while its secondaries complain: it does not know that it went back, so its state
/// was changed beneath it (an image, a snapshot, a second copy), not edited under a running server.
/// </summary>
internal sealed class ChangedBeneathRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident)
    {
        // A log that shows the held serial is of the copy that minted it, and says nothing of the other.
        var own = (from pair in incident.Pairs
                   from history in facts.Takings.PrimariesOf(pair.History.Zone.Name)
                   where !incident.Observers.Contains(history.Observer) && pair.Held is not null && facts.Takings.Of(history, pair.Held) is null && facts.Own.GoesForward(history)
                   select (Pair: pair, History: history)).ToList();
        var zones = own.Select(each => each.Pair.History.Zone.Name).Distinct().ToList();
        if (zones.Count > 0)
        {
            yield return new Finding
            {
                Kind = FindingKind.ChangedBeneath,
                Severity = Severity.Note,
                Confidence = Confidence.Strong,
                Zones = zones,
                From = incident.From,
                To = incident.To,
                Tell = () => $"the log of {Said.List([.. own.Select(each => each.History.Observer.Name).Distinct().Order(StringComparer.Ordinal)])} never goes backwards for {Said.List(zones)}, and never had the held serials: its state was changed beneath it (image, snapshot, second copy), not edited",
                Show = () => ExhibitList.Of(own.Select(each => Incident.ExhibitOf(each.Pair))),
                Refutation = "lines of that server that are missing from the log",
            };
        }
    }
}
