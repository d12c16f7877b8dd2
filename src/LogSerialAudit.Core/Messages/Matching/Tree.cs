namespace LogSerialAudit.Messages.Matching;

/// <summary>The rows of a server, laid out for walking. Cell 0 is the beginning of every message.</summary>
internal sealed class Tree
{
    private readonly List<Cell> _cells = [];
    private readonly List<Step?> _steps = [];
    private readonly List<Row> _rows = [];
    private readonly List<int> _next = [];

    /// <summary>Lays out the tree below a node.</summary>
    public Tree(Node root)
    {
        Add(root);
        Fill(root, 0);
        Cells = [.. _cells];
        Steps = [.. _steps];
        Rows = [.. _rows];
        Next = [.. _next];
    }

    /// <summary>The cells.</summary>
    public Cell[] Cells { get; }

    /// <summary>The capture on the way to each cell; null for a serial, and behind text.</summary>
    public Step?[] Steps { get; }

    /// <summary>The rows, by number.</summary>
    public Row[] Rows { get; }

    /// <summary>The cells that text leads to, 256 for each cell that has several; 0 is none, because nothing leads to the root.</summary>
    public int[] Next { get; }

    private int Add(Node node)
    {
        _cells.Add(Cell.Behind(node.Literal) with { Lowest = node.Lowest, Row = node.Row is null ? -1 : _rows.Count });
        _steps.Add(node.Step is SerialStep ? null : node.Step);
        if (node.Row is not null)
        {
            _rows.Add(node.Row);
        }

        return _cells.Count - 1;
    }

    private void Fill(Node node, int index)
    {
        var cell = _cells[index];
        cell.Captures = node.Captures.Count == 0 ? 0 : _cells.Count;
        for (var i = 1; i <= node.Captures.Count; i++)
        {
            var place = Add(node.Captures[i - 1]);
            _cells[place] = _cells[place] with { Sibling = i < node.Captures.Count ? place + 1 : 0 };
        }

        var texts = node.Texts.Values.ToDictionary(text => text, Add);
        cell.Only = texts.Count == 0 ? 0 : texts.Count == 1 ? texts.Values.Single() : -1;
        if (texts.Count > 1)
        {
            cell.Table = _next.Count;
            var table = new int[256];
            foreach (var (text, place) in texts)
            {
                table[text.Literal[0]] = place;
            }

            _next.AddRange(table);
        }

        _cells[index] = cell;
        for (var i = 0; i < node.Captures.Count; i++)
        {
            Fill(node.Captures[i], cell.Captures + i);
        }

        foreach (var (text, place) in texts)
        {
            Fill(text, place);
        }
    }
}
