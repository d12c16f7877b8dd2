using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>Serials are made from a clock that was ahead, and has been set right; or from one that has gone back.</summary>
internal sealed class ClockCause : ICauseRule
{
    public Cause Cause => Cause.Clock;

    public NewerContent NewerFor(IncidentFacts facts) => NewerContent.Primary;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Serials.HeldAhead?.For(facts.Serials.AheadIsSure ? Shows : Points),
        facts.PrimaryLog.ClockBehind?.For(Points),
        facts.Serials.AreNoTimes is null ? facts.Offers.NeverSeen?.For(Fits) : null,
        facts.Serials.HeldAhead is null ? null : facts.PrimaryLog.WentBackRunning?.For(Fits),
        facts.Serials.AreNoTimes?.RulesOut(),
        facts.Offers.KnownBefore is null ? null : facts.Serials.HeldOnTime?.RulesOut(),
        facts.Serials.HeldAhead is null ? facts.Offers.KnownBefore?.Against(Points) : null,
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.Offers.OtherGiver?.Against(Points),
    ];

    public string Tell(IncidentFacts facts) => facts.Serials.HeldAhead is { } ahead
        ? $"the clock was ahead, or a number mistyped, when what is held was minted: {ahead.Says}"
        : "the clock that serials are made from was set back, and new ones are lower";

    public string RefutedBy(IncidentFacts facts) => "lines of the primary of that time, dated right; and a log of the secondary whose own clock or zone is wrong (see --explain-dates)";
}
