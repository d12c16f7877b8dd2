namespace LogSerialAudit.Sources;

/// <summary>How much a problem with an input matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing is missing that was asked for.</summary>
    Note,

    /// <summary>Something that may hold a log was left out.</summary>
    Warning,

    /// <summary>What was asked for could not be read.</summary>
    Error,
}
