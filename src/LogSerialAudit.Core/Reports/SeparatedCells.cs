using CsvHelper;

namespace LogSerialAudit.Reports;

/// <summary>csv and tsv. Text that a spreadsheet would take for a formula gets an apostrophe in front, numbers never.</summary>
internal sealed class SeparatedCells : CellWriter
{
    private readonly CsvWriter _csv;
    private readonly byte[] _protected = new byte[256];
    private bool _begun;

    public SeparatedCells(Stream stream, TableOptions options, char separator)
        : base(options) => _csv = CsvWriter.Create(
            stream,
            new CsvWriterOptions
            {
                NewLine = "\n",
                Separator = separator,
                Injection = CsvInjection.Escape,
                WriteByteOrderMark = options.ByteOrderMark,
            },
            leaveOpen: true);

    public override void Complete() => Flush();

    public override void Flush() => _csv.Flush();

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        if (_begun)
        {
            throw new InvalidOperationException("csv and tsv hold one table.");
        }

        _begun = true;
        foreach (var column in columns)
        {
            _csv.WriteField(column);
        }

        _csv.EndRecord();
    }

    internal override void EndRow() => _csv.EndRecord();

    internal override void EndTable()
    {
    }

    private protected override void OnBeginRow()
    {
    }

    private protected override void WriteEmpty() => _csv.WriteField(ReadOnlySpan<byte>.Empty);

    // Not as text: the minus of a negative number is no formula.
    private protected override void WriteInteger(long value) => _csv.WriteField(value, default);

    private protected override void WriteText(ReadOnlySpan<byte> text)
    {
        if (IsWideFormula(text))
        {
            WriteProtected(text);
        }
        else
        {
            _csv.WriteField(text);
        }
    }

    protected override void Dispose(bool disposing)
    {
    }

    /// <summary>Whether it starts with one of the full-width = + - @, which East Asian spreadsheets read like the narrow ones.</summary>
    private static bool IsWideFormula(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == 0xef && text[1] == 0xbc && text[2] is 0x9d or 0x8b or 0x8d or 0xa0;

    private void WriteProtected(ReadOnlySpan<byte> text)
    {
        var cell = text.Length < _protected.Length ? _protected.AsSpan(0, text.Length + 1) : new byte[text.Length + 1];
        cell[0] = (byte)'\'';
        text.CopyTo(cell[1..]);
        _csv.WriteField(cell);
    }
}
