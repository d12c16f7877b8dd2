namespace LogSerialAudit.Sources;

/// <summary>What the first bytes of a file say it holds.</summary>
public enum ContentKind
{
    /// <summary>Nothing at all.</summary>
    Empty,

    /// <summary>Text in ASCII, UTF-8 or another encoding that has ASCII's newline. Some NUL bytes do not change that.</summary>
    Text,

    /// <summary>gzip, RFC 1952.</summary>
    Gzip,

    /// <summary>xz.</summary>
    Xz,

    /// <summary>bzip2.</summary>
    Bzip2,

    /// <summary>Zstandard.</summary>
    Zstd,

    /// <summary>lz4, frame format.</summary>
    Lz4,

    /// <summary>Unix compress, <c>.Z</c>.</summary>
    Compress,

    /// <summary>zip.</summary>
    Zip,

    /// <summary>7-zip.</summary>
    SevenZip,

    /// <summary>tar (POSIX or GNU).</summary>
    Tar,

    /// <summary>A journal file of systemd.</summary>
    Journal,

    /// <summary>Login records: wtmp, btmp, utmp.</summary>
    LoginRecords,

    /// <summary>Text in UTF-16, with or without a byte order mark. It is read as UTF-8.</summary>
    Utf16,

    /// <summary>Something else that is not text.</summary>
    Binary,
}
