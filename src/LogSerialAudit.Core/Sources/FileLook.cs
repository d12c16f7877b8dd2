using NodaTime;

namespace LogSerialAudit.Sources;

/// <summary>A look into a regular file: what it holds, or why that cannot be known.</summary>
internal sealed record FileLook(ContentKind Kind, bool IsGzip, long Size, Instant? Modified, string? Problem)
{
    public static FileLook At(string path)
    {
        using var stream = SourceOpener.TryOpen(path, out var problem);
        if (stream is null)
        {
            return new FileLook(ContentKind.Empty, false, 0, null, problem);
        }

        try
        {
            using var source = ByteSource.Over(stream, stream.Length);
            var (head, filled) = (new byte[Content.HeadLength], 0);
            while (filled < head.Length && source.Read(head.AsSpan(filled)) is var count and > 0)
            {
                filled += count;
            }

            if (source.Fault is { Kind: DamageKind.ReadError } error)
            {
                return new FileLook(ContentKind.Empty, false, 0, null, $"{path}: {error.Text}");
            }

            // Of a damaged file nothing is refused: reading it will say what is wrong with it.
            var kind = source.Fault is null ? Content.KindOf(head.AsSpan(0, filled)) : ContentKind.Text;
            return new FileLook(kind, source.IsGzip, stream.Length, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle)), null);
        }
        catch (IOException error)
        {
            return new FileLook(ContentKind.Empty, false, 0, null, $"{path}: reading failed: {error.Message.TrimEnd('.')}");
        }
    }
}
