using System.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>Tables as one HTML file; see <see cref="HtmlFrame"/>.</summary>
internal sealed class HtmlCells : CellWriter
{
    private readonly StreamWriter _writer;

    public HtmlCells(Stream stream, TableOptions options)
        : base(options)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        _writer.Write(HtmlFrame.Begin("LogSerialAudit"));
    }

    public override void Complete()
    {
        _writer.Write(HtmlFrame.End);
        _writer.Flush();
    }

    public override void Flush() => _writer.Flush();

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        _writer.Write($"<h2>{HtmlText.Of(name)}</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        foreach (var column in columns)
        {
            _writer.Write($"<th>{HtmlText.Of(column)}</th>");
        }

        _writer.Write("</tr></thead>\n<tbody>\n");
    }

    internal override void EndRow() => _writer.Write("</tr>\n");

    internal override void EndTable() => _writer.Write("</tbody>\n</table></div>\n");

    private protected override void OnBeginRow() => _writer.Write("<tr>");

    private protected override void WriteEmpty() => _writer.Write("<td></td>");

    private protected override void WriteInteger(long value)
    {
        _writer.Write("<td class=\"n\">");
        _writer.Write(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _writer.Write("</td>");
    }

    private protected override void WriteText(ReadOnlySpan<byte> text)
    {
        _writer.Write("<td>");
        _writer.Write(HtmlText.Of(Encoding.UTF8.GetString(text)));
        _writer.Write("</td>");
    }

    protected override void Dispose(bool disposing) => _writer.Dispose();
}
