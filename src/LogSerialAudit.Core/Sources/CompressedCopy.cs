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
        using var compressedStream = SourceOpener.TryOpen(compressed.Path, out _);
        using var otherStream = SourceOpener.TryOpen(other.Path, out _);
        if (compressedStream is null || otherStream is null)
        {
            return false;
        }

        try
        {
            using var text = ByteSource.Over(compressedStream, compressedStream.Length, new Expansion(compressed.ExpandLimit));
            using var otherText = ByteSource.Over(otherStream, otherStream.Length, new Expansion(other.ExpandLimit));
            var (left, right) = (new byte[128 * 1024], new byte[128 * 1024]);
            while (text.Read(left) is var count and > 0)
            {
                if (otherText.ReadFully(right.AsSpan(0, count)) < count
                    || !left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
                {
                    return false;
                }
            }

            return text.Packing != ContentKind.Text && text.Fault is null or { Kind: DamageKind.Truncated or DamageKind.TrailingGarbage };
        }
        catch (IOException)
        {
            return false;
        }
    }
}
