namespace LogSerialAudit.Sources.Documents;

/// <summary>Tells log lines from other text, by which a text is taken apart, and is shown the first lines before they are delivered.</summary>
public interface ILineJudge
{
    /// <summary>What a line looks like.</summary>
    /// <param name="line">The line without its line end.</param>
    LineTraits Judge(ReadOnlySpan<byte> line);

    /// <summary>Looks ahead: learns from the first log lines of a source what they show of one another.</summary>
    /// <param name="lines">The next of them, whole, as they will be delivered.</param>
    /// <returns>Whether those that follow could show more.</returns>
    bool Learn(ReadOnlySpan<byte> lines);
}
