using System.IO.Enumeration;
using LogSerialAudit.History;

namespace LogSerialAudit.Evidence;

/// <summary>A part of a case that is not original evidence, by its own description.</summary>
/// <param name="Files">Paths as given, or globs of paths.</param>
/// <param name="Reason">Why, or from what.</param>
/// <param name="OriginalLines">Lines of it that are original all the same, from 1.</param>
public sealed record Reconstruction(IReadOnlyList<string> Files, string Reason, IReadOnlySet<long> OriginalLines)
{
    /// <summary>Whether a file is of this part.</summary>
    public bool Holds(string file) => Files.Any(glob => FileSystemName.MatchesSimpleExpression(glob.Replace("\\", "\\\\", StringComparison.Ordinal), file, ignoreCase: false));

    /// <summary>Whether a line is.</summary>
    public bool Holds(SourceLine line) => Holds(line.File) && !OriginalLines.Contains(line.Line);
}
