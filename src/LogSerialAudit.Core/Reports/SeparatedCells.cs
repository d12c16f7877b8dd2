using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using CsvHelper;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>
/// csv and tsv. Text that a spreadsheet would take for a formula gets an apostrophe in front, numbers never. What has to be
/// quoted or escaped CsvHelper does; numbers and text that stay as they are, which is nearly every cell, are copied.
/// </summary>
internal sealed class SeparatedCells : CellWriter
{
    private const int BufferLength = 64 * 1024;
    private const int MostOfNumber = 24;

    /// <summary>The most of a cell that two steps copy.</summary>
    private const int Short = TimeText.MostOfSecond;
    private const string MarksOfTimes = "0123456789 -+:.TZ";

    private readonly Stream _stream;
    private readonly byte _separator;
    private readonly Vector128<byte> _separators;
    private readonly bool _timesStayAsIs;
    private readonly MemoryStream _encoded = new();
    private readonly CsvWriter _csv;
    private byte[] _buffer = new byte[BufferLength];
    private int _length;
    private int _rowStart;
    private bool _begun;

    public SeparatedCells(Stream stream, TableOptions options, char separator)
        : base(options)
    {
        (_stream, _separator) = (stream, (byte)separator);
        _separators = Vector128.Create(_separator);
        _timesStayAsIs = !MarksOfTimes.Contains(separator);
        _csv = CsvWriter.Create(_encoded, new CsvWriterOptions { NewLine = "\n", Separator = separator, Injection = CsvInjection.Escape }, leaveOpen: true);
        if (options.ByteOrderMark)
        {
            Append("\uFEFF"u8);
            _rowStart = _length;
        }
    }

    public override void Complete() => Flush();

    public override void Flush()
    {
        _stream.Write(_buffer, 0, _length);
        _length = _rowStart = 0;
        _stream.Flush();
    }

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        if (_begun)
        {
            throw new InvalidOperationException("csv and tsv hold one table.");
        }

        _begun = true;
        BeginRow();
        foreach (var column in columns)
        {
            Text(column);
        }

        EndRow();
    }

    internal override void EndRow()
    {
        if (_length == _rowStart + 1)
        {
            // A row of one empty cell would be no row.
            _length = _rowStart;
            Append("\"\"\n"u8);
        }

        // Behind the last cell, too, there is a separator.
        _buffer[_length - 1] = (byte)'\n';
        if (_length >= BufferLength - 4096)
        {
            _stream.Write(_buffer, 0, _length);
            _length = 0;
        }

        _rowStart = _length;
    }

    internal override void EndTable()
    {
    }

    private protected override void OnBeginRow()
    {
    }

    private protected override void WriteEmpty()
    {
        var (buffer, at) = (_buffer, _length);
        if (at < buffer.Length)
        {
            (buffer[at], _length) = (_separator, at + 1);
            return;
        }

        Grow(1);
        WriteEmpty();
    }

    // Not as text: the minus of a negative number is no formula.
    private protected override void WriteInteger(long value)
    {
        var cell = Room(MostOfNumber);
        Utf8Formatter.TryFormat(value, cell, out var length);
        cell[length] = _separator;
        _length += length + 1;
    }

    private protected override bool TryWriteAsIs(ReadOnlySpan<byte> text)
    {
        if (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@')
        {
            return false;
        }

        var cell = Room(text.Length + 1);
        if (!(text.Length < Vector128<byte>.Count ? TryCopyShort(text, cell) : text.Length <= 2 * Vector128<byte>.Count ? TryCopy(text, cell) : TryCopyLong(text, cell)))
        {
            return false;
        }

        cell[text.Length] = _separator;
        _length += text.Length + 1;
        return true;
    }

    private protected override void WriteTime(Instant instant, int fractionDigits, bool isLocal, ReadOnlySpan<byte> text, int length)
    {
        // Of a year before 0 the minus might begin a formula.
        if (_timesStayAsIs && length <= Short && text[0] != '-')
        {
            WriteShort(text, length);
        }
        else
        {
            base.WriteTime(instant, fractionDigits, isLocal, text, length);
        }
    }

    internal override void Word(CellWord word)
    {
        if (word.CellOf(this) is { } cell)
        {
            CountCell();
            WriteShort(cell.Room, cell.Length);
            return;
        }

        var start = _length;
        base.Word(word);
        if (_length - start - 1 is <= Short and var written)
        {
            word.Remember(this, _buffer.AsSpan(start, written), Short);
        }
    }

    /// <summary>
    /// Copies a text of printable ASCII without separators and quotes, of one or two steps, looking at it on the way; in the middle bytes are copied twice.
    /// </summary>
    /// <returns>Whether it is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCopy(ReadOnlySpan<byte> text, Span<byte> cell)
    {
        var (first, last) = (Vector128.Create(text), Vector128.Create(text[^Vector128<byte>.Count..]));
        first.CopyTo(cell);
        last.CopyTo(cell[(text.Length - Vector128<byte>.Count)..]);
        return (Others(first) | Others(last)) == Vector128<byte>.Zero;
    }

    private bool TryCopyLong(ReadOnlySpan<byte> text, Span<byte> cell)
    {
        for (; text.Length > 2 * Vector128<byte>.Count; text = text[Vector128<byte>.Count..], cell = cell[Vector128<byte>.Count..])
        {
            var these = Vector128.Create(text);
            these.CopyTo(cell);
            if (Others(these) != Vector128<byte>.Zero)
            {
                return false;
            }
        }

        return TryCopy(text, cell);
    }

    private bool TryCopyShort(ReadOnlySpan<byte> text, Span<byte> cell)
    {
        if (text.Length >= sizeof(ulong))
        {
            var these = Vector128.Create(BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]));
            BinaryPrimitives.WriteUInt64LittleEndian(cell, these[0]);
            BinaryPrimitives.WriteUInt64LittleEndian(cell[(text.Length - sizeof(ulong))..], these[1]);
            return Others(these.AsByte()) == Vector128<byte>.Zero;
        }

        for (var at = 0; at < text.Length; at++)
        {
            cell[at] = text[at];
            if (text[at] is < (byte)' ' or > (byte)'~' or (byte)'"' || text[at] == _separator)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bytes that are no printable ASCII, or separators or quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Others(Vector128<byte> text) => Vector128.GreaterThan(text - Vector128.Create((byte)' '), Vector128.Create((byte)('~' - ' ')))
        | Vector128.Equals(text, Vector128.Create((byte)'"')) | Vector128.Equals(text, _separators);

    private protected override void WriteText(ReadOnlySpan<byte> text)
    {
        if (IsWideFormula(text))
        {
            _csv.WriteField("'" + Encoding.UTF8.GetString(text));
        }
        else
        {
            _csv.WriteField(text);
        }

        _csv.EndRecord();
        _csv.Flush();
        var encoded = _encoded.GetBuffer().AsSpan(0, (int)_encoded.Length - 1);
        WriteCell(encoded);
        _encoded.SetLength(0);
    }

    protected override void Dispose(bool disposing)
    {
    }

    /// <summary>Whether it starts with one of the full-width = + - @, which East Asian spreadsheets read like the narrow ones.</summary>
    private static bool IsWideFormula(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == 0xef && text[1] == 0xbc && text[2] is 0x9d or 0x8b or 0x8d or 0xa0;

    private void WriteCell(ReadOnlySpan<byte> encoded)
    {
        var cell = Room(encoded.Length + 1);
        encoded.CopyTo(cell);
        cell[encoded.Length] = _separator;
        _length += encoded.Length + 1;
    }

    /// <summary>Writes a short cell that lies in as much room as it may have: all of that is copied, which takes no branches, and what is too much written over by what follows.</summary>
    private void WriteShort(ReadOnlySpan<byte> room, int length)
    {
        var cell = Room(Short + 1);
        room = room[..Short];
        Vector128.Create(room).CopyTo(cell);
        Vector128.Create(room[Vector128<byte>.Count..]).CopyTo(cell[Vector128<byte>.Count..]);
        cell[length] = _separator;
        _length += length + 1;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    /// <summary>Room for so many bytes behind the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Grow(length);
        }

        return new Span<byte>(_buffer, _length, length);
    }

    private void Grow(int length) => Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length));
}
