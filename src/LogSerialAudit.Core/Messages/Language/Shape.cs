namespace LogSerialAudit.Messages.Language;

/// <summary>An entry, and its pattern without macros.</summary>
internal sealed record Shape(CatalogueEntry Entry, IReadOnlyList<PatternPart> Parts);
