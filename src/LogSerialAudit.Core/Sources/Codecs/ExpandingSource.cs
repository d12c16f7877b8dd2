namespace LogSerialAudit.Sources.Codecs;

/// <summary>Decompressed text that ends, with a fault, where it expands too far.</summary>
internal sealed class ExpandingSource(ByteSource packed, Expansion expansion) : ByteSource
{
    private SourceFault? _refused;

    public override SourceFault? Fault => _refused ?? packed.Fault;

    public override long RawPosition => packed.RawPosition;

    public override ContentKind Packing => packed.Packing;

    public override GzipHeader? Header => packed.Header;

    public override int Read(Span<byte> into)
    {
        if (_refused is not null)
        {
            return 0;
        }

        var count = packed.Read(into);
        _refused = expansion.Add(count, packed.RawPosition);
        return _refused is null ? count : 0;
    }

    public override void Dispose()
    {
        packed.Dispose();
        base.Dispose();
    }
}
