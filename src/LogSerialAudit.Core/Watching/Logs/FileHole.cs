using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// The NUL bytes that a log begins with whose writer did not notice that it was emptied (<c>copytruncate</c>, and no <c>O_APPEND</c>): it
/// goes on at the place where it was. On disk they are a hole, which may be long.
/// </summary>
internal static class FileHole
{
    private const int SeekData = 3;

    /// <summary>How many there are, and what stands behind them, up to <see cref="Bookmark.Compared"/> bytes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="disk">The disk it is on.</param>
    public static (long Length, byte[] Behind) Measure(SafeFileHandle file, LogDisk disk)
    {
        var block = new byte[64 * 1024];
        for (var from = 0L; ;)
        {
            var count = disk.Read(file, block, from);
            var data = block.AsSpan(0, count).IndexOfAnyExcept((byte)0);
            if (data < 0 && count > 0)
            {
                from = Math.Max(from + count, NextData(file, from));
                continue;
            }

            var behind = block[Math.Max(data, 0)..Math.Min(count, Math.Max(data, 0) + Bookmark.Compared)];
            from += Math.Max(data, 0);
            if (behind.Length == Bookmark.Compared || count < block.Length)
            {
                return (from, behind);
            }

            // It is cut by the block; what is read anew is the same, unless the log was emptied at this moment.
            count = disk.Read(file, block.AsSpan(0, Bookmark.Compared), from);
            return (from, block.AsSpan(0, count).StartsWith(behind) ? block[..count] : behind);
        }
    }

    private static long NextData(SafeFileHandle file, long from)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return from;
        }

        try
        {
            return Seek((int)file.DangerousGetHandle(), from, SeekData);
        }
        catch (EntryPointNotFoundException)
        {
            return from;
        }
    }

    [DllImport("libc", EntryPoint = "lseek")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Seek(int file, long offset, int whence);
}
