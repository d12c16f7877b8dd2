namespace LogSerialAudit.Sources;

/// <summary>Recognises <c>X.gz</c> beside <c>X</c> with the same text: a rotation that was interrupted, or is at work right now.</summary>
internal static class CompressedCopy
{
    /// <summary>
    /// Whether the compressed file holds nothing that the plain one does not. One that ends early, because it is being written or
    /// its writer died, is a copy too as long as all that can be got from it agrees.
    /// </summary>
    public static bool IsCopy(string compressedPath, string plainPath)
    {
        using var compressed = SourceOpener.TryOpen(compressedPath, out _);
        using var plain = SourceOpener.TryOpen(plainPath, out _);
        if (compressed is null || plain is null)
        {
            return false;
        }

        try
        {
            using var text = ByteSource.Over(compressed, compressed.Length);
            var (left, right) = (new byte[128 * 1024], new byte[128 * 1024]);
            while (text.Read(left) is var count and > 0)
            {
                if (plain.ReadAtLeast(right.AsSpan(0, count), count, throwOnEndOfStream: false) < count
                    || !left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
                {
                    return false;
                }
            }

            return text.IsGzip && text.Fault is null or { Kind: DamageKind.Truncated or DamageKind.TrailingGarbage };
        }
        catch (IOException)
        {
            return false;
        }
    }
}
