using LogSerialAudit.Sources;

namespace LogSerialAudit.Watching.Logs;

/// <summary>Some bytes, and behind them a source.</summary>
internal sealed class JoinedSource(ReadOnlyMemory<byte> first, ByteSource then) : ByteSource
{
    private ReadOnlyMemory<byte> _first = first;

    public override long RawPosition => then.RawPosition;

    public override ContentKind Packing => then.Packing;

    public override GzipHeader? Header => then.Header;

    public override SourceFault? Fault => then.Fault;

    public override int Read(Span<byte> into)
    {
        if (_first.IsEmpty)
        {
            return then.Read(into);
        }

        var count = Math.Min(into.Length, _first.Length);
        _first.Span[..count].CopyTo(into);
        _first = _first[count..];
        return count;
    }

    public override void Dispose()
    {
        then.Dispose();
        base.Dispose();
    }
}
