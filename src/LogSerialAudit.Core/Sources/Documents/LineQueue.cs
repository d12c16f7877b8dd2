namespace LogSerialAudit.Sources.Documents;

/// <summary>Log lines that were found and wait to be delivered. What is found in one block of a source is delivered before the next is read.</summary>
internal sealed class LineQueue
{
    private readonly Queue<(int Length, long Number, DocumentPart Part)> _lines = [];
    private long[] _numbers = [];
    private byte[] _bytes = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>How many lines were added in all.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a line; what is longer than a block is cut.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="number">The number of the source's line that it begins in.</param>
    /// <param name="part">The part of the document it stands in.</param>
    public void Add(ReadOnlySpan<byte> line, long number, DocumentPart part)
    {
        line = line[..Math.Min(line.Length, LineBlock.Capacity - 1)];
        MakeRoom(line.Length + 1);
        line.CopyTo(_bytes.AsSpan(_end));
        _end += line.Length;
        _bytes[_end++] = (byte)'\n';
        _lines.Enqueue((line.Length + 1, number, part));
        Count++;
    }

    /// <summary>Fills a block with lines of one part; false where there are none.</summary>
    public bool Deliver(LineBlock block)
    {
        if (_numbers.Length == 0)
        {
            _numbers = new long[LineBlock.Capacity / 16];
        }

        var (length, count) = (0, 0);
        block.Part = _lines.TryPeek(out var first) ? first.Part : null;
        while (count < _numbers.Length && _lines.TryPeek(out var line) && line.Part == block.Part && length + line.Length <= LineBlock.Capacity)
        {
            _lines.Dequeue();
            _numbers[count++] = line.Number;
            length += line.Length;
        }

        _bytes.AsSpan(_start, length).CopyTo(block.Buffer);
        _start += length;
        if (_lines.Count == 0)
        {
            _start = _end = 0;
        }

        block.Fill(length);
        (block.FirstLine, block.FirstByte, block.LineNumbers) = (first.Number, 0, _numbers);
        return count > 0;
    }

    private void MakeRoom(int count)
    {
        if (_bytes.Length - _end < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + count));
        }
    }
}
