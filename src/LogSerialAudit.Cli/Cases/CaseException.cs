namespace LogSerialAudit.Cli.Cases;

/// <summary>What is wrong with a case's description: lines without a full stop, safe to print.</summary>
/// <param name="lines">The lines, at least one.</param>
public sealed class CaseException(params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
