using NodaTime;

namespace LogSerialAudit.Sources;

/// <summary>A look into a regular file: what it holds, or why that cannot be known.</summary>
internal sealed record FileLook(ContentKind Kind, ContentKind Packing, long Size, Instant? Modified, string? Problem)
{
    public static FileLook At(string path)
    {
        using var stream = SourceOpener.TryOpen(path, out var problem);
        if (stream is null)
        {
            return new FileLook(ContentKind.Empty, ContentKind.Text, 0, null, problem);
        }

        try
        {
            using var source = ByteSource.Over(stream, stream.Length);
            var head = new byte[Content.HeadLength];
            var filled = source.ReadFully(head);

            if (source.Fault is { Kind: DamageKind.ReadError } error)
            {
                return new FileLook(ContentKind.Empty, ContentKind.Text, 0, null, $"{path}: {error.Text}");
            }

            // Of a damaged file nothing is refused: reading it will say what is wrong with it.
            var kind = Content.KindOf(head.AsSpan(0, filled));
            kind = source.Fault is null || Content.IsArchive(kind) ? kind : ContentKind.Text;
            return new FileLook(kind, source.Packing, stream.Length, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle)), null);
        }
        catch (IOException error)
        {
            return new FileLook(ContentKind.Empty, ContentKind.Text, 0, null, $"{path}: reading failed: {error.Message.TrimEnd('.')}");
        }
    }
}
