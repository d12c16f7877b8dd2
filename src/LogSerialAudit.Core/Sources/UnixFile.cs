using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LogSerialAudit.Sources;

/// <summary>
/// What a path leads to, links followed. The library tells neither a named pipe from a file, and opening one would wait for a
/// writer, nor whether two names are one file; statx(2) does, with the same layout on every architecture of Linux. Elsewhere
/// everything that is no folder counts as a file, known by its full path.
/// </summary>
internal readonly record struct UnixFile(UnixFileType Type, string Identity)
{
    private const int AtCurrentFolder = -100;
    private const int OfHandle = 0x1000;
    private const uint TypeAndInode = 0x101;

    public static UnixFile At(string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            return new UnixFile(UnixFileType.Missing, path);
        }

        if (OperatingSystem.IsLinux())
        {
            try
            {
                return ByStatx(path);
            }
            catch (EntryPointNotFoundException)
            {
                // An old C library.
            }
        }

        var type = Directory.Exists(path) ? UnixFileType.Folder
            : File.Exists(path) ? UnixFileType.Regular
            : IsLink(path) ? UnixFileType.BrokenLink : UnixFileType.Missing;
        return new UnixFile(type, Path.GetFullPath(path));
    }

    /// <summary>What an open file is, whatever its name has become.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The path it was opened by, for systems that can't tell.</param>
    public static UnixFile Of(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                var found = new byte[256];
                if (StatX((int)file.DangerousGetHandle(), [0], OfHandle, TypeAndInode, found) == 0)
                {
                    return Read(found);
                }
            }
            catch (EntryPointNotFoundException)
            {
                // An old C library.
            }
        }

        return At(path);
    }

    private static UnixFile ByStatx(string path)
    {
        var found = new byte[256];
        if (StatX(AtCurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeAndInode, found) != 0)
        {
            const int NoPermission = 13;
            const int TooManyLinks = 40;
            return new UnixFile(
                Marshal.GetLastPInvokeError() switch
                {
                    NoPermission => UnixFileType.Hidden,
                    TooManyLinks => UnixFileType.LinkLoop,
                    _ => IsLink(path) ? UnixFileType.BrokenLink : UnixFileType.Missing,
                },
                path);
        }

        return Read(found);
    }

    private static UnixFile Read(byte[] found)
    {
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(found.AsSpan(28));
        var identity = $"{BitConverter.ToUInt32(found, 136)}:{BitConverter.ToUInt32(found, 140)}:{BitConverter.ToUInt64(found, 32)}";
        return new UnixFile((mode & 0xf000) switch
        {
            0x1000 => UnixFileType.Pipe,
            0x2000 => UnixFileType.Device,
            0x4000 => UnixFileType.Folder,
            0x6000 => UnixFileType.Device,
            0xc000 => UnixFileType.Socket,
            _ => UnixFileType.Regular,
        }, identity);
    }

    private static bool IsLink(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, [Out] byte[] result);
}
