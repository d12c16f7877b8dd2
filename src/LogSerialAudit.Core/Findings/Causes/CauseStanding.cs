namespace LogSerialAudit.Findings.Causes;

/// <summary>How a cause stands among its rivals.</summary>
public enum CauseStanding
{
    /// <summary>Four points or more, and at least two ahead of every other cause.</summary>
    Strong,

    /// <summary>More speaks for it than against it.</summary>
    Possible,

    /// <summary>No more speaks for it than against it.</summary>
    Unlikely,

    /// <summary>A line contradicts it.</summary>
    RuledOut,
}
