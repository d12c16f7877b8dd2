using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>The story as Markdown (CommonMark), for tickets and wikis.</summary>
internal sealed class MarkdownPage : Page
{
    private readonly TextWriter _writer;
    private bool _inList;

    public MarkdownPage(TextWriter writer, string title)
    {
        _writer = writer;
        _writer.Write($"# {MarkdownText.Of(title)}\n");
    }

    /// <inheritdoc/>
    public override void Line(string text = "")
    {
        if (text.Length > 0)
        {
            Block(MarkdownText.Of(text.TrimStart(' ')), isItem: Depth(text) > 0);
        }
    }

    /// <inheritdoc/>
    public override void Heading(string text) => Block($"## {MarkdownText.Of(text)}", isItem: false);

    /// <inheritdoc/>
    public override void Bold(string text) => Block($"### {MarkdownText.Of(text)}", isItem: false);

    /// <inheritdoc/>
    public override void Warning(string text) => Block($"**{MarkdownText.Of(text)}**", isItem: false);

    /// <inheritdoc/>
    public override void Wrapped(string first, string text, int indent)
    {
        var label = first.Trim();
        var escaped = MarkdownText.Of(text);
        if (label.Length == 0)
        {
            // What a label has been set before is an item, and so is what belongs to it.
            Block(escaped, isItem: _inList && Depth(first) > 0);
        }
        else
        {
            Block(label == "*" ? escaped : $"**{MarkdownText.Of(label)}** {escaped}", isItem: true);
        }
    }

    /// <inheritdoc/>
    public override void Parts(string first, IEnumerable<string> parts, int indent)
    {
        var labels = string.Join(' ', Labels(first).Select(label => $"**{MarkdownText.Of(label)}**"));
        Block(string.Join(" · ", parts.Select(part => MarkdownText.Of(part.Trim())).Prepend(labels).Where(part => part.Length > 0)), isItem: true);
    }

    private void Block(string text, bool isItem)
    {
        if (isItem)
        {
            _writer.Write($"{(_inList ? "" : "\n")}- {text}\n");
        }
        else
        {
            _writer.Write($"\n{Plain(text)}\n");
        }

        _inList = isItem;
    }

    /// <summary>A paragraph must not begin like a list, a numbered one, or a line under a heading.</summary>
    private static string Plain(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return text.Length > 0 && text[0] is '-' or '+' or '=' ? $"\\{text}"
            : digits > 0 && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' ') ? $"{text[..digits]}\\{text[digits..]}"
            : text;
    }
}
