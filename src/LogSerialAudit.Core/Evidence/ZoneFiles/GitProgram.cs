using System.Diagnostics;
using System.Text;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>
/// Runs git to read, without a shell. The repository may be a stranger's: nothing of its configuration that would start
/// a program, ask, or fetch is heeded, and nothing is written.
/// </summary>
internal static class GitProgram
{
    private static readonly string[] Always =
    [
        "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false", "-c", "protocol.allow=never",
    ];

    /// <summary>The program in <c>PATH</c>; null where there is none. Folders relative to where one stands are not looked into.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts it.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="folder">The repository, or a folder in it.</param>
    /// <param name="arguments">What to do.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    public static Process Start(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, Always.Concat(arguments))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.Latin1,
        };

        // What the caller's surroundings say of another repository, of tracing and of pagers; safe.directory stays.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && !name.StartsWith("GIT_CONFIG", StringComparison.Ordinal) && name != "GIT_EXEC_PATH").ToList())
        {
            _ = start.Environment.Remove(name);
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start) ?? throw new InvalidOperationException("git was not started");
    }
}
