namespace LogSerialAudit.Dating;

/// <summary>Something that contradicts the dates of a log.</summary>
/// <param name="Says">A sentence, without the file's name.</param>
/// <param name="Line">The number of a line that shows it; 0 where none does.</param>
/// <param name="By">What contradicts them.</param>
public sealed record DateWarning(string Says, long Line, DateWitness By)
{
    /// <summary>The file's path as given; empty where it is not of one file.</summary>
    public string File { get; init; } = "";

    /// <summary>The sentence, behind the file's path.</summary>
    public override string ToString() => File.Length == 0 ? Says : $"{File}: {Says}";
}
