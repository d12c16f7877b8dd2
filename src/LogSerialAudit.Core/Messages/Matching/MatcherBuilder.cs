using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>Grows the tree of nodes out of a server's entries, row by row.</summary>
internal sealed class MatcherBuilder
{
    /// <summary>The most captures in one row.</summary>
    internal const int MostCaptures = 24;

    private readonly Dictionary<(Passage Parent, string Type, string End, bool Anchored), Node> _captures = [];
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
        var place = new Mark(-1, 0);
        var details = new List<Mark>();
        var text = string.Empty;
        var node = Root;
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
                node = Capture(Text(node, text), capture, variant, i, order);
                text = string.Empty;
                var isToken = CaptureType.Find(capture.Type).IsZoneToken;
                hasZone |= isToken && field == Field.Zone;
                place = new Mark(fields.Count, 0);
                fields.Add(field == Field.Detail || isToken ? Field.None : field);
            }

            if (field == Field.Detail)
            {
                details.Add(place);
            }
        }

        Text(node, text).Row ??= new Row(order, entry, fields, hasZone, details);
    }

    private static Passage Text(Node node, string text)
    {
        if (!node.Texts.TryGetValue(text, out var passage))
        {
            passage = new Passage(Encoding.UTF8.GetBytes(text));
            node.Texts.Add(text, passage);
        }

        return passage;
    }

    private Node Capture(Passage parent, PatternPart.Capture capture, IReadOnlyList<PatternPart> variant, int index, int order)
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

        node.Lowest = Math.Min(node.Lowest, order);
        return node;
    }
}
