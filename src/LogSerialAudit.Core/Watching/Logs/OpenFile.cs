using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Codecs;
using NodaTime;

namespace LogSerialAudit.Watching.Logs;

/// <summary>A file of a log that is held open: what was looked at is what is read, whatever is renamed meanwhile. It is read up to the length it had.</summary>
internal sealed class OpenFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly ExpandLimit _limit;
    private byte[]? _head;

    private OpenFile(string path, FileStream stream, ExpandLimit limit)
    {
        (Path, _stream, _limit) = (path, stream, limit);
        Name = RotationName.Parse(System.IO.Path.GetFileName(path));
        Identity = UnixFile.Of(stream.SafeFileHandle, path).Identity;
        Size = stream.Length;
        Modified = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle));
        using var source = Open();
        IsPacked = source.Packing != ContentKind.Text;
    }

    /// <summary>The path it was opened by.</summary>
    public string Path { get; }

    /// <summary>Its name, taken apart.</summary>
    public RotationName Name { get; }

    /// <summary>Device and inode.</summary>
    public string Identity { get; }

    /// <summary>Bytes on disk when it was opened.</summary>
    public long Size { get; }

    /// <summary>When it had last been written then.</summary>
    public Instant Modified { get; }

    /// <summary>Whether it is compressed.</summary>
    public bool IsPacked { get; }

    /// <summary>Whether it holds text, as far as its first bytes tell.</summary>
    public bool IsText => Content.KindOf(Head) is ContentKind.Text or ContentKind.Empty;

    /// <summary>The first bytes of its text, up to <see cref="Bookmark.Compared"/>.</summary>
    public ReadOnlySpan<byte> Head
    {
        get
        {
            if (_head is null)
            {
                using var source = Open();
                var head = new byte[Bookmark.Compared];
                _head = head[..source.ReadFully(head)];
            }

            return _head;
        }
    }

    /// <summary>Opens a file; null with a sentence where that fails.</summary>
    public static OpenFile? TryOpen(string path, ExpandLimit limit, out string? sentence)
    {
        var stream = SourceOpener.TryOpen(path, out sentence);
        try
        {
            return stream is null ? null : new OpenFile(path, stream, limit);
        }
        catch (IOException error)
        {
            stream!.Dispose();
            sentence = $"{path}: reading failed: {error.Message.TrimEnd('.')}";
            return null;
        }
    }

    /// <summary>Whether nothing has happened to the file since it was read.</summary>
    public bool IsUnchangedSince(Bookmark bookmark) =>
        bookmark.Identity == Identity && bookmark.Size == Size && bookmark.Modified == Modified;

    /// <summary>Whether another file holds all that it holds, from the beginning. Holding nothing yet tells only where it is being packed from that file.</summary>
    public bool IsBeginningOf(OpenFile other)
    {
        var length = Math.Min(Head.Length, other.Head.Length);
        var isBegun = length > 0 || (IsPacked && Name.PlainName == other.Name.FileName);
        if (!isBegun || !Head[..length].SequenceEqual(other.Head[..length]))
        {
            return false;
        }

        using var text = Open();
        using var otherText = other.Open();
        return CompressedCopy.IsBeginning(text, otherText);
    }

    /// <summary>Whether it begins as the file did that was read.</summary>
    public bool BeginsAs(Bookmark bookmark) =>
        Head.Length >= bookmark.ComparedLength && Fingerprint.Of(Head[..bookmark.ComparedLength]) == bookmark.Head;

    /// <summary>The text from the beginning.</summary>
    public MarkedSource FromStart() => new(Open(), 0, 0, default);

    /// <summary>The text behind what was read; null where this is not that file, or not all of it.</summary>
    public MarkedSource? TryGoOn(Bookmark bookmark)
    {
        if (bookmark.Offset == 0 || !BeginsAs(bookmark))
        {
            return null;
        }

        var source = Open();
        var tail = new byte[bookmark.ComparedLength];
        if (source.Skip(bookmark.Offset - tail.Length) == bookmark.Offset - tail.Length
            && source.ReadFully(tail) == tail.Length && Fingerprint.Of(tail) == bookmark.Tail)
        {
            return new MarkedSource(source, bookmark.Offset, bookmark.Lines, tail);
        }

        source.Dispose();
        return null;
    }

    /// <summary>The text behind what was read, where that stands at another place now; null where it does not stand in this file.</summary>
    public MarkedSource? TryFind(Bookmark bookmark)
    {
        (long Offset, long Lines)? found;
        using (var text = Open())
        {
            found = TailSearch.Find(text, bookmark);
        }

        if (found is not var (offset, lines))
        {
            return null;
        }

        var source = Open();
        var tail = new byte[bookmark.ComparedLength];
        _ = source.Skip(offset - tail.Length);
        _ = source.ReadFully(tail);
        return new MarkedSource(source, offset, lines, tail);
    }

    /// <summary>The end of the text, where the file is the one that was read and was made shorter; else null.</summary>
    public MarkedSource? TryEnd(Bookmark bookmark)
    {
        if (bookmark.Offset == 0 || !BeginsAs(bookmark))
        {
            return null;
        }

        var text = FromStart();
        var nowhere = new byte[64 * 1024];
        while (text.Position < bookmark.Offset && text.Read(nowhere) > 0)
        {
        }

        if (text.Position < bookmark.Offset)
        {
            return text;
        }

        text.Dispose();
        return null;
    }

    /// <summary>The bookmark at what was read of it.</summary>
    public Bookmark At(MarkedSource read) => new()
    {
        Path = Path,
        Identity = Identity,
        Size = Size,
        Modified = Modified,
        Offset = read.Offset,
        Lines = read.Lines,
        Rest = read.Position - read.Offset,
        Head = Fingerprint.Of(Head[..(int)Math.Min(Bookmark.Compared, read.Offset)]),
        IsPacked = IsPacked,
        Tail = Fingerprint.Of(read.Tail[^(int)Math.Min(Bookmark.Compared, read.Offset)..]),
        TailSum = TailSearch.SumOf(read.Tail[^(int)Math.Min(Bookmark.Compared, read.Offset)..]),
    };

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private ByteSource Open()
    {
        _stream.Position = 0;
        return ByteSource.Over(_stream, Size, new Expansion(_limit));
    }
}
