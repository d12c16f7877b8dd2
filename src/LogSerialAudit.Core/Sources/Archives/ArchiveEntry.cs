using NodaTime;

namespace LogSerialAudit.Sources.Archives;

/// <summary>What an archive says of one of its members.</summary>
/// <param name="Name">The path in the archive; it may hold anything, and nothing is ever written to it.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Modified">When it was last written; null where that is not known. For zip, which has no zone, the latest that it can be.</param>
/// <param name="WhyNot">Why it is not read, such as "a link"; null where it can be.</param>
/// <param name="IsRefused">Whether it may hold a log that is only not to be got.</param>
internal sealed record ArchiveEntry(string Name, long Size, Instant? Modified, string? WhyNot = null, bool IsRefused = false)
{
    /// <summary>The longest path that is taken, in characters: PATH_MAX.</summary>
    public const int LongestName = 4096;

    /// <summary>The name without folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The folder that it is in; empty at the top.</summary>
    public string Folder => Name[..Math.Max(0, Name.LastIndexOf('/'))];
}
