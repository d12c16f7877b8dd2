using System.Text;
using Microsoft.Win32.SafeHandles;
using NodaTime;

namespace LogSerialAudit.Cli;

/// <summary>All that the program takes from, and gives to, the world around it besides the files named to it.</summary>
public sealed record AppIo
{
    /// <summary>Standard input.</summary>
    public required Stream StandardInput { get; init; }

    /// <summary>Standard output: data only. It need not be buffered.</summary>
    public required Stream StandardOutput { get; init; }

    /// <summary>Standard error: talk only.</summary>
    public required TextWriter StandardError { get; init; }

    /// <summary>The clock.</summary>
    public required IClock Clock { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>The name of the user; empty where it has none. Asked only when it is needed.</summary>
    public Func<string> User { get; init; } = () => "";

    /// <summary>The system's time zone as an IANA name; null where it has none. Asked only when it is needed.</summary>
    public Func<string?> SystemZone { get; init; } = () => null;

    /// <summary>Whether standard input is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public string CurrentDirectory { get; init; } = "/";

    /// <summary>Columns of the terminal; 80 where there is none.</summary>
    public int ConsoleWidth { get; init; } = 80;

    /// <summary>The real world.</summary>
    public static AppIo OfProcess() => new()
    {
        StandardInput = StandardStreams.OpenInput(),
        StandardOutput = OpenStandardOutput(),
        StandardError = TextWriter.Synchronized(new StreamWriter(new TalkStream(Console.OpenStandardError()), new UTF8Encoding(false)) { AutoFlush = true }),
        Clock = SystemClock.Instance,
        Environment = System.Environment.GetEnvironmentVariable,
        User = UserName,
        SystemZone = () => TimeZoneInfo.Local.Id,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        ConsoleWidth = Console.IsOutputRedirected ? 80 : Console.WindowWidth,
    };

    /// <summary>Where there is no list of users, as in a container of one file, root is still known by its number.</summary>
    private static string UserName()
    {
        try
        {
            return System.Environment.UserName;
        }
        catch (IOException)
        {
            return System.Environment.IsPrivilegedProcess ? "root" : "";
        }
    }

    /// <summary>
    /// The console's own stream hides a closed pipe, and gigabytes would be read for nobody; a file stream over the
    /// handle tells it. On a seekable file, though, a file stream writes at places of its own reckoning and leaves the
    /// handle's place where it was, so that the next program of <c>(a; b) &gt; file</c> would overwrite it.
    /// </summary>
    private static Stream OpenStandardOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }
}
