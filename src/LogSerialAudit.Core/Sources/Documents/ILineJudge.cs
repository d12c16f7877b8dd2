namespace LogSerialAudit.Sources.Documents;

/// <summary>Tells log lines from other text. A text is taken apart with it; it is never asked about the lines of a log.</summary>
public interface ILineJudge
{
    /// <summary>What a line looks like.</summary>
    /// <param name="line">The line without its line end.</param>
    LineTraits Judge(ReadOnlySpan<byte> line);
}
