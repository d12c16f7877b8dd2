namespace LogSerialAudit.Sources;

/// <summary>A file that is not compressed.</summary>
internal sealed class PlainSource(RawInput input) : ByteSource
{
    public override long RawPosition => input.Position;

    /// <inheritdoc/>
    public override long Skip(long count) => input.TrySkip(count) ? count : base.Skip(count);

    public override int Read(Span<byte> into)
    {
        if (Fault is not null)
        {
            return 0;
        }

        try
        {
            var count = input.Read(into);
            Fault = count == 0 ? ShrunkFault(input) : null;
            return count;
        }
        catch (IOException error)
        {
            Fault = ReadError(error, input.Position);
            return 0;
        }
    }
}
