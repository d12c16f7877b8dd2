namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>An RCS file as parsed (rcsfile(5), <c>rcstext</c>).</summary>
/// <param name="Admin">The phrases about the file as a whole.</param>
/// <param name="Deltas">The revisions.</param>
/// <param name="Texts">Their texts.</param>
internal sealed record RcsTree(IReadOnlyList<RcsPhrase> Admin, IReadOnlyList<RcsDelta> Deltas, IReadOnlyList<RcsDeltaText> Texts);
