namespace LogSerialAudit.Messages.Language;

/// <summary>An entry, its pattern without macros, and every way to read it (see <see cref="PatternVariants"/>).</summary>
internal sealed record Shape(CatalogueEntry Entry, IReadOnlyList<PatternPart> Parts, IReadOnlyList<IReadOnlyList<PatternPart>> Variants);
