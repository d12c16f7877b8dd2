using System.Diagnostics;
using System.Text;

namespace LogSerialAudit.Cli.Tests.World;

/// <summary>The program as a process of its own.</summary>
internal static class Child
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>The program as built.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "logserialaudit.dll");

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Runs it to its end, with nothing on standard input.</summary>
    /// <param name="environment">What is set besides the environment of the tests.</param>
    /// <param name="args">The command line.</param>
    public static async Task<Run> RunAsync(Dictionary<string, string> environment, params string[] args)
    {
        var start = Start([Host, Program, .. args]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return await RunAsync(start);
    }

    /// <summary>Runs a line of shell in which <c>$0 $1</c> is the program and <c>$2</c>, <c>$3</c> ... are <paramref name="args"/>.</summary>
    public static Task<Run> ShellAsync(string script, params string[] args) => RunAsync(Start(["/bin/sh", "-c", script, Host, Program, .. args]));

    /// <summary>Runs the program under another one.</summary>
    /// <param name="under">The other one, with its arguments.</param>
    /// <param name="args">The command line of the program.</param>
    public static Task<Run> UnderAsync(IEnumerable<string> under, params string[] args) => RunAsync(Start([.. under, Host, Program, .. args]));

    private static ProcessStartInfo Start(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(words.First())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            WorkingDirectory = Repository.Root,
        };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    private static async Task<Run> RunAsync(ProcessStartInfo start)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started.");
        process.StandardInput.Close();
        try
        {
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel).WaitAsync(Deadline, cancel);
            var texts = await said.WaitAsync(Deadline, cancel);
            return new Run((ExitCode)process.ExitCode, texts[0], texts[1]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
