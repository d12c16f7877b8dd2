using System.Buffers.Binary;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>
/// The events of a file, in line order, each in some ten bytes: a record says how an event differs from the one before it.
/// The records lie in pages, each of which can be read by itself.
/// </summary>
public sealed partial class EventStore
{
    /// <summary>A little less than what the garbage collector takes for large.</summary>
    private const int PageLength = 80_000;
    private const int FirstLength = 512;

    private readonly List<EventPage> _pages = [];

    /// <summary>Null before the first record, and when none follows.</summary>
    private EventContext? _context;

    /// <summary>Null before the first record: a store of plain events has none.</summary>
    private EventTexts? _texts;
    private EventPage? _page;
    private int _at;

    /// <summary>The last record, and the page that its texts are of.</summary>
    private LogEvent _record;
    private EventPage? _recordPage;

    /// <summary>The last of the events that were let go of, and its texts.</summary>
    private (LogEvent Event, EventText Peer, EventText Detail) _letGo;

    /// <summary>What <see cref="EventContext"/> says of its stamp, and of the beginning of its day.</summary>
    private ulong _form;
    private long _midnight;

    /// <summary>Makes an empty store.</summary>
    public EventStore()
    {
    }

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have no stamp.</summary>
    public int Undated { get; private set; }

    /// <summary>Whether an event stands in a message of a mailbox behind its first one.</summary>
    public bool HasMessages { get; private set; }

    /// <summary>How many bytes they take, their texts included.</summary>
    internal long UsedBytes => _pages.Sum(page => (long)page.Bytes.Length) + (_texts?.UsedBytes ?? 0);

    internal IReadOnlyList<EventPage> Pages => _pages;

    /// <summary>Adds an event.</summary>
    /// <param name="logEvent">The event; its texts do not count.</param>
    /// <param name="peer">The other server's address as logged.</param>
    /// <param name="detail">What else the line says.</param>
    public void Add(in LogEvent logEvent, ReadOnlySpan<byte> peer, ReadOnlySpan<byte> detail)
    {
        var page = PageFor(EventRecord.MostBytes + EventTexts.MostBytes(peer) + EventTexts.MostBytes(detail));
        var bytes = page.Bytes.AsSpan();
        var start = _at;
        var at = start + 2;
        var (flags, more) = (0, 0);
        var context = _context!;

        // What is rare comes first, because it has a byte of flags of its own.
        var form = FormOf(logEvent.Stamp);
        more |= logEvent.Previous is null ? 0 : EventRecord.HasPrevious;
        more |= logEvent.Raw is null ? 0 : EventRecord.HasRaw;
        more |= logEvent.Writer == context.Writer && logEvent.Run == context.Run ? 0 : EventRecord.HasWriter;
        more |= form == context.Form ? 0 : EventRecord.HasForm;
        more |= logEvent.Count == 1 ? 0 : EventRecord.HasCount;
        more |= logEvent.Message == context.Message ? 0 : EventRecord.HasMessage;
        if (more != 0)
        {
            flags = EventRecord.HasMore;
            bytes[at++] = (byte)more;
            WriteRare(bytes, ref at, more, form, logEvent);
        }

        if (logEvent.Line != context.Line + 1)
        {
            flags |= EventRecord.HasLine;
            Varint.WriteSigned(bytes, ref at, logEvent.Line - context.Line - 1);
        }

        var seconds = form == 0 ? context.Seconds : _midnight + logEvent.Stamp.SecondOfDay;
        if (seconds != context.Seconds)
        {
            flags |= EventRecord.HasTime;
            Varint.WriteSigned(bytes, ref at, seconds - context.Seconds);
        }

        if (logEvent.Stamp.FractionDigits > 0)
        {
            Varint.Write(bytes, ref at, (ulong)(logEvent.Stamp.Nanosecond / EventContext.UnitOf(logEvent.Stamp.FractionDigits)));
        }

        if (logEvent.Zone != context.Zone)
        {
            flags |= EventRecord.HasZone;
            Varint.Write(bytes, ref at, (ulong)logEvent.Zone);
        }

        if (logEvent.Serial is { } serial)
        {
            flags |= serial == context.Serial ? EventRecord.HasSameSerial : EventRecord.HasSerial;
            if (serial != context.Serial)
            {
                Varint.WriteSigned(bytes, ref at, unchecked((int)(serial.Value - context.Serial.Value)));
            }

            context.Serial = serial;
        }

        var peerAt = at;
        if (page.Texts.Write(bytes, ref at, peer, ref context.Peers[(int)logEvent.Kind]))
        {
            flags |= EventRecord.HasPeer;
        }

        var detailAt = at;
        if (page.Texts.Write(bytes, ref at, detail, ref context.Details[(int)logEvent.Kind]))
        {
            flags |= EventRecord.HasDetail;
        }

        bytes[start] = (byte)((int)logEvent.Kind | ((int)logEvent.Side << EventRecord.SideShift));
        bytes[start + 1] = (byte)flags;
        (context.Line, context.Seconds, context.Form, context.Zone) = (logEvent.Line, seconds, form, logEvent.Zone);
        (context.Writer, context.Run, context.Message) = (logEvent.Writer, logEvent.Run, logEvent.Message);
        _at = at;
        page.Count++;
        CountIn(page, logEvent, isFirst: page.Count == 1);
        _record = logEvent;
        _record.Peer = PlaceOf(bytes, peerAt, (flags & EventRecord.HasPeer) != 0, context.Peers[(int)logEvent.Kind]);
        _record.Detail = PlaceOf(bytes, detailAt, (flags & EventRecord.HasDetail) != 0, context.Details[(int)logEvent.Kind]);
        _recordPage = page;
    }

    /// <summary>Adds an event with texts that are kept elsewhere.</summary>
    internal void Add(in LogEvent logEvent, EventText peer, EventText detail)
    {
        Span<byte> rooms = stackalloc byte[2 * TextShape.MostBytes];
        Add(logEvent, peer.Bytes(rooms[..TextShape.MostBytes]), detail.Bytes(rooms[TextShape.MostBytes..]));
    }

    /// <summary>Adds the last event once more: syslogd says "last message repeated" of it.</summary>
    /// <param name="stamp">The time of the line that says so.</param>
    /// <param name="run">The run of lines that it belongs to, -1 for none.</param>
    /// <param name="line">Its number.</param>
    /// <param name="count">How many times.</param>
    public void AddAgain(Stamp stamp, int run, long line, uint count)
    {
        var (last, peer, detail) = Last;
        Add(last with { Stamp = stamp, Run = run, Line = line, Count = count }, peer, detail);
    }

    /// <summary>The last event, and its texts.</summary>
    internal (LogEvent Event, EventText Peer, EventText Detail) Last =>
        _page is { Plain: { } plain, Count: > 0 and var held } ? (plain[held - 1], _page.TextOf(plain[held - 1].Peer), _page.TextOf(plain[held - 1].Detail))
        : _recordPage is null ? _letGo : (_record, _recordPage.TextOf(_record.Peer), _recordPage.TextOf(_record.Detail));

    /// <summary>Reads the events from the first one on. Nothing may be added meanwhile.</summary>
    public EventReader Read() => Read(0, _pages.Count);

    /// <summary>Reads the events of some pages.</summary>
    internal EventReader Read(int firstPage, int endPage) => new(_pages, firstPage, endPage);

    /// <summary>Lets the next event begin a page.</summary>
    internal void BeginPage() => _page = null;

    /// <summary>The events, for those who look at some of them.</summary>
    public IEnumerable<LogEvent> All
    {
        get
        {
            for (var reader = Read(); reader.Read();)
            {
                yield return reader.Current;
            }
        }
    }

    /// <summary>Lets go of what only adding needs: no event follows.</summary>
    internal void Close()
    {
        _texts?.Close();
        if (_page is { Plain: null })
        {
            _page.Bytes = _page.Bytes[.._at];
        }

        _context = null;
        _pages.TrimExcess();
    }

    /// <summary>Lets go of all events; the next one may still be a repetition of the last.</summary>
    internal void Clear()
    {
        if (Count > 0)
        {
            var (last, peer, detail) = Last;
            _letGo = (last, new EventText(peer.ToString()), new EventText(detail.ToString()));
        }

        GiveBack();
        _pages.Clear();
        (_texts, _page, _recordPage, Count, Undated, HasMessages) = (null, null, null, 0, 0, false);
    }

    /// <summary>Counts in an event of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="added">The event.</param>
    /// <param name="isFirst">Whether it is the first one of the page.</param>
    internal void CountIn(EventPage page, in LogEvent added, bool isFirst)
    {
        page.Note(added, isFirst);
        Count++;
        Undated += added.Run < 0 ? 1 : 0;
        HasMessages |= added.Message > 0;
    }

    private void WriteRare(Span<byte> bytes, ref int at, int more, ulong form, in LogEvent logEvent)
    {
        if ((more & EventRecord.HasForm) != 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], form);
            at += sizeof(ulong);
        }

        if ((more & EventRecord.HasWriter) != 0)
        {
            Varint.Write(bytes, ref at, (ulong)logEvent.Writer);
            Varint.WriteSigned(bytes, ref at, logEvent.Run);
        }

        if ((more & EventRecord.HasMessage) != 0)
        {
            Varint.Write(bytes, ref at, (ulong)logEvent.Message);
        }

        if ((more & EventRecord.HasCount) != 0)
        {
            Varint.Write(bytes, ref at, logEvent.Count);
        }

        var serial = logEvent.Serial?.Value ?? _context!.Serial.Value;
        if ((more & EventRecord.HasPrevious) != 0)
        {
            Varint.WriteSigned(bytes, ref at, unchecked((int)(logEvent.Previous!.Value.Value - serial)));
        }

        if ((more & EventRecord.HasRaw) != 0)
        {
            Varint.WriteSigned(bytes, ref at, unchecked((int)(logEvent.Raw!.Value.Value - serial)));
        }
    }

    private static TextPlace PlaceOf(ReadOnlySpan<byte> bytes, int at, bool isWritten, int last) =>
        isWritten && (bytes[at] & 1) == 0 ? TextPlace.InPage(at) : TextPlace.Kept(last);

    /// <summary>What <see cref="EventContext.FormOf"/> says: mostly that of the last stamp.</summary>
    private ulong FormOf(in Stamp stamp)
    {
        if (!stamp.IsOfDayOf(_record.Stamp))
        {
            _form = EventContext.FormOf(stamp);
            _midnight = EventContext.SecondsOf(stamp) - stamp.SecondOfDay;
        }

        return _form;
    }

    /// <summary>The page that has room for so many bytes.</summary>
    private EventPage PageFor(int bytes)
    {
        if (_page is null or { Plain: not null } || _at + bytes > Math.Max(PageLength, _page.Bytes.Length))
        {
            // Between pages that were taken as they are there are few records.
            var length = _page is null or { Plain: not null } ? FirstLength : PageLength;
            (_context ??= new EventContext()).Reset();
            _at = 0;
            _pages.Add(_page = new EventPage(new byte[Math.Max(length, bytes)], _texts ??= new EventTexts()));
        }
        else if (_at + bytes > _page.Bytes.Length)
        {
            var grown = new byte[Math.Min(PageLength, Math.Max(_page.Bytes.Length * 2, _at + bytes))];
            _page.Bytes.AsSpan(0, _at).CopyTo(grown);
            _page.Bytes = grown;
        }

        return _page;
    }
}
