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
        facts.Serials.HeldAhead is null ? facts.Serials.Mistyped?.For(Points) : null,
        (facts.PrimaryLog.ClockSlow ?? facts.ZoneFile.ClockSlow)?.For(Shows),
        IsSlow(facts) ? null : facts.Serials.OfferedSlow?.For(Points),
        facts.PrimaryLog.ClockBehind?.For(Points),
        facts.Serials.AreNoTimes is null ? facts.Offers.NeverSeen?.For(Fits) : null,
        !IsOdd(facts) && !IsSlow(facts) ? null : (facts.PrimaryLog.WentBackRunning ?? facts.ZoneFile.EditedDown)?.For(Fits),
        facts.Serials.AreNoTimes?.RulesOut(),
        facts.Offers.KnownBefore is null || IsSlow(facts) ? null : facts.Serials.HeldOnTime?.RulesOut(),
        IsOdd(facts) ? null : facts.Offers.KnownBefore?.Against(Points),
        facts.Serials.SchemeDiffers?.Against(Points),
        facts.Offers.OtherGiver?.Against(Points),
    ];

    public string Tell(IncidentFacts facts) => facts.Serials.HeldAhead is { } ahead
        ? $"the clock was ahead, or a number mistyped, when what is held was minted: {ahead.Says}"
        : facts.Serials.Mistyped is { } mistyped ? $"a number was mistyped when what is held was set: {mistyped.Says}"
        : (facts.PrimaryLog.ClockSlow ?? facts.ZoneFile.ClockSlow ?? facts.Serials.OfferedSlow) is { } slow ? $"the clock that serials are made from was set back, and new ones are lower: {slow.Says}"
        : "the clock that serials are made from was set back, and new ones are lower";

    /// <summary>Whether what is held shows by itself that it should not have been.</summary>
    private static bool IsOdd(IncidentFacts facts) => facts.Serials.HeldAhead is not null || facts.Serials.Mistyped is not null;

    /// <summary>Whether serials show that the clock they were made from is behind.</summary>
    internal static bool IsSlow(IncidentFacts facts) => facts.PrimaryLog.ClockSlow is not null || facts.ZoneFile.ClockSlow is not null;

    public string RefutedBy(IncidentFacts facts) => "lines of the primary of that time, dated right; and a log of the secondary whose own clock or zone is wrong (see --explain-dates)";
}
