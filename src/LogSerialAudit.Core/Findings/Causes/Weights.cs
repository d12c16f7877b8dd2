namespace LogSerialAudit.Findings.Causes;

/// <summary>What a fact counts for a cause, or against it.</summary>
internal static class Weights
{
    /// <summary>It fits this cause better than some others.</summary>
    public const int Fits = 1;

    /// <summary>It points to this cause.</summary>
    public const int Points = 2;

    /// <summary>It shows this cause by itself, if the lines are right.</summary>
    public const int Shows = 4;
}
