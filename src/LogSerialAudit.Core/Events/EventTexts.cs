namespace LogSerialAudit.Events;

/// <summary>
/// The addresses and other texts that a file's events name. What comes again is kept once and known by a number; what comes
/// once only, as the totals of transfers do, stands in the record itself, as its numbers where it has a known shape. Clients' ports
/// come in endless variety, so of an address with one the address alone is kept. So a flood of invented names takes no more than its bytes.
/// </summary>
internal sealed class EventTexts
{
    private const int MostTexts = 16_384;
    private const int MostShapes = 1_024;
    private const int Remembered = 1_024;
    private const int RememberedShapes = 16;

    /// <summary>As many digits as nearly all ports of clients have, and few of servers.</summary>
    private const int PortDigits = 5;

    /// <summary>What the lowest bits of the first number say: that a text is kept, else whether a port follows. Above them is the number of the text, or of its shape.</summary>
    private const int IsKept = 1;
    private const int HasPort = 2;
    private const int ItselfShift = 2;

    private readonly TextPool _texts = new();
    private readonly TextPool _shapes = new();

    /// <summary>The numbers of the last shapes, by their lengths: mostly the same few come again and again.</summary>
    private int[] _lastShapes = new int[RememberedShapes];

    /// <summary>The hashes of texts and shapes that came once.</summary>
    private uint[] _once = new uint[Remembered];

    /// <summary>How many bytes the texts take that are kept once.</summary>
    public long UsedBytes => _texts.UsedBytes + _shapes.UsedBytes;

    /// <summary>How many bytes of a record a text takes at most.</summary>
    public static int MostBytes(ReadOnlySpan<byte> text) => (2 * Varint.MaxLength) + text.Length;

    /// <summary>Writes a text into a record, unless it is the last one of its kind.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">The place in it.</param>
    /// <param name="text">The text.</param>
    /// <param name="last">The number of the last text that has one.</param>
    /// <returns>Whether something was written.</returns>
    public bool Write(Span<byte> record, ref int at, ReadOnlySpan<byte> text, ref int last)
    {
        if (last > 0 && text.SequenceEqual(_texts[last]))
        {
            return false;
        }

        var hasPort = EndsWithPort(text, out var port);
        var id = text.IsEmpty ? 0 : NumberOf(hasPort ? text[..^PortDigits] : text, _texts, MostTexts);
        if (id < 0)
        {
            WriteItself(record, ref at, text);
            return true;
        }

        if (hasPort)
        {
            Varint.Write(record, ref at, ((ulong)id << ItselfShift) | HasPort);
            Varint.Write(record, ref at, port);
            return true;
        }

        if (id == last)
        {
            return false;
        }

        Varint.Write(record, ref at, ((ulong)id << 1) | IsKept);
        last = id;
        return true;
    }

    /// <summary>Lets go of what only <see cref="Write"/> needs: nothing more is written.</summary>
    public void Close()
    {
        _texts.Close();
        _shapes.Close();
        (_lastShapes, _once) = ([], []);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="record">The record.</param>
    /// <param name="at">The place in it.</param>
    /// <param name="last">The number of the last text that has one.</param>
    public static TextPlace Read(ReadOnlySpan<byte> record, ref int at, ref int last)
    {
        var start = at;
        var value = Varint.Read(record, ref at);
        if ((value & IsKept) != 0)
        {
            last = (int)(value >> 1);
            return TextPlace.Kept(last);
        }

        var more = (int)Varint.Read(record, ref at);
        at += (value & HasPort) == 0 ? more : 0;
        return TextPlace.InPage(start);
    }

    /// <summary>The text of a number.</summary>
    public EventText Kept(int id) => id == 0 ? default : new EventText(_texts, id);

    /// <summary>The bytes of a text that stands in a record.</summary>
    /// <param name="record">The page.</param>
    /// <param name="at">Where the text begins.</param>
    /// <param name="room">Room of <see cref="TextShape.MostBytes"/>, which may be used.</param>
    public ReadOnlySpan<byte> BytesAt(ReadOnlySpan<byte> record, int at, Span<byte> room)
    {
        var value = Varint.Read(record, ref at);
        if ((value & HasPort) != 0)
        {
            return WithPort(_texts[(int)(value >> ItselfShift)], (uint)Varint.Read(record, ref at), room);
        }

        var shape = (int)(value >> ItselfShift);
        var length = (int)Varint.Read(record, ref at);
        return shape == 0 ? record.Slice(at, length) : room[..TextShape.Join(_shapes[shape], record.Slice(at, length), room)];
    }

    /// <summary>The texts that are kept, and the number of the one in front of the port that a text in a record ends with; 0 where it ends with none.</summary>
    public (TextPool Texts, int Number) AddressAt(ReadOnlySpan<byte> record, int at) =>
        (_texts, Varint.Read(record, ref at) is var value && (value & HasPort) != 0 ? (int)(value >> ItselfShift) : 0);

    private static bool EndsWithPort(ReadOnlySpan<byte> text, out uint port)
    {
        port = 0;
        if (text.Length is <= PortDigits or > TextShape.MostBytes || text[^(PortDigits + 1)] is not ((byte)'#' or (byte)'@'))
        {
            return false;
        }

        foreach (var digit in text[^PortDigits..])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            port = (port * 10) + digit - '0';
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithPort(ReadOnlySpan<byte> address, uint port, Span<byte> room)
    {
        address.CopyTo(room);
        var length = address.Length + PortDigits;
        for (var place = length - 1; place >= address.Length; place--, port /= 10)
        {
            room[place] = (byte)('0' + (port % 10));
        }

        return room[..length];
    }

    private static void WriteAsIs(Span<byte> record, ref int at, ReadOnlySpan<byte> text)
    {
        record[at++] = 0;
        Varint.Write(record, ref at, (ulong)text.Length);
        text.CopyTo(record[at..]);
        at += text.Length;
    }

    /// <summary>The number of its shape, or 0; the length of what follows; its numbers, or its bytes.</summary>
    private void WriteItself(Span<byte> record, ref int at, ReadOnlySpan<byte> text)
    {
        Span<byte> shape = stackalloc byte[TextShape.MostBytes];
        Span<ulong> numbers = stackalloc ulong[TextShape.MostNumbers];
        var count = TextShape.Part(text, shape, out var length, numbers);
        var id = count == 0 ? 0 : NumberOfShape(shape[..length]);
        if (id <= 0)
        {
            WriteAsIs(record, ref at, text);
            return;
        }

        // A number takes at most nine bytes, so their length takes one.
        Varint.Write(record, ref at, (ulong)id << ItselfShift);
        var start = at++;
        foreach (var number in numbers[..count])
        {
            Varint.Write(record, ref at, number);
        }

        record[start] = (byte)(at - start - 1);
    }

    private int NumberOfShape(ReadOnlySpan<byte> shape)
    {
        ref var last = ref _lastShapes[shape.Length % RememberedShapes];
        if (last <= 0 || !shape.SequenceEqual(_shapes[last]))
        {
            last = NumberOf(shape, _shapes, MostShapes);
        }

        return last;
    }

    /// <summary>The number of a text that came before; -1 where it comes for the first time, or there are too many.</summary>
    private int NumberOf(ReadOnlySpan<byte> text, TextPool pool, int most)
    {
        var hash = TextPool.Hash(text);
        var id = pool.Find(text, hash);
        if (id >= 0 || pool.Count >= most)
        {
            return id;
        }

        ref var once = ref _once[hash % Remembered];
        if (once == hash)
        {
            return pool.Add(text);
        }

        once = hash;
        return -1;
    }
}
