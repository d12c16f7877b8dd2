using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Takings in the order in which they became known, each in some twenty bytes: a record says how it differs from the one before it.
/// Every fourth says all, so that one can be read by its number, its place in that order.
/// </summary>
internal sealed class TakingStore
{
    private const int PageLength = 2048;
    private const int Together = 4;
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
    private TakingRecord _last;
    private int _lastFrom;
    private int _at;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The taking of a number.</summary>
    public TakingRecord this[int number]
    {
        get
        {
            var (taking, from, at) = (default(TakingRecord), 0, _starts[number / Together]);
            for (var left = number % Together; left >= 0; left--)
            {
                taking = ReadRecord(_pages[number / PageLength], ref at, taking, ref from);
            }

            return taking;
        }
    }

    /// <summary>Adds a taking.</summary>
    public void Add(in TakingRecord taking)
    {
        Span<byte> room = stackalloc byte[TextShape.MostBytes];
        var from = taking.From.Bytes(room);
        var page = PageFor(MostOfRecord + EventTexts.MostBytes(from));
        var bytes = page.Bytes.AsSpan();
        var (start, at) = (_at, _at + 2);
        int flags = taking.At.FractionDigits;
        Varint.Write(bytes, ref at, (ulong)taking.History);
        Varint.WriteSigned(bytes, ref at, unchecked((int)(taking.Serial.Value - _last.Serial.Value)));
        Varint.WriteSigned(bytes, ref at, taking.Place - _last.Place);
        Varint.WriteSigned(bytes, ref at, taking.Line - _last.Line);
        var seconds = taking.At.At.ToUnixTimeSeconds();
        Varint.WriteSigned(bytes, ref at, seconds - SecondsOf(_last));
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

        if (taking.File != _last.File)
        {
            flags |= HasFile;
            Varint.Write(bytes, ref at, (ulong)taking.File);
        }

        flags |= _texts.Write(bytes, ref at, from, ref _lastFrom) ? HasFrom : 0;
        (bytes[start], bytes[start + 1]) = ((byte)taking.Kind, (byte)flags);
        (_last, _at) = (taking, at);
        Count++;
    }

    /// <summary>Reads them all.</summary>
    public IEnumerable<TakingRecord> Read()
    {
        var (taking, from, at) = (default(TakingRecord), 0, 0);
        for (var number = 0; number < Count; number++)
        {
            if (number % Together == 0)
            {
                (taking, from, at) = (default, 0, _starts[number / Together]);
            }

            taking = ReadRecord(_pages[number / PageLength], ref at, taking, ref from);
            yield return taking;
        }
    }

    private TakingRecord ReadRecord(EventPage page, ref int at, in TakingRecord last, ref int lastFrom)
    {
        ReadOnlySpan<byte> bytes = page.Bytes;
        var kind = (EventKind)bytes[at++];
        int flags = bytes[at++];
        var history = (int)Varint.Read(bytes, ref at);
        var serial = new SerialNumber(unchecked(last.Serial.Value + (uint)(int)Varint.ReadSigned(bytes, ref at)));
        var place = last.Place + (int)Varint.ReadSigned(bytes, ref at);
        var line = last.Line + Varint.ReadSigned(bytes, ref at);
        var moved = Varint.ReadSigned(bytes, ref at);
        var when = Instant.FromUnixTimeSeconds(SecondsOf(last) + moved);
        var dated = new Dated(when, (byte)(flags & DigitsMask), DatingMark.None, default);
        if (dated.FractionDigits > 0)
        {
            dated = dated with { At = when.PlusNanoseconds((long)Varint.Read(bytes, ref at)) };
        }

        if ((flags & IsOdd) != 0)
        {
            var mark = Varint.Read(bytes, ref at);
            var hourMark = (DatingMark)Varint.Read(bytes, ref at);
            var other = Instant.FromUnixTimeSeconds(Varint.ReadSigned(bytes, ref at));
            other = other.PlusNanoseconds((long)Varint.Read(bytes, ref at));
            dated = dated with { Mark = (DatingMark)(mark >> 1), HourMark = hourMark, Other = other, StandsAsOther = (mark & 1) != 0 };
        }

        SerialNumber? previous = (flags & HasPrevious) == 0 ? null : new SerialNumber(unchecked(serial.Value + (uint)(int)Varint.ReadSigned(bytes, ref at)));
        var file = (flags & HasFile) == 0 ? last.File : (int)Varint.Read(bytes, ref at);
        var from = (flags & HasFrom) == 0 ? _texts.Kept(lastFrom) : page.TextOf(EventTexts.Read(bytes, ref at, ref lastFrom));
        return new TakingRecord(history, serial, previous, dated, kind, file, line, place, from);
    }

    /// <summary>The page that has room for so many bytes; a new one has room for as much as the one before took.</summary>
    private EventPage PageFor(int bytes)
    {
        if (Count == _pages.Count * PageLength)
        {
            _pages.Add(new EventPage(new byte[Math.Max(FirstBytes, _at) + bytes], _texts));
            _at = 0;
        }

        if (Count % Together == 0)
        {
            _starts.Add(_at);
            (_last, _lastFrom) = (default, 0);
        }

        var page = _pages[^1];
        if (_at + bytes > page.Bytes.Length)
        {
            var grown = new byte[Math.Max(page.Bytes.Length * 2, _at + bytes)];
            page.Bytes.AsSpan(0, _at).CopyTo(grown);
            page.Bytes = grown;
        }

        return page;
    }

    /// <summary>The record before one that says all is at the beginning of 1970.</summary>
    private static long SecondsOf(in TakingRecord last) => last.At.At.ToUnixTimeSeconds();

    private static int NanosecondOf(Instant at, long seconds) => (int)(at - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds();
}
