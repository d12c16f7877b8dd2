using NodaTime;

namespace LogSerialAudit.Watching.Logs;

/// <summary>How far a file was read, and by what it is known again: by what it holds, not by its name or inode.</summary>
internal sealed record Bookmark
{
    /// <summary>How many bytes at the beginning, and before the place that was reached, are compared.</summary>
    public const int Compared = 1024;

    /// <summary>Its path when it was last read.</summary>
    public required string Path { get; init; }

    /// <summary>Device and inode when it was last read: a hint, because inodes are used again.</summary>
    public required string Identity { get; init; }

    /// <summary>Bytes on disk when it was last read.</summary>
    public long Size { get; init; }

    /// <summary>When it was last written, then.</summary>
    public Instant Modified { get; init; }

    /// <summary>Bytes of text that were read, after decompression: up to the end of a line.</summary>
    public long Offset { get; init; }

    /// <summary>The lines within these.</summary>
    public long Lines { get; init; }

    /// <summary>Bytes that were seen behind them: a line without an end.</summary>
    public long Rest { get; init; }

    /// <summary>How many NUL bytes it begins with.</summary>
    public long Hole { get; init; }

    /// <summary>The fingerprint of the first bytes behind these, up to <see cref="Compared"/>.</summary>
    public required string Head { get; init; }

    /// <summary>The fingerprint of the last bytes that were read, up to <see cref="Compared"/>.</summary>
    public required string Tail { get; init; }

    /// <summary>The sum of these bytes, by which they are looked for.</summary>
    public ulong TailSum { get; init; }

    /// <summary>Whether it is compressed.</summary>
    public bool IsPacked { get; init; }

    /// <summary>The last lines of these, because a log may have lost lines that stood before; null where these are but one line.</summary>
    public TextPiece? LastLines { get; init; }

    /// <summary>How many bytes <see cref="Head"/> is of: of a file of which nothing was read, those that were seen.</summary>
    public int HeadLength => (int)Math.Clamp((Offset > 0 || IsPacked ? Offset : Size) - Hole, 0, Compared);

    /// <summary>How many bytes <see cref="Tail"/> is of.</summary>
    public int TailLength => (int)Math.Min(Compared, Offset);

    /// <summary>Bytes that were seen and not read: a line without an end, or what was gone when its turn came.</summary>
    public long Unread => IsPacked ? Rest : Math.Max(Rest, Size - Offset);

    /// <summary>By what the place that was reached is looked for in a file that was rewritten, the surest first.</summary>
    public IEnumerable<TextPiece> Pieces => new[] { new TextPiece(TailLength, TailSum, Tail), LastLines }.OfType<TextPiece>().Where(piece => piece.Length >= TailSearch.Fewest);
}
