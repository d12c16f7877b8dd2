namespace LogSerialAudit.Messages.Near;

/// <summary>How far a message is of a shape.</summary>
/// <param name="At">Where they part, in bytes of the message; its length where they do not, or where the message is cut short.</param>
/// <param name="Expected">What would have to stand there; empty where they do not part.</param>
/// <param name="Matched">How many bytes of the shape's texts were there.</param>
/// <param name="Captures">What was captured before that.</param>
internal readonly record struct PatternPath(int At, string Expected, int Matched, IReadOnlyList<CapturedValue> Captures)
{
    /// <summary>Whether the whole message is of the shape.</summary>
    public bool IsWhole => Expected.Length == 0;
}
