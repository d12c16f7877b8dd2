using System.Text;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A text between two captures, while the tree grows; empty where two captures touch.</summary>
internal sealed class Passage(string text)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The text in a message.</summary>
    public byte[] Bytes => field ??= Encoding.UTF8.GetBytes(Text);

    /// <summary>The row that ends here.</summary>
    public Row? Row { get; set; }

    /// <summary>The captures that may follow, those of early rows first.</summary>
    public List<Node> Captures { get; } = [];
}
