namespace LogSerialAudit.Sources;

/// <summary>How a source is opened.</summary>
public enum SourceKind
{
    /// <summary>A regular file: it has a size and can be read again.</summary>
    File,

    /// <summary>A named pipe: it can be read once, and opening it waits for a writer.</summary>
    Pipe,

    /// <summary>A member of an archive, named <c>ARCHIVE:MEMBER</c>: to read it again the archive is walked through again.</summary>
    Member,

    /// <summary>Standard input, named <c>-</c>.</summary>
    StandardInput,

    /// <summary>A log within another source that is read in one go with it: a member of an archive that comes through a pipe, a mail's packed attachment.</summary>
    Within,

    /// <summary>A systemd journal, as <c>journalctl</c> gives it out.</summary>
    Journal,
}
