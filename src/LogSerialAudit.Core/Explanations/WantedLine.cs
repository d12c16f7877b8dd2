namespace LogSerialAudit.Explanations;

/// <summary>A line to be explained.</summary>
/// <param name="File">The path of its file, as it was found.</param>
/// <param name="Line">Its number, from 1.</param>
public readonly record struct WantedLine(string File, long Line);
