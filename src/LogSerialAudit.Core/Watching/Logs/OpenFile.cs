using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Codecs;
using NodaTime;

namespace LogSerialAudit.Watching.Logs;

/// <summary>A file of a log that is held open: what was looked at is what is read, whatever is renamed meanwhile. It is read up to the length it had.</summary>
internal sealed class OpenFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly ExpandLimit _limit;
    private readonly LogDisk _disk;
    private readonly byte[] _rawHead;
    private readonly long _rawHole;
    private byte[]? _head;
    private long _hole;

    private OpenFile(string path, FileStream stream, ExpandLimit limit, LogDisk disk)
    {
        (Path, _stream, _limit, _disk) = (path, stream, limit, disk);
        Name = RotationName.Parse(System.IO.Path.GetFileName(path));
        Identity = UnixFile.Of(stream.SafeFileHandle, path).Identity;
        Modified = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle));

        // What the size counts was seen, though the file grows or is emptied at this moment.
        _rawHead = ReadHead();
        if (_rawHead is [0, ..])
        {
            (_rawHole, _rawHead) = FileHole.Measure(stream.SafeFileHandle, disk);
        }

        Size = _rawHole + (_rawHead.Length < Bookmark.Compared ? _rawHead.Length : Math.Max(Bookmark.Compared, disk.LengthOf(stream) - _rawHole));
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

    /// <summary>The first bytes of its text, up to <see cref="Bookmark.Compared"/>, behind the hole.</summary>
    public ReadOnlySpan<byte> Head
    {
        get
        {
            LookInside();
            return _head ?? _rawHead;
        }
    }

    /// <summary>How many NUL bytes its text begins with.</summary>
    public long Hole
    {
        get
        {
            LookInside();
            return _head is null ? _rawHole : _hole;
        }
    }

    /// <summary>Opens a file; null with a sentence where that fails.</summary>
    public static OpenFile? TryOpen(string path, ExpandLimit limit, LogDisk disk, out string? sentence)
    {
        var stream = disk.TryOpen(path, out sentence);
        try
        {
            return stream is null ? null : new OpenFile(path, stream, limit, disk);
        }
        catch (IOException error)
        {
            stream!.Dispose();
            sentence = $"{path}: reading failed: {error.Message.TrimEnd('.')}";
            return null;
        }
    }

    /// <summary>Whether the file does not begin any more with what it began with: then it was emptied, and may have been written to anew.</summary>
    /// <param name="length">How many of the first bytes are compared, at most <see cref="Bookmark.Compared"/>.</param>
    public bool IsEmptied(int length) => !ReadHead().AsSpan().StartsWith(_rawHead.AsSpan(0, Math.Min(length, _rawHead.Length)));

    /// <summary>Reads from a place of the file as it is now.</summary>
    public int Read(Span<byte> into, long from) => _disk.Read(_stream.SafeFileHandle, into, from);

    /// <summary>Whether nothing has happened to the file since all of it was read.</summary>
    public bool IsUnchangedSince(Bookmark bookmark) =>
        bookmark.Identity == Identity && bookmark.Size == Size && bookmark.Modified == Modified && bookmark.Unread == 0 && (IsPacked || BeginsAs(bookmark));

    /// <summary>Whether another file holds all that it holds, from the beginning. Holding nothing yet tells only where it is being packed from that file.</summary>
    public bool IsBeginningOf(OpenFile other)
    {
        var length = Math.Min(Head.Length, other.Head.Length);
        var isBegun = length > 0 || (IsPacked && Name.PlainName == other.Name.FileName);
        if (!isBegun || (length > 0 && Hole != other.Hole) || !Head[..length].SequenceEqual(other.Head[..length]))
        {
            return false;
        }

        using var text = Open();
        using var otherText = other.Open();
        return CompressedCopy.IsBeginning(text, otherText);
    }

    /// <summary>Whether it begins as the file did that was read.</summary>
    public bool BeginsAs(Bookmark bookmark) =>
        bookmark.HeadLength > 0 && bookmark.Hole == Hole && Head.Length >= bookmark.HeadLength && Fingerprint.Of(Head[..bookmark.HeadLength]) == bookmark.Head;

    /// <summary>The text from the beginning.</summary>
    public MarkedSource FromStart() => new(Open(), 0, 0, default);

    /// <summary>The text behind what was read; null where this is not that file, or not all of it.</summary>
    public MarkedSource? TryGoOn(Bookmark bookmark)
    {
        if (!BeginsAs(bookmark))
        {
            return null;
        }

        if (bookmark.Offset == 0)
        {
            return FromStart();
        }

        var source = Open();
        var tail = new byte[bookmark.TailLength];
        if (source.Skip(bookmark.Offset - tail.Length) == bookmark.Offset - tail.Length
            && source.ReadFully(tail) == tail.Length && Fingerprint.Of(tail) == bookmark.Tail)
        {
            return new MarkedSource(source, bookmark.Offset, bookmark.Lines, tail);
        }

        source.Dispose();
        return null;
    }

    /// <summary>The text behind a piece; null where that does not stand in this file.</summary>
    public MarkedSource? TryFind(TextPiece piece)
    {
        (long Offset, long Lines)? found;
        using (var text = Open())
        {
            found = TailSearch.Find(text, piece);
        }

        if (found is not var (offset, lines))
        {
            return null;
        }

        var source = Open();
        var before = new byte[Math.Min(Bookmark.Compared, offset)];
        _ = source.Skip(offset - before.Length);
        _ = source.ReadFully(before);
        return new MarkedSource(source, offset, lines, before);
    }

    /// <summary>The end of the text, where the file is the one that was read and was made shorter; else null.</summary>
    public MarkedSource? TryEnd(Bookmark bookmark)
    {
        if (!BeginsAs(bookmark))
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
    public Bookmark At(MarkedSource read)
    {
        var tail = read.Tail[^(int)Math.Min(Bookmark.Compared, read.Offset)..];
        var bookmark = new Bookmark
        {
            Path = Path,
            Identity = Identity,
            Size = Size,
            Modified = Modified,
            Offset = read.Offset,
            Lines = read.Lines,
            Hole = Hole,
            Rest = read.Position - read.Offset,
            Head = "",
            IsPacked = IsPacked,
            Tail = Fingerprint.Of(tail),
            TailSum = TailSearch.SumOf(tail),
            LastLines = TextPiece.LastLinesOf(tail),
        };
        return bookmark with { Head = Fingerprint.Of(Head[..bookmark.HeadLength]) };
    }

    /// <summary>The bookmarks of a log, with what was seen of this file. Of rotated files that are not known most were read long ago.</summary>
    public IReadOnlyList<Bookmark> Seen(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.LastOrDefault(BeginsAs) is { } known)
        {
            return [.. bookmarks.Select(bookmark => bookmark == known ? bookmark with { Size = Math.Max(bookmark.Size, Size) } : bookmark)];
        }

        using var start = FromStart();
        return Name.IsLive && !IsPacked ? [.. bookmarks, At(start)] : bookmarks;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private ByteSource Open() => ByteSource.Over(new HeldText(this), Size, new Expansion(_limit));

    /// <summary>At once, so that it is of one moment.</summary>
    private byte[] ReadHead()
    {
        var head = new byte[Bookmark.Compared];
        return head[..Read(head, _rawHole)];
    }

    /// <summary>Unpacks the beginning of a compressed file.</summary>
    private void LookInside()
    {
        if (_head is null && IsPacked)
        {
            using var source = Open();
            var block = new byte[Bookmark.Compared];
            int count;
            while ((count = source.ReadFully(block)) == block.Length && !block.AsSpan().ContainsAnyExcept((byte)0))
            {
                _hole += count;
            }

            var data = Math.Max(0, block.AsSpan(0, count).IndexOfAnyExcept((byte)0));
            _hole += data;
            var head = new byte[Bookmark.Compared];
            block.AsSpan(data, count - data).CopyTo(head);
            _head = head[..(count - data + source.ReadFully(head.AsSpan(count - data)))];
        }
    }
}
