namespace LogSerialAudit.Watching.State;

/// <summary>Keeps a second run away from a state. The system lets go of it when the process ends, however it ends; the file stays.</summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null with a sentence where that fails.</summary>
    /// <param name="path">The path of the state.</param>
    /// <param name="error">Why not, without a full stop; null where there is a lock.</param>
    public static StateLock? TryTake(string path, out string? error)
    {
        error = null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            if (!Directory.Exists(folder))
            {
                CreateFolder(folder);
            }

            return new StateLock(new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            error = $"the state {path} may not be written; name another with --state";
        }
        catch (IOException busy) when (IsBusy(busy))
        {
            error = $"another check works with the state {path} at this moment";
        }
        catch (IOException failure)
        {
            error = $"the state {path} can't be written: {failure.Message.TrimEnd('.')}; name another with --state";
        }

        return null;
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose() => _file.Dispose();

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of BSD, and Windows' sharing violation.</summary>
    private static bool IsBusy(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
