namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A place that the rows of a server share from their beginning, while the tree grows; <see cref="Tree"/> is what is
/// walked. What follows is text, told apart by its first byte, or a capture.
/// </summary>
internal sealed class Node
{
    /// <summary>The text on the way to this node; empty behind a capture.</summary>
    public byte[] Literal { get; set; } = [];

    /// <summary>The capture on the way to this node; null behind text.</summary>
    public Step? Step { get; init; }

    /// <summary>The lowest order of all rows that go through here.</summary>
    public int Lowest { get; set; } = int.MaxValue;

    /// <summary>The row that ends here.</summary>
    public Row? Row { get; set; }

    /// <summary>The nodes that text leads to, by its first byte.</summary>
    public SortedDictionary<byte, Node> Texts { get; } = [];

    /// <summary>The nodes that captures lead to, those of early rows first.</summary>
    public List<Node> Captures { get; } = [];
}
