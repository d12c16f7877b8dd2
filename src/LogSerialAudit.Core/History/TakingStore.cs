using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Takings in the order in which they became known, each in some twenty bytes: a record says how it differs from the one before it.
/// Every other one says all, so that one can be read by its number, its place in that order.
/// </summary>
internal sealed class TakingStore
{
    private const int PageLength = 2048;
    private const int Together = 2;
    private const int FirstBytes = 512;
    private const int MostOfRecord = 128;

    private const int DigitsMask = 0xf;
    private const int IsOdd = 0x10;
    private const int HasPrevious = 0x20;
    private const int HasFile = 0x40;
    private const int HasFrom = 0x80;

    private readonly EventTexts _texts = new();
    private readonly List<EventPage> _pages = [];

    /// <summary>Where in their pages the records begin that say all.</summary>
    private readonly List<int> _starts = [];

    /// <summary>Where the next record begins.</summary>
    private Cursor _next;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The taking of a number.</summary>
    public TakingRecord this[int number]
    {
        get
        {
            var (page, cursor) = (_pages[number / PageLength], new Cursor { At = _starts[number / Together] });
            for (var passed = number % Together; passed > 0; passed--)
            {
                ReadRecord(page, ref cursor, isPassed: true);
            }

            return ReadRecord(page, ref cursor);
        }
    }

    /// <summary>Adds a taking.</summary>
    public void Add(in TakingRecord taking)
    {
        Span<byte> room = stackalloc byte[TextShape.MostBytes];
        var from = taking.From.Bytes(room);
        var page = PageFor(MostOfRecord + EventTexts.MostBytes(from));
        var bytes = page.Bytes.AsSpan();
        var before = _next;
        var (start, at) = (before.At, before.At + 2);
        int flags = taking.At.FractionDigits;
        Varint.Write(bytes, ref at, (ulong)taking.History);
        Varint.WriteSigned(bytes, ref at, unchecked((int)(taking.Serial.Value - before.Serial)));
        Varint.WriteSigned(bytes, ref at, taking.Place - before.Place);
        Varint.WriteSigned(bytes, ref at, taking.Line - before.Line);
        var seconds = taking.At.At.ToUnixTimeSeconds();
        Varint.WriteSigned(bytes, ref at, seconds - before.Seconds);
        if (taking.At.FractionDigits > 0)
        {
            Varint.Write(bytes, ref at, (ulong)NanosecondOf(taking.At.At, seconds));
        }

        if (taking.At with { At = default, FractionDigits = 0 } != default)
        {
            flags |= IsOdd;
            var other = taking.At.Other.ToUnixTimeSeconds();
            Varint.Write(bytes, ref at, ((ulong)taking.At.Mark << 1) | (taking.At.StandsAsOther ? 1UL : 0));
            Varint.Write(bytes, ref at, (ulong)taking.At.HourMark);
            Varint.WriteSigned(bytes, ref at, other);
            Varint.Write(bytes, ref at, (ulong)NanosecondOf(taking.At.Other, other));
        }

        if (taking.Previous is { } previous)
        {
            flags |= HasPrevious;
            Varint.WriteSigned(bytes, ref at, unchecked((int)(previous.Value - taking.Serial.Value)));
        }

        if (taking.File != before.File)
        {
            flags |= HasFile;
            Varint.Write(bytes, ref at, (ulong)taking.File);
        }

        flags |= _texts.Write(bytes, ref at, from, ref before.From) ? HasFrom : 0;
        (bytes[start], bytes[start + 1]) = ((byte)taking.Kind, (byte)flags);
        _next = new Cursor { At = at, Serial = taking.Serial.Value, Place = taking.Place, Line = taking.Line, Seconds = seconds, File = taking.File, From = before.From };
        Count++;
    }

    /// <summary>Reads them all.</summary>
    public IEnumerable<TakingRecord> Read()
    {
        var cursor = default(Cursor);
        for (var number = 0; number < Count; number++)
        {
            if (number % Together == 0)
            {
                cursor = new Cursor { At = _starts[number / Together] };
            }

            yield return ReadRecord(_pages[number / PageLength], ref cursor);
        }
    }

    /// <summary>Reads a record and moves the cursor behind it; of one that is passed nothing is made.</summary>
    private static TakingRecord ReadRecord(EventPage page, ref Cursor cursor, bool isPassed = false)
    {
        ReadOnlySpan<byte> bytes = page.Bytes;
        var at = cursor.At;
        var kind = (EventKind)bytes[at++];
        int flags = bytes[at++];
        var history = (int)Varint.Read(bytes, ref at);
        cursor.Serial = unchecked(cursor.Serial + (uint)(int)Varint.ReadSigned(bytes, ref at));
        cursor.Place += (int)Varint.ReadSigned(bytes, ref at);
        cursor.Line += Varint.ReadSigned(bytes, ref at);
        cursor.Seconds += Varint.ReadSigned(bytes, ref at);
        var nanosecond = (flags & DigitsMask) == 0 ? 0 : (long)Varint.Read(bytes, ref at);
        var odd = (flags & IsOdd) == 0 ? default : ReadOdd(bytes, ref at);
        SerialNumber? previous = (flags & HasPrevious) == 0 ? null : new SerialNumber(unchecked(cursor.Serial + (uint)(int)Varint.ReadSigned(bytes, ref at)));
        cursor.File = (flags & HasFile) == 0 ? cursor.File : (int)Varint.Read(bytes, ref at);
        var from = (flags & HasFrom) == 0 ? TextPlace.Kept(cursor.From) : EventTexts.Read(bytes, ref at, ref cursor.From);
        cursor.At = at;
        if (isPassed)
        {
            return default;
        }

        var when = Instant.FromUnixTimeSeconds(cursor.Seconds);
        var dated = odd with { At = nanosecond == 0 ? when : when.PlusNanoseconds(nanosecond), FractionDigits = (byte)(flags & DigitsMask) };
        return new TakingRecord(history, new SerialNumber(cursor.Serial), previous, dated, kind, cursor.File, cursor.Line, cursor.Place, page.TextOf(from));
    }

    /// <summary>What few instants have beside the time.</summary>
    private static Dated ReadOdd(ReadOnlySpan<byte> bytes, ref int at)
    {
        var mark = Varint.Read(bytes, ref at);
        var hourMark = (DatingMark)Varint.Read(bytes, ref at);
        var other = Instant.FromUnixTimeSeconds(Varint.ReadSigned(bytes, ref at));
        other = other.PlusNanoseconds((long)Varint.Read(bytes, ref at));
        return new Dated(default, 0, (DatingMark)(mark >> 1), other) { HourMark = hourMark, StandsAsOther = (mark & 1) != 0 };
    }

    /// <summary>The page that has room for so many bytes; a new one has room for as much as the one before took.</summary>
    private EventPage PageFor(int bytes)
    {
        if (Count == _pages.Count * PageLength)
        {
            _pages.Add(new EventPage(new byte[Math.Max(FirstBytes, _next.At) + bytes], _texts));
            _next.At = 0;
        }

        if (Count % Together == 0)
        {
            _starts.Add(_next.At);
            _next = new Cursor { At = _next.At };
        }

        var page = _pages[^1];
        if (_next.At + bytes > page.Bytes.Length)
        {
            var grown = new byte[Math.Max(page.Bytes.Length * 2, _next.At + bytes)];
            page.Bytes.AsSpan(0, _next.At).CopyTo(grown);
            page.Bytes = grown;
        }

        return page;
    }

    private static int NanosecondOf(Instant at, long seconds) => (int)(at - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds();

    /// <summary>Where a record begins, and what it is written as the difference from: the record before it, or nothing where it says all.</summary>
    private struct Cursor
    {
        public int At;
        public uint Serial;
        public int Place;
        public long Line;

        /// <summary>Since 1970.</summary>
        public long Seconds;
        public int File;

        /// <summary>The number of the last text that has one.</summary>
        public int From;
    }
}
