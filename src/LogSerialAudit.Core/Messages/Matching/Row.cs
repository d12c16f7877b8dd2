using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Messages.Matching;

/// <summary>One way to read an entry: which capture fills which field.</summary>
internal sealed class Row
{
    private readonly CatalogueEntry _entry;
    private readonly int[] _slots;
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
        _slots = new int[Enum.GetValues<Field>().Length];
        Array.Fill(_slots, -1);
        for (var i = 0; i < fields.Count; i++)
        {
            _slots[(int)fields[i]] = i;
        }

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
        match.Zone = Slice(slots, Field.Zone);
        match.Class = Slice(slots, Field.Class);
        match.View = Slice(slots, Field.View);
        match.Peer = Slice(slots, Field.Peer);
        match.Key = Slice(slots, Field.Key);
        match.Serial = Serial(slots, Field.Serial);
        match.Previous = Serial(slots, Field.Previous);
        match.Raw = Serial(slots, Field.Raw);
        match.Side = (ZoneSide)Number(slots, Field.Side);
        match.Count = Number(slots, Field.Count);
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

    private Slice Slice(ReadOnlySpan<Slot> slots, Field field) =>
        _slots[(int)field] is >= 0 and var slot ? slots[slot].Slice : default;

    private SerialNumber? Serial(ReadOnlySpan<Slot> slots, Field field) =>
        _slots[(int)field] is >= 0 and var slot ? new SerialNumber(slots[slot].Number) : null;

    private uint Number(ReadOnlySpan<Slot> slots, Field field) =>
        _slots[(int)field] is >= 0 and var slot ? slots[slot].Number : 0;
}
