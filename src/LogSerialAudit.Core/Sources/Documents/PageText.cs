namespace LogSerialAudit.Sources.Documents;

/// <summary>A page of the web that was saved, or a piece of one, in which log lines are quoted: their <c>&lt;</c> stands there as <c>&amp;lt;</c>.</summary>
internal sealed class PageText(ILineJudge judge, LineQueue output) : Document(DocumentForm.Page)
{
    private const int LongestFirstTag = 1024;

    private readonly LineJoiner _joiner = new(judge, output);
    private readonly HtmlText _page = new();
    private readonly List<byte> _line = [];
    private long _number;
    private long _last;
    private long _hiddenFrom;
    private long _hiddenLines;

    /// <summary>
    /// Whether a source begins as pages do, or has complaints of BIND as they write it. Anyone can bring such words, and tags, into a log; so of a source that
    /// does not begin so more events are to be in the page's text than there are in the source as it stands.
    /// </summary>
    public static bool Is(ReadOnlySpan<byte> head, ILineJudge judge)
    {
        var text = head.TrimStart(" \t\r\n"u8);
        var begins = Begins(text, "<!doctype html"u8) || Begins(text, "<html"u8);
        return (begins && EndsTag(text))
            || ((begins || head.IndexOf("&lt; ours ("u8) >= 0) && EventsIn(new HtmlText().Of(head), judge) > EventsIn(head, judge));
    }

    public override void End()
    {
        Flush();
        _joiner.End();
        Saw(_joiner.Dates.PartAt(0).NotAfter);
        if (_hiddenLines > 0)
        {
            Summary = Summary.With(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a tag, comment, style or script that begins in line {_hiddenFrom} does not end: what follows was not read"));
        }
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        var opened = _page.Opened;
        ReadOnlySpan<byte> text = _page.Of(line);
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            _number = _line.Count == 0 ? number : _number;
            _line.AddRange(end < 0 ? text : text[..end]);
            text = end < 0 ? default : text[(end + 1)..];
            if (end >= 0 || _line.Count > LineBlock.Capacity)
            {
                Flush();
            }
        }

        if (!_page.IsHiding || opened != _page.Opened)
        {
            (_hiddenFrom, _hiddenLines) = (number, 0);
        }
        else
        {
            _hiddenLines++;
        }
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(text[..word.Length], word);

    /// <summary>Whether the first tag ends as tags do: in its line, or in lines that are indented or quoted. One that does not would hide all that follows.</summary>
    private static bool EndsTag(ReadOnlySpan<byte> text)
    {
        text = text[1..Math.Min(text.Length, LongestFirstTag)];
        var end = text.IndexOfAny((byte)'<', (byte)'>');
        if (end < 0 || text[end] == '<')
        {
            return false;
        }

        for (text = text[..(end + 1)]; text.IndexOf((byte)'\n') is var feed and >= 0; text = text[(feed + 1)..])
        {
            if (!" \t\r\n\"'>"u8.Contains(text[feed + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static int EventsIn(ReadOnlySpan<byte> text, ILineJudge judge)
    {
        var events = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            QuoteMarks.Strip(ref line);
            events += judge.Judge(line.Trim(" \t\r"u8)).HasFlag(LineTraits.Event) ? 1 : 0;
        }

        return events;
    }

    private void Flush()
    {
        if (_line.Count > 0)
        {
            // Tags make several lines of one.
            Summary = _number == _last ? Summary with { ExtraLines = Summary.ExtraLines + 1 } : Summary;
            _last = _number;
            _joiner.Take(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_line).TrimEnd((byte)'\r'), _number);
            _line.Clear();
        }
    }
}
