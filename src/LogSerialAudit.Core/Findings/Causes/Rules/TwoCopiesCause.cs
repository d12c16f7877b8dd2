using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>
/// Two copies of a primary serve: one that was left running, restored beside the original, or started from an old image. Each
/// goes forward by itself; the secondaries take what is newer and refuse the other.
/// </summary>
internal sealed class TwoCopiesCause : ICauseRule
{
    public Cause Cause => Cause.TwoCopies;

    public NewerContent NewerFor(IncidentFacts facts) => facts.Machine.MintedImage is null ? NewerContent.Unknown : NewerContent.Primary;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Machine.MintedInOverlap?.For(facts.Machine.MintedOverlap!.IsCertain ? Shows : Points),
        facts.PrimaryLog.Diverging?.For(Shows),
        facts.Offers.SeveralStates?.For(Points),
        facts.Offers.Returned?.For(Points),
        facts.PrimaryLog.HadHeld?.For(Points),
        facts.PrimaryLog.RanOn?.For(Points),
        facts.Offers.OtherPort?.For(Points),
        facts.Serials.MintedTogether?.For(Fits),
        facts.Machine.ComplaintInOverlap?.For(Fits),
        facts.PrimaryLog.Silent?.For(Fits),
        facts.ZoneFile.HasHeld?.For(Fits),
        facts.Offers.OtherGiver?.For(Fits),
        facts.PrimaryLog.WentBackRunning?.Against(Shows),
        facts.Machine.NoOverlap?.Against(Points),
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.PrimaryLog.WentBackAtStart?.Against(Fits),
        facts.Serials.HeldAhead?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts)
    {
        if (facts.Machine is not { MintedOverlap: { } overlap, Minted: { } minted })
        {
            return $"two copies of the primary served {Said.List(facts.Incident.Zones)}, at once or in turn: one gave {facts.ObserverNames} what is held, the other offers less";
        }

        var (late, early) = (overlap.Later.Host, overlap.Earlier.Host);
        var image = facts.Machine.MintedImage is { } stale ? $", from an image not run there since {Said.Second(stale.Ended.At)}," : "";
        return $"two copies of the primary served at once. The machine was started on {late} at {Said.Second(overlap.From)}{image} while it {(overlap.IsCertain ? "ran" : "may have run")} on {early}; "
            + $"{DurationText.Words(minted.From - overlap.From)} later it minted new serials for {Said.List(minted.Zones, "and")}. Secondaries took them, and then refused {early}'s lower ones";
    }

    public string RefutedBy(IncidentFacts facts) => facts.Machine is { MintedOverlap: { } overlap, Minted: { } minted }
        ? $"a start or a re-signing at {Said.At(minted.From)} in the log of {overlap.Earlier.Host}'s name server"
        : "a log of the one primary that has both what is held and what was offered";
}
