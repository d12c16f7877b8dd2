using System.Globalization;

namespace LogSerialAudit.History;

/// <summary>Where a statement comes from.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct SourceLine(string File, long Line)
{
    /// <summary><c>FILE:LINE</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
