using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources.Archives;

/// <summary>An archive that is being walked through, and where.</summary>
internal sealed class OpenArchive : IDisposable
{
    /// <summary>A longer zip archive is not taken into memory.</summary>
    private const int LongestZip = 64 * 1024 * 1024;

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

    /// <summary>An archive within another, or out of a pipe. Of zip, whose directory stands at its end, all is taken into memory.</summary>
    /// <param name="bytes">The archive, decompressed.</param>
    /// <param name="expansion">How far what is in it may expand.</param>
    /// <exception cref="SourceFaultException">It is a zip archive that is too long for that, or damaged.</exception>
    public static OpenArchive Over(ByteSource bytes, Expansion expansion)
    {
        var head = new byte[4];
        var filled = bytes.ReadFully(head);
        var whole = new ReplayedSource(head.AsMemory(0, filled), bytes);
        return new OpenArchive(Content.ByMagic(head.AsSpan(0, filled)) == ContentKind.Zip ? new ZipWalk(InMemory(whole), expansion) : new TarWalk(whole), null, null);
    }

    /// <summary>A zip archive, or, of all else, one file with a name, in memory.</summary>
    public static OpenArchive Over(byte[] bytes, ArchiveEntry entry, Expansion expansion)
    {
        var stream = new MemoryStream(bytes);
        return new OpenArchive(Content.ByMagic(bytes) == ContentKind.Zip ? new ZipWalk(stream, expansion) : new SingleWalk(stream, entry), null, null);
    }

    private static MemoryStream InMemory(ByteSource bytes)
    {
        var (memory, piece) = (new MemoryStream(), new byte[64 * 1024]);
        while (bytes.Read(piece) is var count and > 0)
        {
            memory.Write(piece, 0, count);
            if (memory.Length > LongestZip)
            {
                throw new SourceFaultException(new SourceFault(DamageKind.Refused, bytes.RawPosition,
                    $"a zip archive of over {LongestZip / (1024 * 1024)} MiB, whose directory stands at its end, which is read from a file only"));
            }
        }

        return bytes.Fault is { } fault ? throw new SourceFaultException(fault) : memory;
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
