namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>What is known to go wrong where other programs go on reading a log: lines are lost, told twice or taken for tampering. Not here.</summary>
public sealed class PeerFaultTests : IDisposable
{
    private const string Began = "began example.org";
    private const string Healed = "healed example.org";

    private readonly WatchedLog _log = new();
    private string _unfinished = "";

    /// <summary>
    /// The program and its fault, and what is done to a log. <c>log LINE</c> adds a line as <see cref="WatchedLog.Add"/> takes it, <c>half LINE</c>
    /// the first half of one and <c>rest</c> the other half; <c>check</c> is silent and <c>check WHAT</c> tells that; <c>pipe TEXT</c> and
    /// <c>pipe TEXT: WHAT</c> are checks of standard input; the other words do what the commands of that name do.
    /// </summary>
    public static TheoryData<string, string[]> Faults => new()
    {
        { "logtail2 hands over half of a last line, and the other half the next time", ["log 7", "check", "half 5<7", "check", "rest", $"check {Began}", "check"] },
        { "logtail2 loses the end of a log that is rotated and compressed at once", ["log 7", "check", "log 5<7", "mv .1", "gzip .1", "log Transfer started.", $"check {Began}", "check"] },
        { "logtail2 does not look into .0.gz", ["log 7", "check", "log 5<7", "mv .0", "gzip .0", "log Transfer started.", $"check {Began}", "check"] },
        { "logtail2 does not look into -20190526.gz", ["log 7", "check", "log 5<7", "mv -20190526", "gzip -20190526", "log Transfer started.", $"check {Began}", "check"] },
        { "logtail2 does not look into .2.gz where two rotations come between", ["log 7", "check", "log 5<7", "mv .2", "gzip .2", "log 9", "mv .1", "log Transfer started.", $"check {Began}, {Healed}", "check"] },
        { "logtail2 takes an inode that is used again for tampering", ["log 7", "check", "mv .1", "gzip .1", "log 5<7", $"check {Began}", "check"] },
        { "logtail2 loses the first lines of a log that was copied and truncated and has outgrown its old length", ["log 7", "check", "cp .1", "truncate", "log 5<7", "log 5<7", "log 5<7", $"check {Began}", "check"] },
        { "logtail2 rewrites its offset file in place, which a crash leaves in half", ["log 7", "check", "crash", "log 5<7", $"check {Began}", "check"] },
        { "pygtail 19: a log that an editor saved as .1, and that was begun anew", ["log 7", "log 5<7", $"check {Began}", "log 9", "cp .1", "rm", "log 11", $"check {Healed}", "check"] },
        { "pygtail 36: a log that was renamed and created anew", ["log 7", "check", "log 5<7", "mv .1", "log 9", $"check {Began}, {Healed}", "check"] },
        { "pygtail 45: the whole log is read anew now and then", ["log 7", "log 5<7", $"check {Began}", "log 9", $"check {Healed}", "log 11", "check", "log 12", "check"] },
        { "pygtail 65: nothing more is read once a log was copied and truncated", ["log 7", "check", "cp .1", "truncate", "check", "log 5<7", $"check {Began}", "log 9", $"check {Healed}"] },
        { "pygtail 71: the old offset is kept for the new file", ["log 7", "log 7", "log 7", "check", "mv .1", "check", "log 5<7", $"check {Began}", "log 9", $"check {Healed}"] },
        { "goaccess drops lines of the second that was read last, and older ones, from a pipe", ["pipe 7", $"pipe 5<7: {Began}", $"pipe 9: {Healed}", "pipe 11"] },
        { "goaccess 334: a log that is read twice is counted twice", ["log 7", "log 5<7", $"check {Began}", "check", "check"] },
        { "goaccess 1933: the line after the last one that was read is lost", ["log 7", "check", "log 5<7", $"check {Began}", "log 9", $"check {Healed}"] },
        { "goaccess 2333: a file system that gives other inodes", ["log 7", "log 5<7", $"check {Began}", "copy", "check", "log 9", "copy", $"check {Healed}"] },
        { "check_logfiles 6: files that were written in the same second", ["log 7", "check", "log 5<7", "mv .2", "log 9", "mv .1", "log Transfer started.", "touch", $"check {Began}, {Healed}", "check"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhatGoesWrongElsewhereDoesNotHere(string fault, string[] steps)
    {
        foreach (var step in steps)
        {
            var words = step.Split(' ', 2);
            var told = words[0] switch
            {
                "check" => await _log.ToldAsync(),
                "pipe" => await PipedAsync(words[1].Split(": ")[0]),
                _ => Do(words[0], words.ElementAtOrDefault(1) ?? ""),
            };
            var expected = words[0] switch
            {
                "check" => words.ElementAtOrDefault(1) ?? "",
                "pipe" => words[1].Split(": ").ElementAtOrDefault(1) ?? "",
                _ => "",
            };
            Assert.True(expected == told, $"{fault}: {step}: {told}");
        }
    }

    public void Dispose() => _log.Dispose();

    private string Do(string command, string what)
    {
        switch (command)
        {
            case "log":
                _log.Add(what);
                break;
            case "half":
                var line = _log.Line(what) + "\n";
                File.AppendAllText(_log.Log, line[..(line.Length / 2)]);
                _unfinished = line[(line.Length / 2)..];
                break;
            case "rest":
                File.AppendAllText(_log.Log, _unfinished);
                break;
            case "mv":
                _log.Rotate("daemon.log" + what);
                break;
            case "gzip":
                _log.Compress("daemon.log" + what);
                break;
            case "cp":
                File.Copy(_log.Log, _log.Folder["daemon.log" + what]);
                break;
            case "copy":
                File.Copy(_log.Log, _log.Folder["copy"]);
                File.Move(_log.Folder["copy"], _log.Log, overwrite: true);
                break;
            case "rm":
                File.Delete(_log.Log);
                break;
            case "truncate":
                File.WriteAllText(_log.Log, "");
                break;
            case "touch":
                foreach (var name in _log.Folder.Names)
                {
                    File.SetLastWriteTimeUtc(_log.Folder[name], new DateTime(2019, 5, 26, 0, 0, 0, DateTimeKind.Utc));
                }

                break;
            case "crash":
                File.WriteAllText(_log.State + ".new", "logserialaudit-state 1 sha2");
                break;
            default:
                Assert.Fail($"{command} is no step");
                break;
        }

        return "";
    }

    /// <summary>All lines that are piped are of one second.</summary>
    private async Task<string> PipedAsync(string what) => WatchedLog.Told(await Run.Of(
        Run.World($"2019-05-25T10:00:00Z {_log.Line(what).Split(' ', 2)[1]}\n"), "check", "-", "--state", _log.State, "--format", "ndjson"));
}
