namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>The text of one revision: of the head as it is, of any other as edits to the revision that links to it.</summary>
/// <param name="Number">The revision.</param>
/// <param name="Position">Where that stands.</param>
/// <param name="Log">The log message.</param>
/// <param name="Text">Text or edits.</param>
internal sealed record RcsDeltaText(string Number, int Position, RcsSpan Log, RcsSpan Text);
