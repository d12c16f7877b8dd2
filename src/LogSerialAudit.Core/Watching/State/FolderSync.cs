using System.Runtime.InteropServices;
using System.Text;

namespace LogSerialAudit.Watching.State;

/// <summary>Makes a new name in a folder last through a crash of the machine, which the library has no call for.</summary>
internal static class FolderSync
{
    private const int CloseOnExec = 0x80000;

    /// <summary>Syncs a folder. Systems that can't, or where it may only be entered, are left alone.</summary>
    public static void Sync(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), CloseOnExec);
        if (handle >= 0)
        {
            _ = FSync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
