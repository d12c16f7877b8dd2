using LogSerialAudit.Sources;
using Microsoft.Win32.SafeHandles;

namespace LogSerialAudit.Watching.Logs;

/// <summary>What is done to look at a log, step by step, so that a test can have the log emptied or rotated before each of them.</summary>
internal class LogDisk
{
    /// <summary>The disk of this machine.</summary>
    public static LogDisk Real { get; } = new();

    /// <summary>The names in a folder.</summary>
    public virtual IEnumerable<string> NamesIn(string folder) => FolderNames.In(folder);

    /// <summary>Opens a file; null with a sentence where that fails.</summary>
    public virtual FileStream? TryOpen(string path, out string? sentence) => SourceOpener.TryOpen(path, out sentence);

    /// <summary>Bytes of an open file now.</summary>
    public virtual long LengthOf(FileStream file) => file.Length;

    /// <summary>Reads from a place of an open file; 0 at its end.</summary>
    public virtual int Read(SafeFileHandle file, Span<byte> into, long from) => RandomAccess.Read(file, into, from);
}
