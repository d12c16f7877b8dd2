using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What the evidence shows of one incident, kind of evidence by kind of evidence.</summary>
internal sealed class IncidentFacts
{
    public IncidentFacts(CaseFacts facts, Incident incident)
    {
        (Case, Incident) = (facts, incident);
        Offers = new OfferFacts(this);
        Serials = new SerialFacts(this);
        Machine = new MachineFacts(this);
        PrimaryLog = new PrimaryLogFacts(this);
        ZoneFile = new ZoneFileFacts(this);
    }

    public CaseFacts Case { get; }

    public Incident Incident { get; }

    /// <summary>When the later state of each dated pair was lost; looked up anew each time.</summary>
    public IEnumerable<LossWindow> Windows => Incident.Pairs.Where(pair => pair.First.Exists).Select(pair => LossWindow.Of(Case, pair)!.Value);

    public OfferFacts Offers { get; }

    public SerialFacts Serials { get; }

    public MachineFacts Machine { get; }

    public PrimaryLogFacts PrimaryLog { get; }

    public ZoneFileFacts ZoneFile { get; }

    /// <summary>Who complained.</summary>
    public string ObserverNames => Said.List([.. Incident.Observers.Select(observer => observer.Name)], "and");

    /// <summary>Where the complaints of some pairs stand, one for each zone.</summary>
    public static ExhibitList Exhibits(IEnumerable<Episode> pairs) =>
        ExhibitList.Of(pairs.DistinctBy(pair => pair.History.Zone).Select(Incident.ExhibitOf));
}
