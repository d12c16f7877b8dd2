namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A place that the rows of a server share from their beginning. What follows is text, told apart by its first byte, or
/// a capture.
/// </summary>
internal sealed class Node
{
    /// <summary>The text on the way to this node; empty behind a capture.</summary>
    public byte[] Literal { get; set; } = [];

    /// <summary>The capture on the way to this node; null behind text.</summary>
    public Step? Step { get; set; }

    /// <summary>The lowest order of all rows that go through here.</summary>
    public int Lowest { get; set; } = int.MaxValue;

    /// <summary>The row that ends here.</summary>
    public Row? Row { get; set; }

    /// <summary>The first bytes of <see cref="Texts"/>, all different.</summary>
    public byte[] FirstBytes { get; set; } = [];

    /// <summary>The nodes that text leads to.</summary>
    public Node[] Texts { get; set; } = [];

    /// <summary>The nodes that captures lead to, those of early rows first.</summary>
    public Node[] Captures { get; set; } = [];
}
