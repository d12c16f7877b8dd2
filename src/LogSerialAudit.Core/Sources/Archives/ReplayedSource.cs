namespace LogSerialAudit.Sources.Archives;

/// <summary>A source of which the head was read already.</summary>
internal sealed class ReplayedSource(ReadOnlyMemory<byte> head, ByteSource rest) : ByteSource
{
    private ReadOnlyMemory<byte> _head = head;

    public override SourceFault? Fault => rest.Fault;

    public override long RawPosition => rest.RawPosition;

    public override ContentKind Packing => rest.Packing;

    public override GzipHeader? Header => rest.Header;

    public override int Read(Span<byte> into)
    {
        if (_head.IsEmpty)
        {
            return rest.Read(into);
        }

        var count = Math.Min(into.Length, _head.Length);
        _head.Span[..count].CopyTo(into);
        _head = _head[count..];
        return count;
    }
}
