using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// Grows the tree of nodes out of a server's entries. Every way to read a pattern becomes a row, in the order of
/// <see cref="PatternVariants"/>; what rows begin with in common is gone through once.
/// </summary>
internal sealed class MatcherBuilder
{
    /// <summary>The most captures in one row.</summary>
    internal const int MostCaptures = 24;

    /// <summary>The field of each capture on the way; of a way that is left for another one, what is too much is cut off.</summary>
    private readonly List<Field> _fields = [];

    /// <summary>Where details begin and end on the way.</summary>
    private readonly List<Mark> _details = [];

    private int _rows;

    /// <summary>Where every row begins.</summary>
    public Node Root { get; } = new();

    /// <summary>Adds all rows of an entry.</summary>
    public void Add(Shape shape)
    {
        _fields.Clear();
        _details.Clear();
        Go(shape.Entry, shape.Parts, 0, null, new Way(Root, null, "", string.Empty, false, new Mark(-1, 0)));
    }

    private void Go(CatalogueEntry entry, IReadOnlyList<PatternPart> parts, int index, Rest? rest, Way way)
    {
        while (true)
        {
            while (index == parts.Count)
            {
                if (rest is null)
                {
                    Finish(entry, way);
                    return;
                }

                (parts, index, rest) = (rest.Parts, rest.Index, rest.Next);
            }

            var (fields, details) = (_fields.Count, _details.Count);
            switch (parts[index++])
            {
                case PatternPart.Literal literal:
                    way = way.With(literal.Text);
                    break;
                case PatternPart.Capture capture:
                    way = Take(capture, way);
                    break;
                case PatternPart.Choice choice:
                    foreach (var text in choice.Texts)
                    {
                        Go(entry, parts, index, rest, way.With(text));
                        CutOff(fields, details);
                    }

                    return;
                case PatternPart.Optional optional:
                    Go(entry, optional.Parts, 0, new Rest(parts, index, rest), way);
                    CutOff(fields, details);
                    break;
            }
        }
    }

    private Way Take(PatternPart.Capture capture, Way way)
    {
        var field = FieldNames.TryParse(capture.Name, out var named) ? named : Field.None;
        if (field == Field.Detail)
        {
            _details.Add(way.Place);
        }

        if (capture.Type != CaptureType.Here)
        {
            var isToken = CaptureType.Find(capture.Type).IsZoneToken;
            var before = Settle(way, anchored: false).Behind(way.Text);
            way = new Way(way.Node, before, capture.Type, string.Empty, way.HasZone || (isToken && field == Field.Zone), new Mark(_fields.Count, 0));
            _fields.Add(field == Field.Detail || isToken ? Field.None : field);
        }

        if (field == Field.Detail)
        {
            _details.Add(way.Place);
        }

        return way;
    }

    private void Finish(CatalogueEntry entry, in Way way)
    {
        var passage = Settle(way, anchored: true).Behind(way.Text);
        passage.Row ??= new Row(_rows, entry, _fields, way.HasZone, _details);
        _rows++;
    }

    /// <summary>The node where a way stands: the text behind a capture, which is known only now, says where that ends.</summary>
    private Node Settle(in Way way, bool anchored)
    {
        if (way.Before is null)
        {
            return way.Node;
        }

        var type = CaptureType.Find(way.Type);
        var end = type.End(way.Text);
        anchored &= type.WholeEnd;
        var form = (way.Type, end, anchored);
        foreach (var known in way.Before.Captures)
        {
            if (known.Form == form)
            {
                return known;
            }
        }

        // The rows that come first have the lowest order.
        var node = new Node { Step = type.Make(Encoding.UTF8.GetBytes(end), anchored), Form = form, Lowest = _rows };
        way.Before.Captures.Add(node);
        return node;
    }

    private void CutOff(int fields, int details)
    {
        _fields.RemoveRange(fields, _fields.Count - fields);
        _details.RemoveRange(details, _details.Count - details);
    }

    /// <summary>What of a pattern comes behind the optional part that is gone through.</summary>
    private sealed record Rest(IReadOnlyList<PatternPart> Parts, int Index, Rest? Next);

    /// <summary>How far a row has grown.</summary>
    /// <param name="Node">Where it stands, where no capture is open.</param>
    /// <param name="Before">The text before the last capture, whose node is made when it is known what follows.</param>
    /// <param name="Type">The type of that capture.</param>
    /// <param name="Text">The text since then; what a mark divides is one text.</param>
    /// <param name="HasZone">Whether one of the captures is a whole zone token.</param>
    /// <param name="Place">Where it stands in a message.</param>
    private readonly record struct Way(Node Node, Passage? Before, string Type, string Text, bool HasZone, Mark Place)
    {
        public Way With(string text) => this with
        {
            Text = Text + text,
            Place = Place with { Offset = Place.Offset + Encoding.UTF8.GetByteCount(text) },
        };
    }
}
