using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Messages.Matching;

/// <summary>One way to read an entry: which capture fills which field.</summary>
internal sealed class Row
{
    private static readonly Field[] RareFields =
        [.. Enum.GetValues<Field>().Where(field => field is not (Field.None or Field.Serial or Field.Previous or Field.Peer))];

    private readonly CatalogueEntry _entry;
    private readonly int _serial;
    private readonly int _previous;
    private readonly int _peer;
    private readonly (Field Field, int Slot)[] _rare;
    private readonly bool _hasZone;
    private readonly bool _hasDetail;
    private readonly Mark _detailStart;
    private readonly Mark _detailEnd;

    /// <summary>A row.</summary>
    /// <param name="order">Its rank; the lowest that matches wins.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="fields">The field of each slot; <see cref="Field.None"/> where the value is not kept.</param>
    /// <param name="hasZone">Whether one of the captures is a whole zone token.</param>
    /// <param name="details">The places where details begin and end.</param>
    public Row(int order, CatalogueEntry entry, IReadOnlyList<Field> fields, bool hasZone, IReadOnlyList<Mark> details)
    {
        Order = order;
        _entry = entry;
        _hasZone = hasZone;
        (_serial, _previous, _peer) = (SlotOf(fields, Field.Serial), SlotOf(fields, Field.Previous), SlotOf(fields, Field.Peer));
        _rare = RareOf(fields);
        _hasDetail = details.Count > 0;
        if (_hasDetail)
        {
            _detailStart = details[0];
            _detailEnd = details[^1];
        }
    }

    /// <summary>Its rank; the lowest that matches wins.</summary>
    public int Order { get; }

    /// <summary>Writes what was captured into a match, all of which is replaced.</summary>
    public void Fill(ref MessageMatch match, ReadOnlySpan<Slot> slots, in ZoneToken zone)
    {
        match = default;
        match.Entry = _entry;
        if (_serial >= 0)
        {
            match.Serial = new SerialNumber(slots[_serial].Number);
        }

        if (_previous >= 0)
        {
            match.Previous = new SerialNumber(slots[_previous].Number);
        }

        if (_peer >= 0)
        {
            match.Peer = slots[_peer].Slice;
        }

        foreach (var (field, place) in _rare)
        {
            Set(field, ref match, in slots[place]);
        }

        if (_hasZone)
        {
            match.Zone = zone.Name;
            match.Class = zone.Class;
            match.Side = zone.Side;
            match.Detail = zone.Word;
            match.View = match.View.IsEmpty ? zone.View : match.View;
        }

        // Several details are one, from the first to the last, so that nothing between them is lost.
        if (_hasDetail)
        {
            var start = match.Detail.IsEmpty ? _detailStart.In(slots) : match.Detail.Start;
            match.Detail = new Slice(start, _detailEnd.In(slots) - start);
        }
    }

    /// <summary>The slots of the fields that few rows have; a start makes thousands of rows, so nothing is made for those without.</summary>
    private static (Field Field, int Slot)[] RareOf(IReadOnlyList<Field> fields)
    {
        Span<(Field, int)> found = stackalloc (Field, int)[RareFields.Length];
        var count = 0;
        foreach (var field in RareFields)
        {
            if (SlotOf(fields, field) is >= 0 and var slot)
            {
                found[count++] = (field, slot);
            }
        }

        return count == 0 ? [] : found[..count].ToArray();
    }

    private static int SlotOf(IReadOnlyList<Field> fields, Field field)
    {
        var last = fields.Count - 1;
        while (last >= 0 && fields[last] != field)
        {
            last--;
        }

        return last;
    }

    private static void Set(Field field, ref MessageMatch match, in Slot slot)
    {
        switch (field)
        {
            case Field.Zone:
                match.Zone = slot.Slice;
                break;
            case Field.Class:
                match.Class = slot.Slice;
                break;
            case Field.View:
                match.View = slot.Slice;
                break;
            case Field.Key:
                match.Key = slot.Slice;
                break;
            case Field.Raw:
                match.Raw = new SerialNumber(slot.Number);
                break;
            case Field.Side:
                match.Side = (ZoneSide)slot.Number;
                break;
            case Field.Count:
                match.Count = slot.Number;
                break;
        }
    }
}
