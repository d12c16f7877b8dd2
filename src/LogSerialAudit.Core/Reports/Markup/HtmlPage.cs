using LogSerialAudit.Messages;
using LogSerialAudit.Reports.Plots;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>The story as one HTML file, see <see cref="HtmlFrame"/>; well-formed as XML too.</summary>
internal sealed class HtmlPage : Page
{
    /// <summary>The words that stand out among the kinds of rows.</summary>
    private static readonly string[] BadWords =
        [.. new[] { EventKind.RollbackOffered, EventKind.Ahead, EventKind.Expired, EventKind.GoneBackwards }.Select(kind => kind.Word())];

    private readonly TextWriter _writer;

    public HtmlPage(TextWriter writer, string title)
    {
        _writer = writer;
        _writer.Write(HtmlFrame.Begin(title));
    }

    /// <inheritdoc/>
    public override void Line(string text = "")
    {
        if (text.Length > 0)
        {
            Tag("p", Depth(text) > 0 ? "line in" : "line", HtmlText.Of(text.Trim(' ')));
        }
    }

    /// <inheritdoc/>
    public override void Heading(string text) => Tag("h2", "", HtmlText.Of(text));

    /// <inheritdoc/>
    public override void Bold(string text) => Tag("h3", "", HtmlText.Of(text));

    /// <inheritdoc/>
    public override void Warning(string text) => Tag("p", "warn", HtmlText.Of(text));

    /// <inheritdoc/>
    public override void Wrapped(string first, string text, int indent)
    {
        var (label, depth) = (first.Trim(), Depth(first) > 0 ? " in" : "");
        var escaped = HtmlText.Of(text);
        if (label is "!" or "*" or "")
        {
            Tag("p", $"{(label == "!" ? "warn" : label == "*" ? "item" : "")}{depth}".Trim(), escaped);
        }
        else
        {
            Tag("p", depth.Trim(), $"<span class=\"k\">{HtmlText.Of(label)}</span> {escaped}");
        }
    }

    /// <inheritdoc/>
    public override void Parts(string first, IEnumerable<string> parts, int indent)
    {
        var labels = Labels(first).Select(label => $"<span class=\"{(BadWords.Contains(label) ? "bad" : "k")}\">{HtmlText.Of(label)}</span>").DefaultIfEmpty("<span class=\"k\"></span>");
        var cells = parts.Where(part => part.Length > 0).Select(part => $"<span>{HtmlText.Of(part.Trim(' '))}</span>");
        _writer.Write($"<div class=\"row\">{string.Concat(labels)}{string.Concat(cells)}</div>\n");
    }

    /// <inheritdoc/>
    public override void Plot(Func<SerialPlot?> plot)
    {
        if (plot() is { } picture)
        {
            SvgPlot.Write(picture, _writer);
        }
    }

    /// <inheritdoc/>
    public override void End() => _writer.Write(HtmlFrame.End);

    private void Tag(string name, string kind, string content) =>
        _writer.Write(kind.Length == 0 ? $"<{name}>{content}</{name}>\n" : $"<{name} class=\"{kind}\">{content}</{name}>\n");
}
