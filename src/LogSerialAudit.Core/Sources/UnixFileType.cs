namespace LogSerialAudit.Sources;

/// <summary>What a path leads to.</summary>
internal enum UnixFileType
{
    Missing,
    Regular,
    Folder,
    Pipe,
    Socket,
    Device,
    BrokenLink,
    LinkLoop,

    /// <summary>In a folder that may not be entered.</summary>
    Hidden,
}
