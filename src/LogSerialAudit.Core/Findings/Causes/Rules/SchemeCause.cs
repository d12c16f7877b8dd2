using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>The owner goes over to another kind of serial, whose numbers are lower: the content is newer, and refused all the same.</summary>
internal sealed class SchemeCause : ICauseRule
{
    public Cause Cause => Cause.SerialScheme;

    public NewerContent NewerFor(IncidentFacts facts) => NewerContent.Primary;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Serials.SchemeDiffers?.For(facts.Serials.SchemeIsSure ? Shows : Points),
        facts.PrimaryLog.WentBackRunning?.For(Points),
        facts.ZoneFile.EditedDown?.For(Points),
        facts.Offers.NeverSeen?.For(Fits),
        facts.Offers.KnownBefore?.Against(Points),
        facts.Serials.Mistyped?.Against(Points),
        facts.Serials.SameScheme?.RulesOut(),
    ];

    public string Tell(IncidentFacts facts) => facts.Serials.SchemeDiffers?.Says ?? "the serials went over to another scheme";

    public string RefutedBy(IncidentFacts facts) => facts.Serials.IsBack
        ? "content of what was offered that is older than that of what is held"
        : "a serial of the old scheme that the primary gave out after the first of the new one";
}
