namespace LogSerialAudit.Explanations;

/// <summary>The fixed words for <see cref="LineOutcome"/>.</summary>
public static class LineOutcomes
{
    /// <summary>The word of an outcome.</summary>
    public static string Word(this LineOutcome outcome) => outcome switch
    {
        LineOutcome.Event => "event",
        LineOutcome.Repetition => "repetition",
        LineOutcome.NoMatch => "no-match",
        LineOutcome.OtherProgram => "other-program",
        LineOutcome.Empty => "empty",
        _ => "too-long",
    };
}
