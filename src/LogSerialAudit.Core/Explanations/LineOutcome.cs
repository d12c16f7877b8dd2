namespace LogSerialAudit.Explanations;

/// <summary>What reading a line came to. The words printed for these are in <see cref="LineOutcomes"/>.</summary>
public enum LineOutcome
{
    /// <summary>It is an event: an entry of the catalogue matches its message.</summary>
    Event,

    /// <summary>It says that the event before it came again.</summary>
    Repetition,

    /// <summary>It is of a known program, and no entry matches.</summary>
    NoMatch,

    /// <summary>It is of a program that the catalogue does not know.</summary>
    OtherProgram,

    /// <summary>It is empty.</summary>
    Empty,

    /// <summary>It is longer than lines that are looked at.</summary>
    TooLong,
}
