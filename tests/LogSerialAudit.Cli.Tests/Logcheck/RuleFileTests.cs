using LogSerialAudit.Cli.Tests.World;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Cli.Tests.Logcheck;

/// <summary>The rules are held against every sample of the catalogue by the program that logcheck uses, <c>grep -E</c>.</summary>
public sealed class RuleFileTests
{
    public RuleFileTests() => Assert.SkipUnless(File.Exists("/bin/grep") || File.Exists("/usr/bin/grep"), "there is no grep");

    [Theory]
    [InlineData("logcheck-ignore", EventKind.RollbackOffered, EventKind.Ahead)]
    [InlineData("logcheck-violations", EventKind.RollbackOffered, EventKind.Ahead, EventKind.GoneBackwards, EventKind.SerialOutOfRange, EventKind.Expired)]
    public async Task ItTakesItsKindsInEveryFormAndNothingElse(string format, params EventKind[] kinds)
    {
        var (wanted, unwanted) = (Samples(kinds.Contains), Samples(kind => !kinds.Contains(kind)));
        Assert.True(wanted.Count > 500 && unwanted.Count > 10000, $"{wanted.Count}, {unwanted.Count}");

        Assert.Empty(await GrepAsync(format, "-v", wanted));
        Assert.Empty(await GrepAsync(format, "-h", unwanted));
    }

    [Theory]
    [InlineData("Mar 31 10:00:00 ns2 named: zone example.org/IN: serial number (0) received from master 192.0.2.1#53 < ours (4294967295)")]
    [InlineData("Mar 31 10:00:00 ns2 /usr/sbin/named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone 0/25.2.0.192.in-addr.arpa/IN/our view (unsigned): serial number (1) received from primary fe80::1%eth0#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/CLASS65280/v/w: serial number (1) received from primary ::ffff:192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone a\\032b\\;.org/IN: serial number (1) received from primary 2001:db8::1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: refresh_callback: zone example.org/IN: ahead")]
    [InlineData("Mar 31 10:00:00 ns2 nsd[7]: xfrd: zone example.org ignoring old serial (2/1) from 192.0.2.1")]
    public async Task BothTakeEveryWording(string line)
    {
        Assert.Empty(await GrepAsync("logcheck-ignore", "-v", [line]));
        Assert.Empty(await GrepAsync("logcheck-violations", "-v", [line]));
    }

    [Theory]
    [InlineData("Mar 31 10:00:00 ns2 sshd[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 unnamed[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 sshd[7]: Invalid user named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData(" Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from slave 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 > ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours (2) and more")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master 192.0.2.1#53 < ours ()")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (12345678901) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org: serial number (1) received from master 192.0.2.1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: serial number (1) received from master ns1#53 < ours (2)")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: client 192.0.2.9#1 (zone example.org/IN: expired): query (cache) denied")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: aheadx")]
    [InlineData("Mar 31 10:00:00 ns2 named[7]: zone example.org/IN: expired soon")]
    [InlineData("Mar 31 10:00:00 ns2 nsd[7]: xfrd: zone example.org ignoring old serial (2/) from 192.0.2.1")]
    [InlineData("2026-11-22 00:30:00 ns2 named[7]: zone example.org/IN: ahead")]
    [InlineData("2026-11-22T00:30:00 ns2 named[7]: zone example.org/IN: ahead")]
    public async Task NeitherTakesWhatOnlyLooksLikeIt(string line)
    {
        Assert.Empty(await GrepAsync("logcheck-ignore", "-h", [line]));
        Assert.Empty(await GrepAsync("logcheck-violations", "-h", [line]));
    }

    [Fact]
    public async Task TheFilesAreOneOfTwo()
    {
        var (ignore, violations) = ((await Run.Of("messages", "--format", "logcheck-ignore")).Output, (await Run.Of("messages", "--format", "logcheck-violations")).Output);
        Assert.Contains("Not beside violations.d/logserialaudit.", ignore, StringComparison.Ordinal);
        Assert.Contains("Not beside ignore.d.server/logserialaudit.", violations, StringComparison.Ordinal);
        Assert.All(ignore.Split('\n').Concat(violations.Split('\n')).Where(line => line.Length > 0), line => Assert.True(line[0] is '#' or '^', line));
        Assert.DoesNotContain("\r", ignore, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KindsAndACatalogueOfOnesOwnCanBeChosen()
    {
        using var folder = new LogFolder();
        var own = folder.Write("own", "[mine] programs my|named\nloaded  {zone:name}: (loaded) [at ]{serial}{|!}\n");
        var run = await Run.Of("messages", "--catalogue", own, "--program", "my|named", "--kind", "loaded", "--format", "logcheck-violations");
        var rule = run.Output.Split('\n')[^2];
        Assert.EndsWith(@"[^ ]+: \(loaded\) (at )?[0-9]{1,10}(!)?$", rule, StringComparison.Ordinal);
        Assert.Contains(@"(my\|named)(\[[0-9]+\])?: ", rule, StringComparison.Ordinal);
    }

    private static List<string> Samples(Func<EventKind, bool> isWanted) =>
    [
        .. from entry in Catalogue.BuiltIn.Entries
           where isWanted(entry.Kind)
           from sample in entry.Samples
           from line in SyslogForms.Of(entry.Server, Catalogue.BuiltIn.ProgramsOf(entry.Server)[0], sample.Text)
           select line,
    ];

    /// <summary>What grep shows of the lines, in the two ways in which logcheck calls it: as it is, and with <c>-v</c>.</summary>
    private static async Task<string> GrepAsync(string format, string option, IEnumerable<string> lines)
    {
        using var folder = new LogFolder();
        var rules = await Run.Of("messages", "--format", format);
        folder.Write("rules", string.Join('\n', rules.Output.Split('\n').Where(line => line.Length > 0 && line[0] != '#')));
        folder.Write("lines", string.Join('\n', lines) + "\n");
        var run = await Child.ShellAsync(
            """
            for locale in C C.UTF-8; do LC_ALL=$locale grep -E --text "$3" -f "$2/rules" "$2/lines"; [ $? -le 1 ] || exit 2; done
            """,
            folder.Path,
            option);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        return run.Output;
    }
}
