using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>
/// Every command line that the README shows is run as it stands there, by a shell, in a folder where the files that it
/// names are; places under the root are moved into that folder.
/// </summary>
public sealed partial class ReadmeCommandTests
{
    /// <summary>Stands for programs that may be missing here.</summary>
    private static readonly Dictionary<string, string> StandIns = new()
    {
        ["jq"] = "cat",
        ["journalctl"] = "cat \"$HOME/entries\"",
        ["logger"] = "cat >>\"$HOME/logged\"",
        ["logtail2"] = "cat \"$1\"",
    };

    private const string Open = "2019-05-25T17:30:00Z ns2 named[7]: zone example.net/IN: serial number (7) received from master 192.0.2.1#53 < ours (9)\n";

    public ReadmeCommandTests() => Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");

    [Fact]
    public async Task EveryCommandLineDoesWhatItSays()
    {
        var commands = Commands();
        Assert.True(commands.Count > 20, $"only {commands.Count} command lines found");
        using var folder = new LogFolder();
        PutFiles(folder);
        foreach (var command in commands)
        {
            // Each run of the program adds a line to "codes"; a command line that never comes to the program adds none.
            File.Delete(folder["codes"]);
            var run = await Child.ShellAsync(
                """
                export HOME="$2" XDG_STATE_HOME="$2/state" TZ=UTC; cd "$HOME" && chmod +x bin/* usr/local/bin/* || exit 99
                printf '#!/bin/sh\n"%s" "%s" "$@"; code=$?; echo "$code $*" >>"$HOME/codes"; exit $code\n' "$0" "$1" >bin/logserialaudit
                chmod +x bin/logserialaudit; PATH="$HOME/bin:$PATH"; eval "$3"
                """,
                folder.Path,
                Moved(command));
            var codes = File.Exists(folder["codes"]) ? File.ReadAllText(folder["codes"]) : "the program was not called";

            // A check that tells of something says so by its code.
            var isCheck = command.Contains("logserialaudit check", StringComparison.Ordinal);
            Assert.True(codes.StartsWith("0 ", StringComparison.Ordinal) || (isCheck && codes.StartsWith("1 ", StringComparison.Ordinal)), $"{command}: {codes}{run.Errors}");
            Assert.True(run.Output.Length > 0 || isCheck || command.Contains('>', StringComparison.Ordinal) || command.Contains("-o ", StringComparison.Ordinal), $"{command}: no output");
        }
    }

    /// <summary>The command lines in the README's indented blocks, each from its first word on.</summary>
    private static List<string> Commands() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Where(line => Command().IsMatch(line))
            .Select(line => line.Trim())];

    [GeneratedRegex(@"^    (?!sudo |cd |dotnet |apt)([a-z0-9/~.-]+ [^|]*\| )*[a-z~/]*logserialaudit ")]
    private static partial Regex Command();

    /// <summary>Places under the root become places under the folder.</summary>
    private static string Moved(string line) => Root().Replace(line, "$1\"$HOME\"/$2");

    [GeneratedRegex("(^|[ =@:])/(var/|srv/|logs/|mnt/|etc/|usr/local/)")]
    private static partial Regex Root();

    private static void PutFiles(LogFolder folder)
    {
        Directory.CreateDirectory(folder["bin"]);
        foreach (var (name, does) in StandIns)
        {
            folder.Write($"bin/{name}", $"#!/bin/sh\n{does}\n");
        }

        Directory.CreateSymbolicLink(folder["samples"], Path.Combine(Repository.Root, "samples"));
        var mail = $"From: root@ns2\nDate: Sun, 26 May 2019 00:00:00 +0000\n\n{LogFolder.Rollback}";
        var hostless = LogFolder.Rollback.Replace(" ns2 ", " ", StringComparison.Ordinal).Replace(" ns3 ", " ", StringComparison.Ordinal);
        (string Name, string Text)[] files =
        [
            ("logs/ns.log", LogFolder.Rollback), ("logs/ns1", hostless), ("logs/ns2", hostless), ("logs/primary", hostless),
            ("srv/ns1/ns.log", hostless), ("srv/ns2/ns.log", hostless), ("var/log/remote/all", LogFolder.Rollback),
            ("var/log/syslog", LogFolder.Rollback + Open), ("var/log/named/named.log", LogFolder.Rollback),
            ("Maildir/cur/1", mail), ("Maildir/new/2", mail), ("logcheck.mbox", $"From root Sun May 26 00:00:00 2019\n{mail}"), ("mail.eml", mail),
            ("balug-admin/2019-May.txt", $"From root at ns2  Sun May 26 00:00:00 2019\n{mail}"), ("my.messages", OwnCatalogue()),
            ("usr/local/bin/alert", "#!/bin/sh\ncat >/dev/null; kill $PPID\n"),
            ("entries", "__REALTIME_TIMESTAMP=1558799286000000\nSYSLOG_IDENTIFIER=named\n_HOSTNAME=ns2\nMESSAGE=zone example.org/IN: expired\n\n"),
        ];
        foreach (var name in new[] { "etc/logcheck/violations.d", "etc/logcheck/ignore.d.server", "var/lib/node-exporter" })
        {
            Directory.CreateDirectory(folder[name]);
        }

        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            folder.Write(name, text);
        }

        // The sample's logs, as of the machine itself and in the folder one works in.
        foreach (var place in new[] { "", "var/log/" })
        {
            foreach (var log in Directory.GetFiles(Path.Combine(Repository.Root, "samples/balug-2019-05/linuxmafia")))
            {
                File.Copy(log, folder[place + Path.GetFileName(log)]);
            }
        }

        File.Copy(folder["daemon.log.3.gz"], folder["daemon.log.4.gz"]);
        File.Delete(folder["daemon.log.3.gz"]);
    }

    /// <summary>The catalogue that the README shows.</summary>
    private static string OwnCatalogue()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "README.md")).SkipWhile(line => !line.StartsWith("    [bind] programs", StringComparison.Ordinal));
        return string.Join('\n', lines.TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Length == 0 ? "" : line[4..]));
    }
}
