using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>Someone sets a lower serial in a zone file, or puts an older file back, and reloads.</summary>
internal sealed class ZoneFileCause : ICauseRule
{
    public Cause Cause => Cause.ZoneFile;

    /// <summary>A number that is new is an edit, whose content is new too; an old number may be an old file.</summary>
    public NewerContent NewerFor(IncidentFacts facts) => facts.Offers switch
    {
        { NeverSeen: not null } => NewerContent.Primary,
        { KnownBefore: not null } => NewerContent.Secondaries,
        _ => NewerContent.Unknown,
    };

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.PrimaryLog.WentBackRunning?.For(Shows),
        facts.ZoneFile.EditedDown?.For(facts.PrimaryLog.WentBackRunning is not null ? Fits : facts.ZoneFile.EditIsCheckedIn ? Shows : Points),
        facts.Offers.NeverSeen?.For(Fits),
        facts.Offers.KnownBefore?.For(Fits),
        facts.Offers.OthersKept?.For(Fits),
        facts.PrimaryLog.JournalStale?.For(Fits),
        facts.PrimaryLog.WentBackAtStart?.For(Fits),
        facts.PrimaryLog.Silent?.Against(Shows),
        facts.PrimaryLog.HadHeld?.Against(Shows),
        facts.Serials.SchemeDiffers?.Against(facts.Serials.SchemeIsSure ? Shows : Points),
        facts.Serials.HeldAhead?.Against(facts.Serials.AheadIsSure ? Shows : Points),
        facts.Serials.HeldAhead is null ? facts.Serials.Mistyped?.Against(Points) : null,
        (facts.PrimaryLog.ClockSlow ?? facts.ZoneFile.ClockSlow)?.Against(Shows),
        facts.Offers.OtherGiver?.Against(Points),
        facts.PrimaryLog.JournalFailed?.Against(Fits),
        facts.Offers.SeveralZones?.Against(Fits),
        facts.ZoneFile.NeverHadHeld?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts) => facts switch
    {
        { PrimaryLog.WentBackRunning: { } load } => $"a zone file was edited to a lower serial, or an older one was put back: {load.Says}",
        { ZoneFile.EditedDown: { } edit } => $"a zone file was edited to a lower serial: {edit.Says}",
        _ => $"the zone file of {Said.List(facts.Incident.Zones)} was edited to a lower serial, or an older one was put back",
    };

    public string RefutedBy(IncidentFacts facts) => "a history of the zone file that never goes back, or a log of the primary without a load of the lower serial";
}
