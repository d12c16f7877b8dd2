namespace LogSerialAudit.Watching.State;

/// <summary>What is done to replace a state, step by step, so that a test can have a crash before each of them.</summary>
internal class StateDisk
{
    /// <summary>The disk of this machine.</summary>
    public static StateDisk Real { get; } = new();

    /// <summary>Removes a file, or a link; nothing where there is none.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Creates a file that only its owner may read, never through a link that someone else has put there.</summary>
    public virtual Stream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes to a file that was created here.</summary>
    public virtual void Write(Stream file, ReadOnlySpan<byte> bytes) => file.Write(bytes);

    /// <summary>Makes what was written to it last through a crash of the machine.</summary>
    public virtual void Sync(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    /// <summary>Gives a file another name, in the place of the file that has it.</summary>
    public virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>Makes the names in a folder last through a crash of the machine.</summary>
    public virtual void SyncFolder(string folder) => FolderSync.Sync(folder);
}
