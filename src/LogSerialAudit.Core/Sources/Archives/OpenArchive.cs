using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources.Archives;

/// <summary>An archive that is being walked through, and where.</summary>
internal sealed class OpenArchive : IDisposable
{
    private readonly FileStream? _file;
    private readonly ByteSource? _bytes;

    private OpenArchive(ArchiveWalk walk, FileStream? file, ByteSource? bytes)
    {
        (Walk, _file, _bytes) = (walk, file, bytes);
        Size = file?.Length ?? 0;
    }

    /// <summary>The walk.</summary>
    public ArchiveWalk Walk { get; }

    /// <summary>Bytes of the archive's file; 0 where it is within another.</summary>
    public long Size { get; }

    /// <summary>The place of the member that the walk stands at; -1 before the first.</summary>
    public int Place { get; private set; } = -1;

    /// <summary>Bytes taken from the file.</summary>
    public long RawPosition => _bytes?.RawPosition ?? _file?.Position ?? 0;

    /// <summary>Opens an archive: tar, compressed or not, or zip; null with a sentence where it cannot be opened.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public static OpenArchive? TryOpen(string path, ExpandLimit limit, out string? sentence)
    {
        var file = SourceOpener.TryOpen(path, out sentence);
        if (file is null)
        {
            return null;
        }

        var head = new byte[4];
        var isZip = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && Content.ByMagic(head) == ContentKind.Zip;
        file.Position = 0;
        if (isZip)
        {
            return new OpenArchive(new ZipWalk(file, new Expansion(limit, () => file.Length)), file, null);
        }

        var bytes = ByteSource.Over(file, file.Length, new Expansion(limit));
        return new OpenArchive(new TarWalk(bytes), file, bytes);
    }

    /// <summary>An archive within another, or out of a pipe: tar, compressed or not.</summary>
    public static OpenArchive Over(ByteSource bytes) => new(new TarWalk(bytes), null, null);

    /// <summary>A zip archive, or, of all else, one file with a name, in memory.</summary>
    public static OpenArchive Over(byte[] bytes, ArchiveEntry entry, Expansion expansion)
    {
        var stream = new MemoryStream(bytes);
        return new OpenArchive(Content.ByMagic(bytes) == ContentKind.Zip ? new ZipWalk(stream, expansion) : new SingleWalk(stream, entry), null, null);
    }

    /// <summary>The next member; null at the end.</summary>
    public ArchiveEntry? Next()
    {
        Place++;
        return Walk.Next();
    }

    /// <summary>The member at a place; null where there is none.</summary>
    public ArchiveEntry? To(int place)
    {
        if (Walk.CanJump)
        {
            Walk.JumpTo(place);
            Place = place - 1;
        }

        while (Place < place - 1)
        {
            if (Next() is null)
            {
                return null;
            }
        }

        return Next();
    }

    public void Dispose()
    {
        Walk.Dispose();
        _bytes?.Dispose();
        _file?.Dispose();
    }
}
