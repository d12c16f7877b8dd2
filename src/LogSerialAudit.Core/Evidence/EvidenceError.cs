using System.Globalization;

namespace LogSerialAudit.Evidence;

/// <summary>A place in a file of evidence that can't be understood. What stands around it is read all the same.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column, from 1, in UTF-16 units; one past the end where something is missing.</param>
/// <param name="Message">What was found and what was expected, without a full stop.</param>
public sealed record EvidenceError(string File, long Line, int Column, string Message)
{
    /// <summary><c>FILE:LINE:COLUMN: MESSAGE</c>.</summary>
    public override string ToString() => Line == 0
        ? Message.Contains(File, StringComparison.Ordinal) ? Message : $"{File}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
