namespace LogSerialAudit.Findings.Rules;

/// <summary>Serials of several zones minted within a minute have one cause; so soon after a start, the start is it.</summary>
internal sealed class MintedTogetherRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts, Incident incident)
    {
        foreach (var batch in incident.Batches)
        {
            if (batch.Zones.Count > 1)
            {
                yield return Together(batch);
            }

            foreach (var start in facts.Starts.JustBefore(batch.From, incident.Observers))
            {
                yield return AfterStart(batch, start);
            }
        }
    }

    private static Finding Together(Batch batch) => new()
    {
        Kind = FindingKind.MintedTogether,
        Severity = Severity.Note,
        Confidence = Confidence.Strong,
        Zones = batch.Zones,
        From = batch.From,
        To = batch.To,
        Tell = () => $"one cause: the held serials of {Said.Zones(batch.Zones.Count)} were minted {Span(batch)}: {Said.List(batch.Serials, serial => $"{serial.Zone} {serial.Serial}")}",
        Show = () => ExhibitList.Of(batch.Serials.Select(serial => serial.Exhibit)),
        Refutation = "a job that raises all serials of that server at set times, where other days show it too",
    };

    private static Finding AfterStart(Batch batch, Start start) => new()
    {
        Kind = FindingKind.MintedAfterStart,
        Severity = Severity.Note,
        Confidence = Confidence.Strong,
        Zones = batch.Zones,
        From = start.At.At,
        To = batch.To,
        Tell = () => $"the held serials of {Said.List(batch.Zones)} were minted from {Said.At(batch.From)} on, {DurationText.Words(batch.From - start.At.At)} after {start.Words} ({Said.At(start.At)})",
        Show = () => ExhibitList.Of([start.Exhibit, .. batch.Serials.Select(serial => serial.Exhibit)]),
        Refutation = "another reason for new serials at that time, such as an edit or a re-signing that was due",
    };

    private static string Span(Batch batch) => batch.From == batch.To
        ? $"at the same second, {Said.At(batch.From)}"
        : $"within {DurationText.Words(batch.To - batch.From)}, {Said.At(batch.From)} to {Said.At(batch.To)}";
}
