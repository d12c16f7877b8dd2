using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// The whole of it: a copy of the primary was started while another ran, and minted the serials that the secondaries
/// then held against the other.
/// </summary>
internal sealed class TwoCopiesRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from incident in facts.Incidents
        let batches = Batch.Of(incident)
        from overlap in facts.Overlaps
        let minted = batches.LastOrDefault(batch => batch.From >= overlap.From && batch.From - overlap.From <= MintedTogetherRule.SoonAfter && (overlap.To is not { } to || batch.From <= to))
        where minted is not null
        select Of(facts, incident, overlap, minted);

    private static Finding Of(CaseFacts facts, Incident incident, VmOverlap overlap, Batch minted)
    {
        var (late, early) = (overlap.Later.Host, overlap.Earlier.Host);
        var stale = StaleRun.Of(facts).FirstOrDefault(run => run.Run == overlap.Later);
        var image = stale is null ? "" : $" from an image not run there since {Said.At(stale.Ended.At)}";
        var content = stale is null ? "" : $". From {Said.At(minted.From)} the secondaries served {late}'s older content under newer serials, until they were raised";
        return new Finding
        {
            Kind = FindingKind.TwoCopiesServed,
            Severity = Severity.Error,
            Confidence = overlap.IsCertain && stale is not null ? Confidence.Strong : Confidence.Possible,
            Zones = minted.Zones,
            From = overlap.From,
            To = incident.To,
            Statement = $"two copies of the primary ran at once: the machine was started on {late}{image} at {Said.At(overlap.From)} while it ran on {early}; {DurationText.Words(minted.From - overlap.From)} later new serials were minted for {Said.List(minted.Zones)}, which the secondaries took, so that they refused {early}'s lower ones{content}",
            Exhibits =
            [
                new Exhibit($"start on {late}", overlap.Later.Start!.Source), new Exhibit($"start on {early}", overlap.Earlier.Start!.Source),
                .. stale is null ? Array.Empty<Exhibit>() : [new Exhibit($"last stop on {late}", stale.Ended.Source)],
                .. minted.Serials.Select(serial => serial.Exhibit),
            ],
            Refutation = $"a start or a re-signing at {Said.At(minted.From)} in the log of {early}'s name server; rival readings: {early}'s newer image overwritten by {late}'s (an image copied the wrong way), a snapshot put back",
        };
    }
}
