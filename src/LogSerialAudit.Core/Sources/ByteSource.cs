namespace LogSerialAudit.Sources;

/// <summary>Text bytes, wherever they come from. What is wrong with the data is not thrown but said in <see cref="Fault"/>.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>What ended the source, once <see cref="Read"/> has returned 0; null where it ended well.</summary>
    public SourceFault? Fault { get; protected set; }

    /// <summary>Bytes taken from the file, compressed or not.</summary>
    public abstract long RawPosition { get; }

    /// <summary>Whether the bytes are decompressed.</summary>
    public virtual bool IsGzip => false;

    /// <summary>The header of the first gzip member; null for plain text, and before the first read.</summary>
    public virtual GzipHeader? Header => null;

    /// <summary>Up to <paramref name="into"/>'s length of bytes, at least one; 0 at the end.</summary>
    public abstract int Read(Span<byte> into);

    /// <summary>Looks at the first bytes and chooses: gzip is known by them and not by its name.</summary>
    /// <param name="raw">Read from where it stands; it need not be seekable. The caller disposes of it.</param>
    /// <param name="length">Bytes to read at most, and to miss if there are fewer; null to read to the end.</param>
    /// <exception cref="IOException">The first bytes cannot be read.</exception>
    public static ByteSource Over(Stream raw, long? length)
    {
        var input = new RawInput(raw, length);
        return input.PeekFirst(2) is [0x1f, 0x8b] ? new GzipSource(input) : new PlainSource(input);
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>The fault that an error of the operating system is.</summary>
    protected static SourceFault ReadError(IOException error, long offset) =>
        new(DamageKind.ReadError, offset, $"reading failed at byte {offset}: {error.Message.TrimEnd('.')}");

    /// <summary>The fault of a file that is shorter than it was when it was opened; null where it is not.</summary>
    protected static SourceFault? ShrunkFault(RawInput input) => input.ExpectedLength is { } expected && input.Position < expected
        ? new SourceFault(DamageKind.Truncated, input.Position, $"the file shrank while it was read: it ends at byte {input.Position} (of {expected})")
        : null;
}
