using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>The program <c>logger</c>, which hands lines to the system's log.</summary>
internal static class Logger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Logs a line. It goes in by standard input: what logs say is no argument of a program.</summary>
    /// <returns>Why that failed; null where it did not.</returns>
    public static string? Log(string line)
    {
        var start = new ProcessStartInfo("logger", ["-t", App.Name, "-p", "daemon.warning"])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            var isRead = TryWrite(process.StandardInput, line + "\n");
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return "logger does not end; the next check tells what has changed";
            }

            return process.ExitCode != 0 ? $"logger failed with exit code {process.ExitCode}; the next check tells what has changed"
                : isRead ? null : "logger does not read what it is told; the next check tells what has changed";
        }
        catch (Win32Exception)
        {
            return "the program logger is not there or may not be run (Debian: bsdutils)";
        }
    }

    private static bool TryWrite(StreamWriter input, string text)
    {
        try
        {
            using (input)
            {
                input.Write(text);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
