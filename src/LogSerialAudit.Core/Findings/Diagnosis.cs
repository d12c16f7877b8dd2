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
    /// <summary>As many incidents as are in hand at once.</summary>
    private const int AtOnce = 16;

    /// <summary>As many incidents as are looked into for their causes.</summary>
    private const int MostWeighed = 50;

    /// <summary>Zones and statements are looked at only where kind and time are the same.</summary>
    private static readonly Comparer<Finding> InOrder = Comparer<Finding>.Create((one, other) =>
        string.CompareOrdinal(string.Join(' ', one.Zones), string.Join(' ', other.Zones)) is not 0 and var order ? order : string.CompareOrdinal(one.Statement, other.Statement));

    private static readonly IRule[] Rules =
    [
        new WentBackRule(), new LoadedLowerRule(), new ServersDisagreeRule(), new RaiseSerialRule(), new ExpiryRule(), new AnsweredAheadRule(), new LowerTakenRule(), new ExpiredRule(), new NotifyCeasedRule(), new HealedRule(),
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
    /// <param name="covered">The spans of time that an observer's files cover, where they are known.</param>
    public static Diagnosis Of(
        IReadOnlyList<Episode> episodes, Propagation propagation, CaseRows rows, CaseEvidence evidence, IReadOnlyList<DateWarning> warnings, int threads = 1, Func<Observer, IReadOnlyList<Interval>>? covered = null)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var facts = new CaseFacts(episodes, propagation, rows, evidence, warnings, options) { Covered = covered ?? (_ => []) };
        var findings = Find(facts, options);
        var weighed = new Dictionary<Incident, IReadOnlyList<WeighedCause>>();
        foreach (var (incident, causes, conclusions) in Weigh(facts, options))
        {
            weighed[incident] = causes;
            findings.AddRange(conclusions);
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

    /// <summary>The incidents, those first that are not over, and of the others the latest: where not all can be told, it is these that are.</summary>
    private static IEnumerable<Incident> Foremost(CaseFacts facts) =>
        facts.Incidents.OrderByDescending(incident => incident.IsOpen).ThenByDescending(incident => incident.To ?? Instant.MinValue);

    private static List<Finding> Find(CaseFacts facts, ParallelOptions options)
    {
        var ofRules = Array.ConvertAll(Rules, _ => new BoundedFindings());
        foreach (var some in Foremost(facts).Chunk(AtOnce))
        {
            var found = new BoundedFindings[some.Length][];
            InParallel.For(0, some.Length, options, place => found[place] = FindOf(facts, some[place], ofRules));
            foreach (var ofIncident in found)
            {
                for (var rule = 0; rule < Rules.Length; rule++)
                {
                    ofRules[rule].Add(ofIncident[rule]);
                }
            }
        }

        for (var rule = 0; rule < Rules.Length; rule++)
        {
            ofRules[rule].Add(Rules[rule].Find(facts, ofRules[rule]));
        }

        return [.. ofRules.SelectMany(rule => rule.All)];
    }

    private static BoundedFindings[] FindOf(CaseFacts facts, Incident incident, BoundedFindings[] before)
    {
        var found = Array.ConvertAll(before, ofRule => new BoundedFindings(ofRule));
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            found[rule].Add(Rules[rule].Find(facts, incident, found[rule]));
        }

        return found;
    }

    /// <summary>The foremost incidents, what may have caused each, and what follows.</summary>
    private static IEnumerable<(Incident Incident, IReadOnlyList<WeighedCause> Causes, IReadOnlyList<Finding> Conclusions)> Weigh(CaseFacts facts, ParallelOptions options)
    {
        foreach (var some in Foremost(facts).Take(MostWeighed).Chunk(AtOnce))
        {
            var about = new IncidentFacts[some.Length];
            InParallel.For(0, some.Length, options, place => about[place] = new IncidentFacts(facts, some[place]));
            facts.Takings.Answer([.. about.Select(each => each.Offers.Others).OfType<GivenQuestion>()]);
            foreach (var each in about)
            {
                var causes = CauseScale.Weigh(each);
                yield return (each.Incident, causes, [.. Conclusions.Of(each, causes)]);
            }
        }
    }
}
