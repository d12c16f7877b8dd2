namespace LogSerialAudit.Findings.Rules;

/// <summary>A general rule over the facts of a case. It knows no case by name.</summary>
internal interface IRule
{
    /// <summary>What it finds; nothing where its evidence is not there.</summary>
    IEnumerable<Finding> Find(CaseFacts facts);
}
