using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources;

/// <summary>Recognises <c>X.gz</c> beside <c>X</c> or <c>X.xz</c> with the same text: a rotation that was interrupted, or is at work right now.</summary>
internal static class CompressedCopy
{
    /// <summary>
    /// Whether the compressed file holds nothing that the other one does not. One that ends early, because it is being written or
    /// its writer died, is a copy too as long as all that can be got from it agrees.
    /// </summary>
    public static bool IsCopy(SourceFile compressed, SourceFile other)
    {
        using var compressedStream = compressed.Member is null ? SourceOpener.TryOpen(compressed.Path, out _) : null;
        using var otherStream = other.Member is null ? SourceOpener.TryOpen(other.Path, out _) : null;
        using var archives = new ArchiveCursor();
        using var otherArchives = new ArchiveCursor();
        try
        {
            using var text = Open(compressed, compressedStream, archives);
            using var otherText = Open(other, otherStream, otherArchives);
            return text is not null && otherText is not null && text.Packing != ContentKind.Text && IsBeginning(text, otherText);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether all that can be got from a text is what another one begins with.</summary>
    public static bool IsBeginning(ByteSource text, ByteSource of)
    {
        var (left, right) = (new byte[128 * 1024], new byte[128 * 1024]);
        while (text.Read(left) is var count and > 0)
        {
            if (of.ReadFully(right.AsSpan(0, count)) < count || !left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
            {
                return false;
            }
        }

        return text.Fault is null or { Kind: DamageKind.Truncated or DamageKind.TrailingGarbage };
    }

    private static ByteSource? Open(SourceFile file, FileStream? stream, ArchiveCursor archives) =>
        file.Member is not null ? archives.Open(file, out _)
        : stream is null ? null : ByteSource.Over(stream, stream.Length, new Expansion(file.ExpandLimit));
}
