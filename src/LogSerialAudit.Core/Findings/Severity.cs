namespace LogSerialAudit.Findings;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth looking into.</summary>
    Warning,

    /// <summary>Something is wrong with a zone.</summary>
    Error,
}
