namespace LogSerialAudit.Messages;

/// <summary>The text of a catalogue file, before it is read.</summary>
/// <param name="File">The name used in errors and in <see cref="CatalogueEntry.File"/>.</param>
/// <param name="Text">The whole file.</param>
public sealed record CatalogueText(string File, string Text);
