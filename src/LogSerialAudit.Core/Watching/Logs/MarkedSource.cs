using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>Hands bytes through, and knows where the last whole line among them ended.</summary>
internal sealed class MarkedSource : ByteSource
{
    private readonly ByteSource _source;
    private readonly byte[] _window;
    private byte[] _tail = [];
    private int _inWindow;

    /// <summary>Marks the lines of a source.</summary>
    /// <param name="source">The bytes; disposed of with this one.</param>
    /// <param name="offset">Where it stands in its file: at the beginning of a line.</param>
    /// <param name="lines">How many lines are before that.</param>
    /// <param name="before">The bytes before that, as many as are compared.</param>
    /// <param name="window">How many bytes are remembered.</param>
    public MarkedSource(ByteSource source, long offset, long lines, ReadOnlySpan<byte> before, int window = Bookmark.Compared)
    {
        (_source, Offset, Position, Lines) = (source, offset, offset, lines);
        _window = new byte[window];
        Remember(before);
        _tail = before.ToArray();
    }

    /// <summary>The end of the last whole line.</summary>
    public long Offset { get; private set; }

    /// <summary>How many lines end there or before.</summary>
    public long Lines { get; private set; }

    /// <summary>The end of what was read.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes before <see cref="Offset"/>, as many as are remembered.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    /// <summary>The bytes behind <see cref="Offset"/>, the last of them where there are many.</summary>
    public ReadOnlySpan<byte> Rest => _window.AsSpan(0, _inWindow)[(_inWindow - (int)Math.Min(_inWindow, Position - Offset))..];

    public override long RawPosition => _source.RawPosition;

    public override ContentKind Packing => _source.Packing;

    public override GzipHeader? Header => _source.Header;

    public override SourceFault? Fault => _source.Fault;

    public override int Read(Span<byte> into)
    {
        var count = _source.Read(into);
        Mark(into[..count]);
        return count;
    }

    /// <summary>Takes the rest for a line: nothing more will come.</summary>
    public void EndRest()
    {
        if (Position > Offset)
        {
            (Offset, Lines) = (Position, Lines + 1);
            _tail = Last(default);
        }
    }

    public override void Dispose()
    {
        _source.Dispose();
        base.Dispose();
    }

    private void Mark(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf((byte)'\n') + 1;
        if (end > 0)
        {
            Lines += bytes.Count((byte)'\n');
            Offset = Position + end;
            _tail = Last(bytes[..end]);
        }

        Position += bytes.Length;
        Remember(bytes);
    }

    /// <summary>The last bytes of what was read before and these.</summary>
    private byte[] Last(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(Bookmark.Compared, _window.Length);
        var ofBytes = bytes[Math.Max(0, bytes.Length - length)..];
        var before = _window.AsSpan(0, _inWindow);
        return [.. before[Math.Max(0, before.Length - (length - ofBytes.Length))..], .. ofBytes];
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[Math.Max(0, bytes.Length - _window.Length)..];
        var kept = Math.Min(_inWindow, _window.Length - bytes.Length);
        _window.AsSpan(_inWindow - kept, kept).CopyTo(_window);
        bytes.CopyTo(_window.AsSpan(kept));
        _inWindow = kept + bytes.Length;
    }
}
