namespace LogSerialAudit.Findings.Rules;

/// <summary>A rule by which findings follow from the facts of a case.</summary>
internal interface IRule
{
    /// <summary>What it finds in one incident; incidents may be looked at side by side.</summary>
    IEnumerable<Finding> Find(CaseFacts facts, Incident incident) => [];

    /// <summary>What it finds in the case as a whole.</summary>
    IEnumerable<Finding> Find(CaseFacts facts) => [];
}
