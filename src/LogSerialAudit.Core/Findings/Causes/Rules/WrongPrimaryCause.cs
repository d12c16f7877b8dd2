using LogSerialAudit.Findings.Rules;
using static LogSerialAudit.Findings.Causes.Weights;

namespace LogSerialAudit.Findings.Causes.Rules;

/// <summary>A secondary asks a server that is not the zone's primary, or one of several primaries that lags behind, or one that answers out of another view.</summary>
internal sealed class WrongPrimaryCause : ICauseRule
{
    public Cause Cause => Cause.WrongPrimary;

    public NewerContent NewerFor(IncidentFacts facts) => facts.Offers.OtherView is null ? NewerContent.Secondaries : NewerContent.Unknown;

    public IEnumerable<Clue?> Weigh(IncidentFacts facts) =>
    [
        facts.Offers.OtherGiver?.For(Shows),
        facts.Offers.OtherPort?.For(Points),
        facts.Offers.OtherView?.For(Points),
        facts.Offers.NewGiver?.For(Fits),
        facts.Offers.SameGiver?.RulesOut(),
        facts.PrimaryLog.WentBackRunning?.Against(Points),
        facts.PrimaryLog.WentBackAtStart?.Against(Fits),
        facts.Serials.SchemeDiffers?.Against(Fits),
    ];

    public string Tell(IncidentFacts facts) => facts.Offers.OtherView is { } view ? $"{facts.Incident.Primary} answers out of another view of the zone: {view.Says}" : facts.Incident.Pairs
        .Select(pair => facts.Case.Takings.GiverIsOther(pair) == true ? OtherPrimaryRule.Told(pair, facts.Case.Takings.Of(pair.History, pair.Held)!) : null)
        .FirstOrDefault(told => told is not null) ?? $"{facts.Incident.Primary} is asked as primary, and is none or lags behind";

    public string RefutedBy(IncidentFacts facts) => facts.Offers.OtherView is null ? "that the addresses are of one server" : "that this view had that serial before these logs begin";
}
