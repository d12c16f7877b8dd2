using System.Diagnostics;
using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>
/// A check that is killed before any of its system calls that touch its state, its log or its output: the next one tells
/// everything, and what was told is told again only where the kill came between the telling and the keeping.
/// </summary>
/// <remarks>The whole matrix is <c>tests/kill-matrix.sh</c>; here are the calls that matter.</remarks>
public sealed partial class KillTests
{
    private static readonly string[] Told = ["healed example.org", "began a.example", "began b.example"];

    /// <summary>The file, the system call, and which of these calls.</summary>
    [Theory]
    [InlineData("state.lock", "flock", 1)]
    [InlineData("state", "readlink", 1)]
    [InlineData("daemon.log", "pread64", 3)]
    [InlineData("out", "write", 1)]
    [InlineData("state.new", "openat", 1)]
    [InlineData("state.new", "pwrite64", 2)]
    [InlineData("state.new", "fsync", 1)]
    [InlineData("state.new", "rename", 1)]
    [InlineData(".", "fsync", 1)]
    public async Task NothingIsLostWhereACheckIsKilled(string file, string call, int number)
    {
        await SkipWithoutStraceAsync();
        Assert.Null(await KillAsync(file, call, number));
    }

    [Fact]
    public async Task NothingIsLostWhereverACheckIsKilled()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LOGSERIALAUDIT_KILL_MATRIX") is { Length: > 0 }, "It takes minutes; tests/kill-matrix.sh runs it.");
        await SkipWithoutStraceAsync();
        var (kills, wrong) = (0, new List<string>());
        foreach (var (file, call, count) in await CallsAsync())
        {
            for (var number = 1; number <= count; number++)
            {
                kills++;
                if (await KillAsync(file, call, number) is { } complaint)
                {
                    wrong.Add(complaint);
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{kills} kills");
        Assert.True(kills > 40, $"only {kills} system calls found");
        Assert.Empty(wrong);
    }

    /// <summary>Kills a check, rotates, and checks again; what is wrong then, or null.</summary>
    private static async Task<string?> KillAsync(string file, string call, int number)
    {
        using var log = await BegunAsync();
        var run = await Child.UnderAsync(
            [.. Strace(), "-P", Place(log, file), "-e", $"inject={call}:signal=KILL:when={number}", "/bin/sh", "-c", "exec \"$@\" >\"$0\"", log.Folder["out"]], Arguments(log));
        if ((int)run.ExitCode is not (137 or -9))
        {
            // Another thread makes this call, and no thread makes so many of them.
            return number > 1 ? null : $"{file} {call} {number}: not killed\n{run}";
        }

        var before = File.Exists(log.Folder["out"]) ? WatchedLog.Changes(File.ReadAllText(log.Folder["out"])) : [];
        log.Rotate("daemon.log.1");
        log.Compress();
        log.Add("Transfer started.");
        var after = WatchedLog.Changes((await log.CheckAsync("--format", "ndjson")).Output);
        var again = await log.CheckAsync("--format", "ndjson");
        var isLate = (file, call) is ("state.new", _) or (".", "fsync");
        List<string> wrong =
        [
            .. Told.Where(told => !before.Contains(told) && !after.Contains(told)).Select(told => $"{told} is lost"),
            .. before.Intersect(after).Where(_ => !isLate).Select(told => $"{told} is told twice"),
            .. before.Concat(after).Except(Told).Select(told => $"{told} is told and not true"),
            .. before.Concat(after).GroupBy(told => told).Where(told => told.Count() > 2).Select(told => $"{told.Key} is told {told.Count()} times"),
            .. again.Output.Length + again.Errors.Length > 0 ? [$"then there is something to tell: {again}"] : Array.Empty<string>(),
            .. log.Folder.Names.Except(["daemon.log", "daemon.log.1.gz", "daemon.log.2.gz", "out", "state", "state.lock"]).Select(name => $"{name} is left"),
        ];
        return wrong.Count == 0 ? null : $"{file} {call} {number}: {string.Join("; ", wrong)}";
    }

    /// <summary>A log that was checked, went on, was rotated and went on again.</summary>
    private static async Task<WatchedLog> BegunAsync()
    {
        var log = new WatchedLog();
        log.Add("7", "5<7");
        _ = await log.CheckAsync();
        log.Add("9", "7@a.example");
        log.Rotate("daemon.log.2");
        log.Compress("daemon.log.2");
        log.Add("5<7@a.example", "5<7@b.example");
        return log;
    }

    /// <summary>Each file and system call, and how many of these calls there are.</summary>
    private static async Task<IReadOnlyList<(string File, string Call, int Count)>> CallsAsync()
    {
        var calls = new List<(string, string, int)>();
        foreach (var file in new[] { "state", "state.new", "state.lock", "daemon.log", "daemon.log.2.gz", "out", "." })
        {
            using var log = await BegunAsync();
            var trace = log.Folder["trace"];
            _ = await Child.UnderAsync([.. Strace(trace), "-P", Place(log, file), "/bin/sh", "-c", "exec \"$@\" >\"$0\"", log.Folder["out"]], Arguments(log));
            calls.AddRange(File.ReadLines(trace).Select(line => Call().Match(line)).Where(call => call.Success)
                .CountBy(call => call.Groups["name"].Value).Select(call => (file, call.Key, call.Value)));
        }

        return calls;
    }

    private static string Place(WatchedLog log, string file) => file == "." ? log.Folder.Path : log.Folder[file];

    private static string[] Arguments(WatchedLog log) => ["check", log.Log, "--state", log.State, "--format", "ndjson"];

    private static string[] Strace(string trace = "/dev/null") => ["strace", "-f", "--seccomp-bpf", "-o", trace, "-E", "TZ=UTC"];

    private static async Task SkipWithoutStraceAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no strace.");
        try
        {
            using var strace = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "-e", "inject=rename:signal=KILL:when=1", "true"]) { RedirectStandardError = true })!;
            await strace.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipUnless(strace.ExitCode == 0, "strace can't trace here (Debian: package strace; a container needs CAP_SYS_PTRACE).");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("strace is missing (Debian: package strace).");
        }
    }

    [GeneratedRegex(@"^\d+ +(?<name>[a-z0-9_]+)\(")]
    private static partial Regex Call();
}
