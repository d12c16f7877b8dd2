namespace LogSerialAudit.Sources;

/// <summary>What the arguments came to.</summary>
/// <param name="Sets">The sets in the order of their first mention, those of one argument by folder and name.</param>
/// <param name="Problems">What was left out or could not be found, in the order of the arguments, then by path.</param>
public sealed record SourceSelection(IReadOnlyList<RotationSet> Sets, IReadOnlyList<SourceProblem> Problems)
{
    /// <summary>All files, set after set, in the order they are walked.</summary>
    public IEnumerable<SourceFile> Files => Sets.SelectMany(set => set.Files);

    /// <summary>Whether something asked for could not be read.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == ProblemSeverity.Error);
}
