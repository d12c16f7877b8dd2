using NodaTime;

namespace LogSerialAudit.Sources;

/// <summary>One file to be read, as the search saw it. It may grow, shrink or vanish before it is opened.</summary>
/// <param name="Path">The path to open and to show; <c>-</c> for standard input, <c>ARCHIVE:MEMBER</c> for a member of an archive.</param>
/// <param name="Kind">How it is opened.</param>
/// <param name="Name">Its name, taken apart.</param>
/// <param name="Size">Bytes on disk; null for a pipe.</param>
/// <param name="Modified">When it was last written, by the file system; null for a pipe.</param>
public sealed record SourceFile(string Path, SourceKind Kind, RotationName Name, long? Size = null, Instant? Modified = null)
{
    /// <summary>How far it may expand when it is decompressed.</summary>
    public ExpandLimit ExpandLimit { get; init; } = ExpandLimit.Default;

    /// <summary>Where it is in its archive; null where it is in none.</summary>
    public ArchiveMember? Member { get; init; }

    /// <summary>Where reading goes on, of a log that was read before; null to read all of it.</summary>
    internal LogStart? Start { get; init; }

    /// <summary>Standard input.</summary>
    public static SourceFile StandardInput { get; } = new("-", SourceKind.StandardInput, RotationName.Parse("-"));

    /// <summary>What to ask for where it is a journal.</summary>
    public JournalQuery? Journal { get; private init; }

    /// <summary>A journal.</summary>
    /// <param name="path">The PATH as given.</param>
    /// <param name="query">What it means.</param>
    public static SourceFile OfJournal(string path, JournalQuery query) =>
        new(path, SourceKind.Journal, new RotationName(path, path, RotationScheme.Live, null, null, false, "")) { Journal = query };

    /// <summary>A file by its path alone, not looked at.</summary>
    public static SourceFile At(string path) => new(path, SourceKind.File, RotationName.Parse(System.IO.Path.GetFileName(path)));
}
