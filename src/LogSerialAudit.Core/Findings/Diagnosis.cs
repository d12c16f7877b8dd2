using LogSerialAudit.Dating;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings.Causes;
using LogSerialAudit.Findings.Rules;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>
/// What follows from a case. Each rule looks at the same facts, and none at another's findings; then the causes of each
/// incident are weighed against one another.
/// </summary>
public sealed class Diagnosis
{
    /// <summary>As many findings of one kind as are told; the next one counts the others.</summary>
    private const int MostOfAKind = 1000;

    /// <summary>As many incidents as are looked into for their causes.</summary>
    private const int MostWeighed = 50;

    /// <summary>Zones and statements are looked at only where kind and time are the same.</summary>
    private static readonly Comparer<Finding> InOrder = Comparer<Finding>.Create((one, other) =>
        string.CompareOrdinal(string.Join(' ', one.Zones), string.Join(' ', other.Zones)) is not 0 and var order ? order : string.CompareOrdinal(one.Statement, other.Statement));

    private static readonly IRule[] Rules =
    [
        new WentBackRule(), new LoadedLowerRule(), new ServersDisagreeRule(), new RaiseSerialRule(), new ExpiryRule(), new AnsweredAheadRule(), new LowerTakenRule(), new HealedRule(),
        new SchemeChangedRule(), new OtherPrimaryRule(), new StatesRule(), new StaleCopyRule(), new MintedTogetherRule(), new ChangedBeneathRule(), new RanTwiceRule(),
        new SerialAheadRule(), new DatesRule(),
    ];

    private Diagnosis(IReadOnlyList<Finding> findings, IReadOnlyList<WeighedCause> causes) => (Findings, Causes) = (findings, causes);

    /// <summary>The findings, in order of importance: kind, time, zones.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What may have caused each of the foremost incidents, the likeliest cause first; incident by incident.</summary>
    public IReadOnlyList<WeighedCause> Causes { get; }

    /// <summary>Finds and weighs.</summary>
    /// <param name="episodes">The episodes.</param>
    /// <param name="propagation">Who took which serial when.</param>
    /// <param name="rows">The rows that rules look at.</param>
    /// <param name="evidence">What there is beside the logs.</param>
    /// <param name="warnings">What contradicts the dates of the logs.</param>
    /// <param name="threads">How many incidents may be looked at at once; the result does not depend on it.</param>
    public static Diagnosis Of(
        IReadOnlyList<Episode> episodes, Propagation propagation, CaseRows rows, CaseEvidence evidence, IReadOnlyList<DateWarning> warnings, int threads = 1)
    {
        var facts = new CaseFacts(episodes, propagation, rows, evidence, warnings);
        var ofIncidents = new List<Finding>[facts.Incidents.Count][];
        Parallel.For(0, ofIncidents.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, place =>
            ofIncidents[place] = Array.ConvertAll(Rules, rule => rule.Find(facts, facts.Incidents[place]).ToList()));
        var findings = Rules.SelectMany((rule, place) => Bounded(ofIncidents.SelectMany(found => found[place]).Concat(rule.Find(facts)))).ToList();
        var weighed = new Dictionary<Incident, IReadOnlyList<WeighedCause>>();
        foreach (var incident in facts.Incidents.OrderByDescending(incident => incident.IsOpen).ThenByDescending(incident => incident.To ?? Instant.MinValue).Take(MostWeighed))
        {
            var about = new IncidentFacts(facts, incident);
            weighed[incident] = CauseScale.Weigh(about);
            findings.AddRange(Conclusions.Of(about, weighed[incident]));
        }

        findings =
        [
            .. findings
                .OrderBy(finding => finding.Kind)
                .ThenBy(finding => finding.From)
                .ThenBy(finding => finding, InOrder)
                .GroupBy(finding => finding.Kind)
                .SelectMany(kind => kind.Select((finding, place) => finding with { Id = $"{kind.Key.Word()}-{place + 1}" })),
        ];
        return new Diagnosis(
            findings,
            [.. findings.Where(finding => finding is { Kind: FindingKind.WentBack, Incident: not null } && weighed.ContainsKey(finding.Incident)).SelectMany(finding => weighed[finding.Incident!].Select(cause => cause with { About = finding.Id }))]);
    }

    private static IEnumerable<Finding> Bounded(IEnumerable<Finding> findings)
    {
        var counts = new Dictionary<FindingKind, (int Count, Finding Next)>();
        foreach (var finding in findings)
        {
            var count = counts.GetValueOrDefault(finding.Kind).Count + 1;
            counts[finding.Kind] = (count, count == MostOfAKind + 1 ? finding : counts.GetValueOrDefault(finding.Kind).Next);
            if (count <= MostOfAKind)
            {
                yield return finding;
            }
        }

        foreach (var (count, next) in counts.Values.Where(kind => kind.Count > MostOfAKind))
        {
            yield return next with { Zones = [], From = null, To = null, Incident = null, Tell = () => $"{count - MostOfAKind} more like these; the first of them: {next.Statement}" };
        }
    }
}
