namespace LogSerialAudit.Core.Tests.Sources;

/// <summary>A line with its number, its place in the text and its bytes as ISO 8859-1.</summary>
internal sealed record ReadLine(long Number, long Offset, string Text);
