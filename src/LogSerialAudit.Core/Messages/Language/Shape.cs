namespace LogSerialAudit.Messages.Language;

/// <summary>An entry, and every way to read its pattern (see <see cref="PatternVariants"/>).</summary>
internal sealed record Shape(CatalogueEntry Entry, IReadOnlyList<IReadOnlyList<PatternPart>> Variants);
