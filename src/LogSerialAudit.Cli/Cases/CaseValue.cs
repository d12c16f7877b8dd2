namespace LogSerialAudit.Cli.Cases;

/// <summary>A value of a case's description, as it would be typed on the command line.</summary>
/// <param name="Text">The value; paths are below the case's folder as given.</param>
/// <param name="Place"><c>FILE:LINE:COLUMN</c>.</param>
internal readonly record struct CaseValue(string Text, string Place);
