using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogSerialAudit.Reports;

/// <summary>json and ndjson.</summary>
internal sealed class JsonCells : CellWriter
{
    private const int FlushAt = 48 * 1024;

    private readonly Stream _stream;
    private readonly bool _oneObjectALine;
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _json;
    private JsonEncodedText[] _columns = [];

    public JsonCells(Stream stream, TableOptions options, bool oneObjectALine)
        : base(options)
    {
        _stream = stream;
        _oneObjectALine = oneObjectALine;

        // The text is safe already, and nobody pastes it into HTML: "+00:00" shall stay readable.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        if (!oneObjectALine)
        {
            _json.WriteStartObject();
        }
    }

    public override void Complete()
    {
        if (!_oneObjectALine)
        {
            _json.WriteEndObject();
            EndLine();
        }

        Flush();
    }

    public override void Flush()
    {
        _json.Flush();
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        _stream.Flush();
    }

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Select(column => JsonEncodedText.Encode(column))];
        if (!_oneObjectALine)
        {
            _json.WriteStartArray(name);
        }
    }

    internal override void EndRow()
    {
        _json.WriteEndObject();
        if (_oneObjectALine)
        {
            EndLine();
            _json.Reset();
        }

        if (_buffer.WrittenCount + _json.BytesPending >= FlushAt)
        {
            _json.Flush();
            _stream.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }

    internal override void EndTable()
    {
        if (!_oneObjectALine)
        {
            _json.WriteEndArray();
        }
    }

    private protected override void OnBeginRow() => _json.WriteStartObject();

    private protected override void WriteEmpty() => _json.WriteNull(Column());

    private protected override void WriteInteger(long value) => _json.WriteNumber(Column(), value);

    private protected override void WriteText(ReadOnlySpan<byte> text) => _json.WriteString(Column(), text);

    protected override void Dispose(bool disposing) => _json.Dispose();

    private JsonEncodedText Column() => _columns[Cells - 1];

    private void EndLine()
    {
        _json.Flush();
        _buffer.Write("\n"u8);
    }
}
