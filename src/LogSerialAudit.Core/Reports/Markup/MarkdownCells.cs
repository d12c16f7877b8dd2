using System.Globalization;
using System.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>Tables in Markdown, as GitHub and others read them.</summary>
internal sealed class MarkdownCells : CellWriter
{
    private readonly StreamWriter _writer;
    private bool _begun;

    public MarkdownCells(Stream stream, TableOptions options)
        : base(options) => _writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);

    public override void Complete() => _writer.Flush();

    public override void Flush() => _writer.Flush();

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        _writer.Write($"{(_begun ? "\n" : "")}## {MarkdownText.Of(name)}\n\n");
        _writer.Write($"| {string.Join(" | ", columns.Select(MarkdownText.Of))} |\n");
        _writer.Write($"|{string.Concat(columns.Select(_ => "---|"))}\n");
        _begun = true;
    }

    internal override void EndRow() => _writer.Write(" |\n");

    internal override void EndTable()
    {
    }

    private protected override void OnBeginRow() => _writer.Write('|');

    private protected override void WriteEmpty() => Cell("");

    private protected override void WriteInteger(long value) => Cell(value.ToString(CultureInfo.InvariantCulture));

    private protected override void WriteText(ReadOnlySpan<byte> text) => Cell(MarkdownText.Of(Encoding.UTF8.GetString(text)));

    protected override void Dispose(bool disposing) => _writer.Dispose();

    private void Cell(string text)
    {
        _writer.Write(Cells > 1 ? " | " : " ");
        _writer.Write(text);
    }
}
