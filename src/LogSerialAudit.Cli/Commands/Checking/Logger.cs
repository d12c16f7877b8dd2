using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>The program <c>logger</c>, which hands lines to the system's log.</summary>
internal static class Logger
{
    /// <summary>util-linux' logger says nothing of a system log that is not there, unless it is asked to. Others do not know the option.</summary>
    private const string SaysErrors = "--socket-errors=on";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Logs a line. It goes in by standard input: what logs say is no argument of a program.</summary>
    /// <returns>Why that failed; null where it did not.</returns>
    public static string? Log(string line)
    {
        try
        {
            var failure = Run([SaysErrors], line);
            return failure?.Contains("option", StringComparison.OrdinalIgnoreCase) == true ? Run([], line) : failure;
        }
        catch (Win32Exception)
        {
            return "the program logger is not there or may not be run (Debian: bsdutils)";
        }
    }

    private static string? Run(string[] options, string line)
    {
        var start = new ProcessStartInfo("logger", [.. options, "-t", App.Name, "-p", "daemon.warning"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start) ?? throw new Win32Exception();
        var errors = process.StandardError.ReadToEndAsync();
        var isRead = TryWrite(process.StandardInput, line + "\n");
        if (!process.WaitForExit(Patience) || !errors.Wait(Patience))
        {
            process.Kill(entireProcessTree: true);
            return "logger does not end; the next check tells what has changed";
        }

        var said = errors.Result.Split('\n')[0].Trim();
        return process.ExitCode != 0 ? $"logger failed with exit code {process.ExitCode}{(said.Length > 0 ? $" ({said})" : "")}; the next check tells what has changed"
            : isRead ? null : "logger does not read what it is told; the next check tells what has changed";
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
