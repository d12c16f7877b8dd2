namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A capture that the rows of a server share from their beginning, or the beginning itself, while the tree grows;
/// <see cref="Place"/> is what is walked.
/// </summary>
internal sealed class Node
{
    /// <summary>The capture on the way to this node; null at the beginning.</summary>
    public Step? Step { get; init; }

    /// <summary>The lowest order of all rows that go through here.</summary>
    public int Lowest { get; init; }

    /// <summary>The texts that may follow, up to the next capture or the end of the message.</summary>
    public Dictionary<string, Passage> Texts { get; } = new(StringComparer.Ordinal);
}
