namespace LogSerialAudit.Sources;

/// <summary>Something that stands between an argument and its being read.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">The path it is about, as found; it may hold any characters and must be neutralised before it is printed.</param>
/// <param name="Sentence">One sentence that names the thing and, where something can be done, says what. It contains <paramref name="Path"/> as found.</param>
public sealed record SourceProblem(ProblemSeverity Severity, string Path, string Sentence)
{
    /// <summary>Whether there is nothing at the path.</summary>
    public bool IsMissing { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity}: {Sentence}";
}
