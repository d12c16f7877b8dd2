using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>A held serial that names a time after its complaint was minted by a clock that was ahead, or by hand.</summary>
internal sealed class SerialAheadRule : IRule
{
    /// <summary>A clock may be off by less.</summary>
    internal static readonly Duration Ahead = Duration.FromHours(1);

    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident) =>
        from held in incident.Pairs
            .Where(pair => pair.HeldAt is { } minted && pair.First is { Exists: true, At: var refused } && minted - refused > Ahead)
            .GroupBy(pair => (pair.History.Zone, pair.Held))
        let pair = held.MinBy(pair => pair.First.At)
        select Of(pair, pair.HeldAt!.Value, pair.First.At);

    private static Finding Of(Episode pair, Instant minted, Instant refused) => new()
    {
        Kind = FindingKind.SerialAhead,
        Severity = Severity.Warning,
        Confidence = Confidence.Strong,
        Zones = [pair.History.Zone.Name],
        From = refused,
        To = minted,
        Tell = () => $"{pair.History.Zone.Name}: the held serial {pair.Held} names {Said.At(minted)}, {DurationText.Words(minted - refused)} after the complaint{Said.Doubt(pair.First)}: it was minted by a clock that was ahead, or set by hand; serials that are the time stay lower until then",
        Show = () => ExhibitList.Of(Incident.ExhibitOf(pair)),
        Refutation = "a log whose dates are wrong: see --explain-dates",
    };
}
