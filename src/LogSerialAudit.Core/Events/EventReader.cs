using System.Buffers.Binary;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>Reads the events of an <see cref="EventStore"/> one after the other.</summary>
public sealed class EventReader
{
    /// <summary>So many events, the current one included, can be looked at before their turn.</summary>
    private const int MostAhead = 32;

    private readonly EventContext _context = new();
    private readonly IReadOnlyList<EventPage> _pages;
    private readonly int _endPage;
    private int _nextPage;
    private EventPage? _page;

    /// <summary>How many records of the page are still to be read, and where the next one begins.</summary>
    private int _left;
    private int _place;

    /// <summary>The events of the page as they lie in it, or the next few that were made of its records.</summary>
    private LogEvent[] _events = [];
    private LogEvent[] _made = [];
    private int _at = -1;
    private int _end;

    /// <summary>The stamp of the last record.</summary>
    private Stamp _stamp;

    /// <summary>The day that was read last, and its month and day.</summary>
    private long _day = -1;
    private (int Year, int Month, int Day) _date;

    internal EventReader(IReadOnlyList<EventPage> pages, int first, int end) => (_pages, _nextPage, _endPage) = (pages, first, end);

    /// <summary>The event that was read last.</summary>
    public ref readonly LogEvent Current => ref _events[_at];

    /// <summary>That event and some of those that follow it.</summary>
    internal ReadOnlySpan<LogEvent> Ahead => _events.AsSpan(_at, Math.Min(MostAhead, _end - _at));

    /// <summary>The other server's address as that event logs it.</summary>
    public EventText Peer => _page!.TextOf(Current.Peer);

    /// <summary>What else that event says.</summary>
    public EventText Detail => _page!.TextOf(Current.Detail);

    /// <summary>Reads the next event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read() => ++_at < _end || ReadMore();

    /// <summary>Passes the rest of the page where its events are even.</summary>
    /// <returns>How many events were passed.</returns>
    internal int PassEven()
    {
        if (_page is not { IsEven: true })
        {
            return 0;
        }

        var passed = _end - 1 - _at + _left;
        (_at, _left) = (_end - 1, 0);
        return passed;
    }

    private bool ReadMore()
    {
        while (_left == 0)
        {
            if (_nextPage == _endPage)
            {
                // The last one stays the current one.
                _at = _end - 1;
                return false;
            }

            _page = _pages[_nextPage++];
            if (_page.Plain is { } plain)
            {
                (_events, _at, _end) = (plain, 0, _page.Count);
                if (_end > 0)
                {
                    return true;
                }

                continue;
            }

            (_left, _place) = (_page.Count, 0);
            _context.Reset();
            _stamp = default;
        }

        _events = _made = _made.Length == 0 ? new LogEvent[MostAhead] : _made;
        (_at, _end) = (0, Math.Min(_left, MostAhead));
        _left -= _end;
        for (var place = 0; place < _end; place++)
        {
            ReadRecord(_page!, ref _made[place]);
        }

        return true;
    }

    private void ReadRecord(EventPage page, ref LogEvent read)
    {
        ReadOnlySpan<byte> bytes = page.Bytes;
        var context = _context;
        var at = _place;
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
        _place = at;
        if ((flags & EventRecord.HasTime) != 0 || (more & EventRecord.HasForm) != 0 || digits > 0)
        {
            _stamp = context.Form == 0 ? default : StampOf(nanosecond);
        }

        read.Stamp = _stamp;
        read.Kind = (EventKind)kind;
        read.Side = (ZoneSide)(first >> EventRecord.SideShift);
        read.Run = context.Run;
        read.Line = context.Line;
        read.Message = context.Message;
        read.Writer = context.Writer;
        read.Zone = context.Zone;
        read.Peer = peer;
        read.Detail = detail;
        read.Count = count;
        read.Serial = serial;
        read.Previous = (more & EventRecord.HasPrevious) == 0 ? null : Plus(context.Serial, previous);
        read.Raw = (more & EventRecord.HasRaw) == 0 ? null : Plus(context.Serial, raw);
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
            (_day, _date) = (day, Calendar.DateOf(day));
        }

        // The leap second that ends a year is still of that one.
        return _date.Year > EventContext.YearOf(_context.Form)
            ? EventContext.StampOf(_context.Form, 12, 31, 86400, nanosecond)
            : EventContext.StampOf(_context.Form, _date.Month, _date.Day, (int)second, nanosecond);
    }

    private static SerialNumber Plus(SerialNumber serial, long difference) => new(unchecked(serial.Value + (uint)(int)difference));
}
