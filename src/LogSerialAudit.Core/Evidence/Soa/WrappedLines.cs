namespace LogSerialAudit.Evidence.Soa;

/// <summary>Lines of one depth put together, from the first of them up to an empty one, with the places that they are from.</summary>
internal sealed class WrappedLines
{
    private readonly List<(int Start, QuotedLine Line)> _lines = [];

    /// <summary>Puts lines together.</summary>
    public WrappedLines(IReadOnlyList<QuotedLine> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines.TakeWhile(line => line.Depth == lines[0].Depth && line.Text.Length > 0))
        {
            _ = text.Append(_lines.Count == 0 ? "" : "\n");
            _lines.Add((text.Length, line));
            _ = text.Append(line.Text);
        }

        Text = text.ToString();
    }

    /// <summary>The lines with line ends between them.</summary>
    public string Text { get; }

    /// <summary>How many lines have ended before a position.</summary>
    public int LinesBefore(int position) => _lines.FindLastIndex(line => line.Start <= position);

    /// <summary>The line of a position, and the column in the line as it is, from 1.</summary>
    public (QuotedLine Line, int Column) PlaceOf(int position)
    {
        var (start, line) = _lines[LinesBefore(position)];
        return (line, line.Column + position - start + 1);
    }
}
