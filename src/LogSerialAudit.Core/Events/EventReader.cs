using System.Buffers.Binary;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>Reads the events of an <see cref="EventStore"/> one after the other.</summary>
public sealed class EventReader
{
    private readonly EventContext _context = new();
    private readonly IReadOnlyList<EventPage> _pages;
    private readonly int _end;
    private int _next;
    private EventPage? _page;
    private LogEvent[]? _plain;
    private int _left;
    private int _at;
    private LogEvent _current;

    /// <summary>The day that was read last, and its month and day.</summary>
    private long _day = -1;
    private (int Month, int DayOfMonth) _date;

    internal EventReader(IReadOnlyList<EventPage> pages, int first, int end) => (_pages, _next, _end) = (pages, first, end);

    /// <summary>The event that was read last.</summary>
    public ref readonly LogEvent Current => ref _plain is { } plain ? ref plain[_at] : ref _current;

    /// <summary>The other server's address as that event logs it.</summary>
    public EventText Peer => _page!.TextOf(Current.Peer);

    /// <summary>What else that event says.</summary>
    public EventText Detail => _page!.TextOf(Current.Detail);

    /// <summary>Reads the next event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read()
    {
        while (_left == 0)
        {
            if (_next == _end)
            {
                return false;
            }

            _page = _pages[_next++];
            _plain = _page.Plain;
            (_left, _at) = (_page.Count, _plain is null ? 0 : -1);
            _context.Reset();
            _current.Stamp = default;
        }

        _left--;
        if (_plain is null)
        {
            ReadRecord(_page!);
        }
        else
        {
            _at++;
        }

        return true;
    }

    /// <summary>Passes the rest of the page where its events are even.</summary>
    /// <returns>How many events were passed.</returns>
    internal int PassEven()
    {
        var passed = _page is { IsEven: true } ? _left : 0;
        _left -= passed;
        _at += _plain is null ? 0 : passed;
        return passed;
    }

    private void ReadRecord(EventPage page)
    {
        ReadOnlySpan<byte> bytes = page.Bytes;
        var context = _context;
        var at = _at;
        int first = bytes[at++];
        int flags = bytes[at++];
        var kind = first & (EventContext.MostKinds - 1);
        var (more, count, previous, raw) = (0, 1U, 0L, 0L);
        if ((flags & EventRecord.HasMore) != 0)
        {
            more = bytes[at++];
            ReadRare(bytes, ref at, more, ref count, ref previous, ref raw);
        }

        context.Line += (flags & EventRecord.HasLine) == 0 ? 1 : Varint.ReadSigned(bytes, ref at) + 1;
        if ((flags & EventRecord.HasTime) != 0)
        {
            context.Seconds += Varint.ReadSigned(bytes, ref at);
        }

        var digits = EventContext.DigitsOf(context.Form);
        var nanosecond = digits == 0 ? 0 : (int)Varint.Read(bytes, ref at) * EventContext.UnitOf(digits);
        if ((flags & EventRecord.HasZone) != 0)
        {
            context.Zone = (int)Varint.Read(bytes, ref at);
        }

        SerialNumber? serial = null;
        if ((flags & (EventRecord.HasSerial | EventRecord.HasSameSerial)) != 0)
        {
            if ((flags & EventRecord.HasSerial) != 0)
            {
                context.Serial = Plus(context.Serial, Varint.ReadSigned(bytes, ref at));
            }

            serial = context.Serial;
        }

        var peer = (flags & EventRecord.HasPeer) == 0 ? TextPlace.Kept(context.Peers[kind]) : EventTexts.Read(bytes, ref at, ref context.Peers[kind]);
        var detail = (flags & EventRecord.HasDetail) == 0 ? TextPlace.Kept(context.Details[kind]) : EventTexts.Read(bytes, ref at, ref context.Details[kind]);
        _at = at;
        if ((flags & EventRecord.HasTime) != 0 || (more & EventRecord.HasForm) != 0 || digits > 0)
        {
            _current.Stamp = context.Form == 0 ? default : StampOf(nanosecond);
        }

        _current.Kind = (EventKind)kind;
        _current.Side = (ZoneSide)(first >> EventRecord.SideShift);
        _current.Run = context.Run;
        _current.Line = context.Line;
        _current.Message = context.Message;
        _current.Writer = context.Writer;
        _current.Zone = context.Zone;
        _current.Peer = peer;
        _current.Detail = detail;
        _current.Count = count;
        _current.Serial = serial;
        _current.Previous = (more & EventRecord.HasPrevious) == 0 ? null : Plus(context.Serial, previous);
        _current.Raw = (more & EventRecord.HasRaw) == 0 ? null : Plus(context.Serial, raw);
    }

    private void ReadRare(ReadOnlySpan<byte> bytes, ref int at, int more, ref uint count, ref long previous, ref long raw)
    {
        if ((more & EventRecord.HasForm) != 0)
        {
            _context.Form = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            at += sizeof(ulong);
        }

        if ((more & EventRecord.HasWriter) != 0)
        {
            _context.Writer = (int)Varint.Read(bytes, ref at);
            _context.Run = (int)Varint.ReadSigned(bytes, ref at);
        }

        if ((more & EventRecord.HasMessage) != 0)
        {
            _context.Message = (int)Varint.Read(bytes, ref at);
        }

        if ((more & EventRecord.HasCount) != 0)
        {
            count = (uint)Varint.Read(bytes, ref at);
        }

        if ((more & EventRecord.HasPrevious) != 0)
        {
            previous = Varint.ReadSigned(bytes, ref at);
        }

        if ((more & EventRecord.HasRaw) != 0)
        {
            raw = Varint.ReadSigned(bytes, ref at);
        }
    }

    private Stamp StampOf(int nanosecond)
    {
        var (day, second) = Math.DivRem(_context.Seconds, 86400);
        if (day != _day)
        {
            var (_, month, dayOfMonth) = Calendar.DateOf(day);
            (_day, _date) = (day, (month, dayOfMonth));
        }

        return EventContext.StampOf(_context.Form, _date.Month, _date.DayOfMonth, (int)second, nanosecond);
    }

    private static SerialNumber Plus(SerialNumber serial, long difference) => new(unchecked(serial.Value + (uint)(int)difference));
}
