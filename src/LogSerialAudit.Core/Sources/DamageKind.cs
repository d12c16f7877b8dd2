namespace LogSerialAudit.Sources;

/// <summary>What is wrong with a source.</summary>
public enum DamageKind
{
    /// <summary>It ends before it should: a gzip file cut short, or a file that shrank while it was read.</summary>
    Truncated,

    /// <summary>Compressed data that cannot be decompressed from some place on.</summary>
    Corrupt,

    /// <summary>All was decompressed, but its checksum or length differs from the one stored beside it.</summary>
    Checksum,

    /// <summary>Bytes after the end of the compressed data that are no compressed data; the text before them is whole.</summary>
    TrailingGarbage,

    /// <summary>The operating system reported an error while reading.</summary>
    ReadError,

    /// <summary>It could not be opened at all.</summary>
    NotOpened,

    /// <summary>Reading on would take too much, or a variant of its compression that is not read.</summary>
    Refused,

    /// <summary>It is not text that can be read.</summary>
    NotText,
}
