using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// One message's way down the tree. Every node is visited at most once, at one place: the work is bounded by the size of
/// the tree times the length of the message, whatever the message holds.
/// </summary>
internal ref struct Walk(ReadOnlySpan<byte> message, Span<Slot> slots, ref MessageMatch match)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private readonly Span<Slot> _slots = slots;
    private readonly ref MessageMatch _match = ref match;
    private ZoneToken _zone;

    /// <summary>The order of the best row so far; <see cref="int.MaxValue"/> where none matched.</summary>
    public int Best { get; private set; } = int.MaxValue;

    /// <summary>Goes on from <paramref name="node"/>, which is reached at <paramref name="at"/> with <paramref name="depth"/> captures.</summary>
    public void From(Node node, int at, int depth)
    {
        while (true)
        {
            if (at == _message.Length && node.Row is { } row && row.Order < Best)
            {
                Take(row);
            }

            // Text before captures: it leads to the earlier row most often, which then rules the captures out.
            var next = Text(node, at);
            if (node.Captures.Length == 0)
            {
                if (next is null)
                {
                    return;
                }

                at += next.Literal.Length;
                node = next;
                continue;
            }

            if (next is not null)
            {
                From(next, at + next.Literal.Length, depth);
            }

            foreach (var capture in node.Captures)
            {
                if (capture.Lowest < Best && (at < _message.Length || capture.Step!.IsEmpty)
                    && capture.Step!.TryRead(_message, at, ref _slots[depth], ref _zone))
                {
                    From(capture, _slots[depth].End, depth + 1);
                }
            }

            return;
        }
    }

    private readonly Node? Text(Node node, int at)
    {
        if (at >= _message.Length)
        {
            return null;
        }

        var index = node.FirstBytes.AsSpan().IndexOf(_message[at]);
        if (index < 0)
        {
            return null;
        }

        var next = node.Texts[index];
        return next.Lowest < Best && _message[at..].StartsWith(next.Literal) ? next : null;
    }

    private void Take(Row row)
    {
        Best = row.Order;
        _match = default;
        _match.Entry = row.Entry;
        if (row.HasZone)
        {
            _match.Zone = _zone.Name;
            _match.Class = _zone.Class;
            _match.View = _zone.View;
            _match.Detail = _zone.Word;
            _match.Side = _zone.Side;
        }

        // Several details are one, from the first to the last, so that nothing between them is lost.
        var detail = _match.Detail.IsEmpty ? -1 : _match.Detail.Start;
        for (var i = 0; i < row.Fields.Length; i++)
        {
            if (row.Fields[i] == Field.Detail)
            {
                detail = detail < 0 ? _slots[i].Start : detail;
                _match.Detail = new Slice(detail, _slots[i].End - detail);
            }
            else if (row.Fields[i] != Field.None)
            {
                Set(row.Fields[i], in _slots[i], row.HasZone);
            }
        }
    }

    private readonly void Set(Field field, in Slot slot, bool hasZone)
    {
        switch (field)
        {
            case Field.Zone when !hasZone:
                _match.Zone = slot.Slice;
                break;
            case Field.Class:
                _match.Class = slot.Slice;
                break;
            case Field.View:
                _match.View = slot.Slice;
                break;
            case Field.Side:
                _match.Side = (ZoneSide)slot.Number;
                break;
            case Field.Serial:
                _match.Serial = new(slot.Number);
                break;
            case Field.Previous:
                _match.Previous = new(slot.Number);
                break;
            case Field.Raw:
                _match.Raw = new(slot.Number);
                break;
            case Field.Peer:
                _match.Peer = slot.Slice;
                break;
            case Field.Key:
                _match.Key = slot.Slice;
                break;
            case Field.Count:
                _match.Count = slot.Number;
                break;
        }
    }
}
