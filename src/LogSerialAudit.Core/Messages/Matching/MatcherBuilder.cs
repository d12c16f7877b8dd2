using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>Grows the tree of nodes out of a server's entries, row by row.</summary>
internal sealed class MatcherBuilder
{
    /// <summary>The most captures in one row.</summary>
    internal const int MostCaptures = 24;

    private readonly Dictionary<(Node Parent, string Type, string End, bool Anchored), Node> _captures = [];
    private int _rows;

    /// <summary>Where every row begins.</summary>
    public Node Root { get; } = new();

    /// <summary>Adds all rows of an entry.</summary>
    public void Add(Shape shape)
    {
        foreach (var variant in shape.Variants)
        {
            Add(shape.Entry, variant);
        }
    }

    private void Add(CatalogueEntry entry, IReadOnlyList<PatternPart> variant)
    {
        var order = _rows++;
        var fields = new List<Field>();
        var hasZone = false;
        var place = new Place(-1, 0);
        var details = new List<Place>();
        var text = string.Empty;
        var node = Seen(Root, order);
        for (var i = 0; i < variant.Count; i++)
        {
            if (variant[i] is PatternPart.Literal literal)
            {
                // What a mark divides is one text.
                text += literal.Text;
                place = place with { Offset = place.Offset + Encoding.UTF8.GetByteCount(literal.Text) };
                continue;
            }

            var capture = (PatternPart.Capture)variant[i];
            var field = FieldNames.TryParse(capture.Name, out var named) ? named : Field.None;
            if (field == Field.Detail)
            {
                details.Add(place);
            }

            if (capture.Type != CaptureType.Here)
            {
                node = Capture(Text(node, Encoding.UTF8.GetBytes(text), order), capture, variant, i, order);
                text = string.Empty;
                var isToken = CaptureType.Find(capture.Type).IsZoneToken;
                hasZone |= isToken && field == Field.Zone;
                place = new Place(fields.Count, 0);
                fields.Add(field == Field.Detail || isToken ? Field.None : field);
            }

            if (field == Field.Detail)
            {
                details.Add(place);
            }
        }

        node = Text(node, Encoding.UTF8.GetBytes(text), order);
        node.Row ??= new Row(order, entry, fields, hasZone, details);
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
            if (!parent.Texts.TryGetValue(text[0], out var child))
            {
                child = new Node { Literal = text.ToArray(), Lowest = order };
                parent.Texts.Add(text[0], child);
                return child;
            }

            var common = child.Literal.AsSpan().CommonPrefixLength(text);
            if (common < child.Literal.Length)
            {
                var upper = new Node { Literal = child.Literal[..common], Lowest = child.Lowest };
                child.Literal = child.Literal[common..];
                upper.Texts.Add(child.Literal[0], child);
                parent.Texts[text[0]] = upper;
                child = upper;
            }

            parent = Seen(child, order);
            text = text[common..];
        }

        return parent;
    }

    private Node Capture(Node parent, PatternPart.Capture capture, IReadOnlyList<PatternPart> variant, int index, int order)
    {
        var type = CaptureType.Find(capture.Type);
        var (following, anchored) = PatternVariants.TextAfter(variant, index);
        var end = type.End(following);
        anchored &= type.WholeEnd;
        var key = (parent, capture.Type, end, anchored);
        if (!_captures.TryGetValue(key, out var node))
        {
            node = new Node { Step = type.Make(Encoding.UTF8.GetBytes(end), anchored) };
            _captures.Add(key, node);
            parent.Captures.Add(node);
        }

        return Seen(node, order);
    }
}
