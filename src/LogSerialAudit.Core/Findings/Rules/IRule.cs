namespace LogSerialAudit.Findings.Rules;

/// <summary>A rule by which findings follow from the facts of a case.</summary>
internal interface IRule
{
    /// <summary>What it finds in one incident; incidents may be looked at side by side.</summary>
    IEnumerable<Finding> Find(CaseFacts facts, Incident incident) => [];

    /// <summary>What it finds in the case as a whole.</summary>
    IEnumerable<Finding> Find(CaseFacts facts) => [];

    /// <summary>What it finds in one incident, for a rule that may find more than can be told.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="found">Takes what is found, one by one, and is asked before whether it keeps it.</param>
    IEnumerable<Finding> Find(CaseFacts facts, Incident incident, BoundedFindings found) => Find(facts, incident);

    /// <summary>The same for the case as a whole.</summary>
    IEnumerable<Finding> Find(CaseFacts facts, BoundedFindings found) => Find(facts);
}
