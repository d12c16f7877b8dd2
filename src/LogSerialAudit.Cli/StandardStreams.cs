using Microsoft.Win32.SafeHandles;

namespace LogSerialAudit.Cli;

/// <summary>
/// Standard streams that the caller has closed (<c>&lt;&amp;-</c>). What is opened next gets their numbers: a pipe of the runtime's
/// would be read as standard input for ever, and what is meant for standard error written into a file.
/// </summary>
internal static class StandardStreams
{
    private const int Last = 2;
    private const string Handles = "/proc/self/fd";

    /// <summary>Puts in the place of each closed one what neither reads nor writes; to be called before all else.</summary>
    public static void Hold()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The lowest free number is given, so the first that is none of theirs says that all are taken.
        var access = FileAccess.Write;
        while (Open(access) is { } handle)
        {
            var number = handle.DangerousGetHandle();
            if (number > Last)
            {
                handle.Dispose();
                return;
            }

            if ((number == 0) == (access == FileAccess.Write))
            {
                // It stays open.
                handle.SetHandleAsInvalid();
            }
            else
            {
                handle.Dispose();
            }

            access = FileAccess.Read;
        }
    }

    /// <summary>Standard input; one that is closed is empty.</summary>
    public static Stream OpenInput() => CanOnlyWait() ? Stream.Null : Console.OpenStandardInput();

    /// <summary>Whether it is held by <see cref="Hold"/>, or was a pipe of the runtime's before that: then its other end is this process's too.</summary>
    private static bool CanOnlyWait()
    {
        try
        {
            return IsForWriting("0") || (new FileInfo($"{Handles}/0").LinkTarget is { } input && input.StartsWith("pipe:", StringComparison.Ordinal)
                && new DirectoryInfo(Handles).EnumerateFiles().Any(other => other.LinkTarget == input && IsForWriting(other.Name)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a handle can only be written to (proc(5): the flags of open(2) in octal).</summary>
    private static bool IsForWriting(string number) =>
        File.ReadLines($"{Handles}info/{number}").FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal)) is { } flags && flags.EndsWith('1');

    private static SafeFileHandle? Open(FileAccess access)
    {
        try
        {
            return File.OpenHandle("/dev/null", FileMode.Open, access, FileShare.ReadWrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
