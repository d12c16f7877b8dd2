namespace LogSerialAudit.Findings;

/// <summary>How sure a finding is.</summary>
public enum Confidence
{
    /// <summary>It fits what is known, and so do other readings.</summary>
    Possible,

    /// <summary>Several independent facts agree on it, and what is known speaks against the rival readings.</summary>
    Strong,

    /// <summary>It is what the lines say, or follows from them by arithmetic.</summary>
    Certain,
}
