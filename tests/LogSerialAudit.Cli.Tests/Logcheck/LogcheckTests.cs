using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests.Logcheck;

/// <summary>The rule files in the real logcheck, with rules and state of its own.</summary>
public sealed class LogcheckTests
{
    private const string Complaint = "zone example.org/IN/int: serial number (1558725628) received from primary 2001:db8::1#53 < ours (1558799284)";

    /// <summary>As logcheck shows them: sorted by the first three words of each line as text.</summary>
    private static readonly string[] Complaints =
    [
        $"2026-11-22T00:30:00+09:00 ns2 named[7]: {Complaint}",
        $"2026-11-22T00:30:00.123456+09:00 ns2 named[7]: general: info: {Complaint}",
        $"2026-11-22T00:30:00.123456Z ns2 named[7]: 22-Nov-2026 00:30:00.123 xfer-in: info: {Complaint}",
        "Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)",
    ];

    private static readonly string[] Others =
    [
        "2026-11-22T00:31:00+09:00 ns2 named[7]: zone example.org/IN: transferred serial 1558803600: TSIG 'key.example.org'",
        "2026-11-22T00:32:00+09:00 ns2 sshd[7]: named[7]: zone example.org/IN: ahead",
    ];

    public LogcheckTests() => Assert.SkipUnless(File.Exists("/usr/sbin/logcheck"), "logcheck is not installed");

    [Fact]
    public async Task WithoutRulesAllLinesAreSystemEvents() =>
        Assert.Equal(Report(("System Events", [.. Complaints[..3], .. Others, Complaints[3]])), await RunAsync(null, null));

    [Fact]
    public async Task AsViolationsComplaintsAreSecurityEvents() =>
        Assert.Equal(
            Report(("Security Events for logserialaudit", Complaints), ("System Events", Others)),
            await RunAsync("logcheck-violations", "violations.d"));

    [Fact]
    public async Task AsIgnoredTheyAreNotSeen() =>
        Assert.Equal(Report(("System Events", Others)), await RunAsync("logcheck-ignore", "ignore.d.server"));

    private static string Report(params (string Title, string[] Lines)[] sections) =>
        string.Concat(sections.Select(section =>
            $"{section.Title}\n{string.Concat(Enumerable.Repeat("=-", section.Title.Length))[..section.Title.Length]}\n{string.Concat(section.Lines.Select(line => line + "\n"))}\n"));

    private static async Task<string> RunAsync(string? format, string? place)
    {
        using var folder = new LogFolder();
        foreach (var name in new[] { "cracking.d", "violations.d", "violations.ignore.d", "ignore.d.paranoid", "ignore.d.server" })
        {
            Directory.CreateDirectory(folder[$"rules/{name}"]);
        }

        if (place is not null)
        {
            folder.Write($"rules/{place}/logserialaudit", (await Run.Of("messages", "--format", format!)).Output);
        }

        // Trailing blanks are taken off before a rule sees the line.
        folder.Write("log", string.Concat(Others.Concat(Complaints).Select(line => line + "  \n")));
        folder.Write("conf", $"LOCKDIR={folder.Path}/lock\nLOCKFILE={folder.Path}/lock/logcheck\nREPORTLEVEL=server\nINTRO=0\n");
        var run = await Child.ShellAsync(
            """
            cd "$2" && mkdir lock state tmp && chmod -R a+rwX . || exit 99
            [ "$(id -u)" -ne 0 ] || other='setpriv --reuid=65534 --regid=65534 --clear-groups'
            LC_ALL=C TMP="$2/tmp" $other /usr/sbin/logcheck -t -o -c "$2/conf" -r "$2/rules" -S "$2/state" -l "$2/log"
            """,
            folder.Path);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        return run.Output;
    }
}
