using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>A machine is put back to a snapshot, or resumed from a state that was saved before: all of it is as old as that.</summary>
internal sealed class SnapshotCause : ICauseRule
{
    public Cause Cause => Cause.Snapshot;

    public NewerContent NewerFor(IncidentFacts facts) => NewerContent.Secondaries;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Machine.FromSnapshot?.For(Shows),
        facts.Machine.Saved?.For(Fits),
        facts.Machine.Killed?.For(Fits),
        facts.Machine.Started?.For(Fits),
        facts.Offers.SeveralZones?.For(Fits),
        facts.Offers.KnownBefore?.For(Fits),
        facts.PrimaryLog.Silent?.For(Fits),
        facts.PrimaryLog.WentBackAtStart?.For(Fits),
        facts.Machine.NoStart?.Against(Shows),
        facts.PrimaryLog.WentBackRunning?.Against(Shows),
        facts.PrimaryLog.HadHeld?.Against(Points),
        facts.PrimaryLog.RanOn?.Against(Points),
        facts.Offers.SeveralStates?.Against(Points),
        facts.Offers.OthersKept?.Against(Points),
        facts.Offers.OtherGiver?.Against(Points),
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.Machine.NoSnapshot?.Against(Fits),
        facts.Offers.Returned?.Against(Fits),
        facts.Serials.HeldAhead?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts) => facts.Machine switch
    {
        { FromSnapshot: { } snapshot } => $"the machine was put back to a snapshot: {snapshot.Says}",
        { Saved: { } saved } => $"the machine was resumed from a state that had been saved: {saved.Says}",
        _ => "the primary was put back to a snapshot, or to a state that had been saved",
    };

    public string RefutedBy(IncidentFacts facts) => $"a file on the primary that was written {DiskImageCause.WhatCameAfter(facts)}, or that there is no snapshot of that age";
}
