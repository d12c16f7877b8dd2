namespace LogSerialAudit.Sources;

/// <summary>How a source is opened.</summary>
public enum SourceKind
{
    /// <summary>A regular file: it has a size and can be read again.</summary>
    File,

    /// <summary>A named pipe: it can be read once, and opening it waits for a writer.</summary>
    Pipe,

    /// <summary>Standard input, named <c>-</c>.</summary>
    StandardInput,
}
