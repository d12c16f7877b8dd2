using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources;

/// <summary>Text bytes, wherever they come from. What is wrong with the data is not thrown but said in <see cref="Fault"/>.</summary>
internal abstract class ByteSource : IDisposable
{
    private const int TellingBytes = 10;

    /// <summary>What ended the source, once <see cref="Read"/> has returned 0; null where it ended well.</summary>
    public virtual SourceFault? Fault { get; protected set; }

    /// <summary>Bytes taken from the file, compressed or not.</summary>
    public abstract long RawPosition { get; }

    /// <summary>The compression; <see cref="ContentKind.Text"/> where there is none.</summary>
    public virtual ContentKind Packing => ContentKind.Text;

    /// <summary>The header of the first gzip member; null for plain text, and before the first read.</summary>
    public virtual GzipHeader? Header => null;

    /// <summary>Up to <paramref name="into"/>'s length of bytes, at least one; 0 at the end.</summary>
    public abstract int Read(Span<byte> into);

    /// <summary>Reads past so many bytes; fewer only at the end.</summary>
    public virtual long Skip(long count)
    {
        var (nowhere, skipped) = (new byte[Math.Min(count, 64 * 1024)], 0L);
        while (skipped < count && Read(nowhere.AsSpan(0, (int)Math.Min(nowhere.Length, count - skipped))) is var some and > 0)
        {
            skipped += some;
        }

        return skipped;
    }

    /// <summary>As many bytes as <paramref name="into"/> takes; fewer only at the end.</summary>
    public int ReadFully(Span<byte> into)
    {
        var filled = 0;
        while (filled < into.Length && Read(into[filled..]) is var count and > 0)
        {
            filled += count;
        }

        return filled;
    }

    /// <summary>Looks at the first bytes and chooses: compression is known by them and not by the name.</summary>
    /// <param name="raw">Read from where it stands; it need not be seekable. The caller disposes of it.</param>
    /// <param name="length">Bytes to read at most, and to miss if there are fewer; null to read to the end.</param>
    /// <param name="expansion">How far the bytes may expand; null for the default.</param>
    /// <exception cref="IOException">The first bytes cannot be read.</exception>
    public static ByteSource Over(Stream raw, long? length, Expansion? expansion = null)
    {
        var input = new RawInput(raw, length);
        ByteSource? packed = Content.ByMagic(input.PeekFirst(TellingBytes)) switch
        {
            ContentKind.Gzip => new GzipSource(input),
            ContentKind.Bzip2 => new Bzip2Source(input),
            ContentKind.Xz => new XzSource(input),
            ContentKind.Zstd => new ZstdSource(input),
            ContentKind.Lz4 => new Lz4Source(input),
            _ => null,
        };
        return packed is null ? new PlainSource(input) : new ExpandingSource(packed, expansion ?? new Expansion(ExpandLimit.Default));
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>The fault that an error of the operating system is.</summary>
    internal static SourceFault ReadError(IOException error, long offset) => error is SourceFaultException carrier
        ? carrier.SourceFault
        : new(DamageKind.ReadError, offset, $"reading failed at byte {offset}: {error.Message.TrimEnd('.')}");

    /// <summary>The fault of a file that is shorter than it was when it was opened; null where it is not.</summary>
    protected static SourceFault? ShrunkFault(RawInput input) => input.ExpectedLength is { } expected && input.Position < expected
        ? new SourceFault(DamageKind.Truncated, input.Position, $"the file shrank while it was read: it ends at byte {input.Position} (of {expected})")
        : null;
}
