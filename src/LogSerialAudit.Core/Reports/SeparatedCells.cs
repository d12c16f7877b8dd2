using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CsvHelper;

namespace LogSerialAudit.Reports;

/// <summary>
/// csv and tsv. Text that a spreadsheet would take for a formula gets an apostrophe in front, numbers never. What has to be
/// quoted or escaped CsvHelper does; numbers and text that stay as they are, which is nearly every cell, are copied.
/// </summary>
internal sealed class SeparatedCells : CellWriter
{
    private const int BufferLength = 64 * 1024;
    private const int MostOfNumber = 24;

    private readonly Stream _stream;
    private readonly byte _separator;
    private readonly SearchValues<byte> _asIs;
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
        _asIs = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(value => (byte)value).Where(value => value != _separator && value != '"')]);
        _csv = CsvWriter.Create(_encoded, new CsvWriterOptions { NewLine = "\n", Separator = separator, Injection = CsvInjection.Escape }, leaveOpen: true);
        if (options.ByteOrderMark)
        {
            Append("\uFEFF"u8);
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
        if (_length == _rowStart)
        {
            // A row of one empty cell would be no row.
            Append("\"\""u8);
        }

        Append("\n"u8);
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

    private protected override void WriteEmpty() => BeginCell(0);

    // Not as text: the minus of a negative number is no formula.
    private protected override void WriteInteger(long value)
    {
        Utf8Formatter.TryFormat(value, BeginCell(MostOfNumber), out var length);
        _length += length;
    }

    private protected override bool TryWriteAsIs(ReadOnlySpan<byte> text)
    {
        if (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' || text.ContainsAnyExcept(_asIs))
        {
            return false;
        }

        text.CopyTo(BeginCell(text.Length));
        _length += text.Length;
        return true;
    }

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
        encoded.CopyTo(BeginCell(encoded.Length));
        _length += encoded.Length;
        _encoded.SetLength(0);
    }

    protected override void Dispose(bool disposing)
    {
    }

    /// <summary>Whether it starts with one of the full-width = + - @, which East Asian spreadsheets read like the narrow ones.</summary>
    private static bool IsWideFormula(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == 0xef && text[1] == 0xbc && text[2] is 0x9d or 0x8b or 0x8d or 0xa0;

    /// <summary>Parts the cell from the one before it, and gives room for so many bytes.</summary>
    private Span<byte> BeginCell(int length)
    {
        if (_buffer.Length - _length <= length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length + 1));
        }

        if (Cells > 1)
        {
            _buffer[_length++] = _separator;
        }

        return _buffer.AsSpan(_length);
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        if (_buffer.Length - _length < text.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }
}
