using LogSerialAudit.Findings.Causes.Rules;

namespace LogSerialAudit.Findings.Causes;

/// <summary>Weighs all causes of an incident against one another.</summary>
internal static class CauseScale
{
    private const int StrongPoints = 4;
    private const int StrongLead = 2;

    private static readonly ICauseRule[] Rules =
    [
        new TwoCopiesCause(), new DiskImageCause(), new SnapshotCause(), new ZoneFileCause(), new SchemeCause(), new JournalCause(), new ClockCause(), new WrongPrimaryCause(),
    ];

    /// <summary>The rule of a cause.</summary>
    public static ICauseRule RuleOf(Cause cause) => Array.Find(Rules, rule => rule.Cause == cause)!;

    /// <summary>All causes, the likeliest first; those that are ruled out last.</summary>
    /// <param name="facts">The incident.</param>
    public static IReadOnlyList<WeighedCause> Weigh(IncidentFacts facts)
    {
        var weighed = Rules
            .Select(rule => (Rule: rule, Clues: rule.Weigh(facts).OfType<Clue>().OrderByDescending(clue => clue.RulesOut).ThenByDescending(clue => clue.Weight > 0).ThenByDescending(clue => Math.Abs(clue.Weight)).ToList()))
            .Select(each => (each.Rule, each.Clues, Points: each.Clues.Sum(clue => clue.Weight), IsOut: each.Clues.Exists(clue => clue.RulesOut)))
            .OrderBy(each => each.IsOut).ThenByDescending(each => each.IsOut ? 0 : each.Points).ThenBy(each => each.Rule.Cause)
            .ToList();
        return
        [
            .. weighed.Select(each => new WeighedCause
            {
                Cause = each.Rule.Cause,
                Rank = 1 + weighed.Count(other => other.IsOut == each.IsOut ? !each.IsOut && other.Points > each.Points : each.IsOut),
                Points = each.IsOut ? 0 : each.Points,
                Standing = each.IsOut ? CauseStanding.RuledOut
                    : each.Points >= StrongPoints && weighed.TrueForAll(other => other.Rule == each.Rule || other.IsOut || each.Points - other.Points >= StrongLead) ? CauseStanding.Strong
                    : each.Points > 0 ? CauseStanding.Possible
                    : CauseStanding.Unlikely,
                Clues = each.Clues,
                Statement = each.Rule.Tell(facts),
                Refutation = each.Rule.RefutedBy(facts),
            }),
        ];
    }
}
