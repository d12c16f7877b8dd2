using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>A held serial that names a time after its complaint was minted by a clock that was ahead, or by hand.</summary>
internal sealed class SerialAheadRule : IRule
{
    /// <summary>A clock may be off by less.</summary>
    internal static readonly Duration Ahead = Duration.FromHours(1);

    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from pair in incident.Pairs
        let minted = pair.HeldAt
        where minted is not null && pair.First.Exists && minted - pair.First.At > Ahead
        select new Finding
        {
            Kind = FindingKind.SerialAhead,
            Severity = Severity.Warning,
            Confidence = Confidence.Strong,
            Zones = [pair.History.Zone.Name],
            From = pair.First.At,
            To = minted,
            Tell = () => $"{pair.History.Zone.Name}: the held serial {pair.Held} names {Said.At(minted.Value)}, {DurationText.Words(minted.Value - pair.First.At)} after the complaint: it was minted by a clock that was ahead, or set by hand; serials that are the time stay lower until then",
            Show = () => ExhibitList.Of(Incident.ExhibitOf(pair)),
            Refutation = "a log whose dates are wrong: see --explain-dates",
        };
}
