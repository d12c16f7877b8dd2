using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>A machine is moved, and its disk image copied the wrong way, or not at all: what starts is older than what was given out.</summary>
internal sealed class DiskImageCause : ICauseRule
{
    public Cause Cause => Cause.DiskImage;

    public NewerContent NewerFor(IncidentFacts facts) => NewerContent.Secondaries;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Machine.Moved?.For(Points) ?? facts.Machine.Started?.For(Fits),
        facts.Machine.StaleImage?.For(Points),
        facts.Offers.SeveralZones?.For(Fits),
        facts.Offers.KnownBefore?.For(Fits),
        facts.PrimaryLog.Silent?.For(Fits),
        facts.PrimaryLog.WentBackAtStart?.For(Fits),
        facts.Machine.NoStart?.Against(Shows),
        facts.PrimaryLog.WentBackRunning?.Against(Shows),
        facts.PrimaryLog.RanOn?.Against(Shows),
        facts.PrimaryLog.HadHeld?.Against(Points),
        facts.Offers.SeveralStates?.Against(Points),
        facts.Offers.OthersKept?.Against(Points),
        facts.Offers.OtherGiver?.Against(Points),
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.Offers.Returned?.Against(Fits),
        facts.Serials.HeldAhead?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts) => facts.Machine switch
    {
        { Stale: { } stale } => $"{stale.Run.Host}'s disk image was old, copied the wrong way or not at all: the machine was started there at {Said.At(stale.Run.Start!.At)}, and had last run there until {Said.At(stale.Ended.At)}",
        { Move: var (from, to) } => $"a disk image was copied the wrong way or not at all: the machine was started on {to.Host} at {Said.At(to.Start!.At)}, after it had run on {from.Host}, with data older than what had been given out",
        _ => "the primary was started from an old disk image, copied the wrong way or not at all",
    };

    public string RefutedBy(IncidentFacts facts) => $"a file on the primary that was written {WhatCameAfter(facts)}";

    /// <summary>Where a whole image went back, nothing on it is of the time that it lost.</summary>
    internal static string WhatCameAfter(IncidentFacts facts) =>
        facts.Windows.FirstOrDefault(window => window.From is not null) is { Known: { } from } && facts.Incident.From is { } first && from.At < first
            ? $"after {Said.At(from)} and before the loss"
            : "after what is held was given out, and before the loss";
}
