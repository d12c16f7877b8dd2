namespace LogSerialAudit.Messages;

/// <summary>An entry that a message is like, and where they part.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="At">The place in the message, in bytes from 0; its length where more was expected.</param>
/// <param name="Expected">What would have to stand there: <c>"master" or "primary"</c>, <c>a serial (0 to 4294967295)</c>; nothing where the entry matches after all.</param>
/// <param name="Likeness">How like they are, from 0 on; only to compare.</param>
public sealed record NearEntry(CatalogueEntry Entry, int At, string Expected, double Likeness);
