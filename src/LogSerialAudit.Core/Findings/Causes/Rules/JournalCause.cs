using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>
/// Changes by update or by signing stand in a zone's journal until they are written to its file. Where the journal is lost,
/// the file alone is loaded (bind9 lib/dns/zone.c zone_postload).
/// </summary>
internal sealed class JournalCause : ICauseRule
{
    public Cause Cause => Cause.Journal;

    public NewerContent NewerFor(IncidentFacts facts) => NewerContent.Secondaries;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.PrimaryLog.JournalFailed?.For(Shows),
        facts.PrimaryLog.JournalStale?.For(Points),
        facts.PrimaryLog.WentBackAtStart?.For(Points),
        facts.PrimaryLog.JournalGap?.For(Fits),
        facts.ZoneFile.NeverHadHeld?.For(Fits),
        facts.Offers.KnownBefore?.For(Fits),
        facts.Offers.SeveralStates?.For(Fits),
        facts.PrimaryLog.Silent?.Against(Shows),
        facts.PrimaryLog.HadHeld?.Against(Shows),
        facts.ZoneFile.HasHeld?.Against(Points),
        facts.ZoneFile.EditedDown?.Against(Points),
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.Offers.OtherGiver?.Against(Points),
        facts.Serials.HeldAhead?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts) => facts.PrimaryLog switch
    {
        { JournalFailed: { } failed } => $"the last changes were lost with a journal: {failed.Says}",
        { JournalStale: { } stale } => $"the last changes were lost with a journal: {stale.Says}",
        _ => $"the last changes of {Said.List(facts.Incident.Zones)} were lost with a journal, and the zone file alone was loaded",
    };

    public string RefutedBy(IncidentFacts facts) => "a zone file of that time that has what is held";
}
