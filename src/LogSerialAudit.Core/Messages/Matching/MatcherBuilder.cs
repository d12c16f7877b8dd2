using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>Grows the tree of nodes out of a server's entries, row by row.</summary>
internal sealed class MatcherBuilder
{
    /// <summary>The most captures in one row.</summary>
    internal const int MostCaptures = 24;

    private readonly Dictionary<(Node Parent, Field Field, string Type, string End, bool Anchored), Node> _captures = [];
    private int _rows;

    /// <summary>Where every row begins.</summary>
    public Node Root { get; } = new();

    /// <summary>Adds all rows of an entry.</summary>
    public void Add(Shape shape)
    {
        foreach (var variant in PatternVariants.Of(shape.Parts))
        {
            Add(shape.Entry, variant);
        }
    }

    private void Add(CatalogueEntry entry, IReadOnlyList<PatternPart> variant)
    {
        var order = _rows++;
        var fields = new List<Field>();
        var hasZone = false;
        var node = Seen(Root, order);
        for (var i = 0; i < variant.Count; i++)
        {
            if (variant[i] is PatternPart.Literal literal)
            {
                node = Text(node, Encoding.UTF8.GetBytes(literal.Text), order);
            }
            else if (variant[i] is PatternPart.Capture capture)
            {
                var field = FieldNames.TryParse(capture.Name, out var named) ? named : Field.None;
                hasZone |= field == Field.Zone && capture.Type is "zone" or "subject" or "question";
                fields.Add(field);
                node = Capture(node, capture, field, variant, i, order);
            }
        }

        node.Row ??= new Row(order, entry, [.. fields], hasZone);
    }

    private static Node Seen(Node node, int order)
    {
        node.Lowest = Math.Min(node.Lowest, order);
        return node;
    }

    private static Node Text(Node parent, ReadOnlySpan<byte> text, int order)
    {
        while (!text.IsEmpty)
        {
            var index = Array.IndexOf(parent.FirstBytes, text[0]);
            if (index < 0)
            {
                return Attached(parent, new Node { Literal = text.ToArray(), Lowest = order });
            }

            var child = parent.Texts[index];
            var common = child.Literal.AsSpan().CommonPrefixLength(text);
            if (common < child.Literal.Length)
            {
                var upper = new Node { Literal = child.Literal[..common], Lowest = child.Lowest };
                child.Literal = child.Literal[common..];
                upper.FirstBytes = [child.Literal[0]];
                upper.Texts = [child];
                parent.Texts[index] = upper;
                child = upper;
            }

            parent = Seen(child, order);
            text = text[common..];
        }

        return parent;
    }

    private static Node Attached(Node parent, Node child)
    {
        parent.FirstBytes = [.. parent.FirstBytes, child.Literal[0]];
        parent.Texts = [.. parent.Texts, child];
        return child;
    }

    private Node Capture(
        Node parent, PatternPart.Capture capture, Field field, IReadOnlyList<PatternPart> variant, int index, int order)
    {
        var type = CaptureType.Find(capture.Type);
        var after = PatternVariants.After(variant, index) as PatternPart.Literal;
        var anchored = type.NeedsEnd && (after is null || ReferenceEquals(variant[^1], after));
        var end = type.End(after?.Text ?? string.Empty);
        var key = (parent, field, capture.Type, end, anchored);
        if (!_captures.TryGetValue(key, out var node))
        {
            node = new Node { Step = type.Make(Encoding.UTF8.GetBytes(end), anchored) };
            _captures.Add(key, node);
            parent.Captures = [.. parent.Captures, node];
        }

        return Seen(node, order);
    }
}
