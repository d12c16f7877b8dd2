using System.Text;
using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>
/// What is said of inputs that cannot be read, or of filters that fit nothing: one clear line on standard error, exit 2,
/// nothing on standard output but what is sound.
/// </summary>
public sealed partial class BadInputTests : IDisposable
{
    private const string Good = "zone,kind\nexample.org,transferred\nexample.org,rollback-offered\nexample.org,rollback-offered\nexample.net,loaded\nexample.org,transferred\n";
    private const string Adm = "permission denied; the group adm may read the system's logs: sudo usermod -aG adm $USER and log in anew, or run with sudo";

    private readonly LogFolder _folder = new();

    public BadInputTests()
    {
        var packed = LogFolder.Gzip(LogFolder.Rollback);
        _folder.Write("good.log", LogFolder.Rollback);
        _folder.Write("empty.log", "");
        _folder.Write("noise.txt", "nothing that a name server says\n");
        _folder.Write("tool.bin", [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 1, 2, 3, 0xff, 0xfe, 0, 0, 0]);
        _folder.Write("old.log.7z", [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 1, 2, 3]);
        _folder.Write("cut.log.xz", [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, 0, 4, 1, 2, 3]);
        _folder.Write("logs.zip", "PK\u0003\u0004rest of an archive");
        _folder.Write("cut.gz", packed[..^20]);
        _folder.Write("garbage.gz", [.. packed, .. "garbage"u8]);
        var corrupt = packed.ToArray();
        corrupt[^6] ^= 0xff;
        _folder.Write("corrupt.gz", corrupt);
        Directory.CreateDirectory(_folder["bare"]);
        Directory.CreateDirectory(_folder["programs"]);
        File.Copy(_folder["tool.bin"], _folder["programs/tool"]);
        Directory.CreateDirectory(_folder["round"]);
        File.Copy(_folder["good.log"], _folder["round/good.log"]);
        Directory.CreateSymbolicLink(_folder["round/again"], "../round");
        File.CreateSymbolicLink(_folder["loop"], "loop");
        File.CreateSymbolicLink(_folder["gone"], "nowhere.log");
    }

    /// <summary>Inputs and filters; all of standard error without the program's name and the folder; all of standard output.</summary>
    public static TheoryData<string, string, string> Inputs => new()
    {
        { "nosuch.log", "no such file: nosuch.log", "" },
        { "goood.log", "no such file: goood.log; did you mean good.log?", "" },
        { "nosuch/a.log", "no such file: nosuch/a.log (there is no folder nosuch)", "" },
        { "nosuch*", "no file matches nosuch*", "" },
        { "tool*", "tool.bin: is binary data, not a text log\ntool*: matches 1 path, and none is a log", "" },
        { "bare", "bare: no log in this folder", "" },
        { "programs", "programs/tool: is binary data, not a text log\nprograms: no log in this folder", "" },
        { "tool.bin", "tool.bin: is binary data, not a text log", "" },
        { "old.log.7z", "old.log.7z: is a 7-zip archive, not read yet; decompress it first: 7z x -so old.log.7z | logserialaudit report -", "" },
        { "cut.log.xz", "cut.log.xz: compressed data ends early at byte 11 (of 11), after 0 bytes of text", "" },
        { "logs.zip", "logs.zip: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it", "" },
        { "loop", "loop: a symbolic link that leads back to itself", "" },
        { "gone", "gone: a symbolic link to nowhere.log, which is not there", "" },
        { "/dev/null", "/dev/null: a device, not a log; for standard input write -", "" },
        { "empty.log", "nothing to read: every input is empty", "" },
        { "cut.gz", "cut.gz: compressed data ends early at byte N (of N), after N bytes of text; N cut line (N bytes) left out", Good[..Good.LastIndexOf("example.org", StringComparison.Ordinal)] },
        { "corrupt.gz", "corrupt.gz: the checksum stored at byte N does not match the text, so some of it is wrong, after N bytes of text", Good },
        { "garbage.gz", "warning: garbage.gz: N bytes after the end of the compressed data, from byte N on, are no gzip data and were left out", Good },
        { "good.log nosuch.log", "no such file: nosuch.log", Good },
        { "nosuch.log good.log", "no such file: nosuch.log", Good },
        { "good.log tool.bin", "tool.bin: is binary data, not a text log", Good },
        { "good.log old.log.7z logs.zip", "old.log.7z: is a 7-zip archive, not read yet; decompress it first: 7z x -so old.log.7z | logserialaudit report -\nlogs.zip: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it", Good },
        { "good.log --zone nosuch.example", "--zone nosuch.example fits no zone in these logs; the logs name example.net and example.org; see logserialaudit COMMAND --help", "" },
        { "good.log --zone exmaple.org", "--zone exmaple.org fits no zone in these logs; did you mean example.org? See logserialaudit COMMAND --help", "" },
        { "good.log --zone *.org --zone *.com", "--zone *.com fits no zone in these logs; the logs name example.net and example.org; see logserialaudit COMMAND --help", "" },
        { "good.log --host ns9", "--host ns9 fits no server in these logs; did you mean ns2 or ns3? See logserialaudit COMMAND --help", "" },
        { "noise.txt --zone example.org", "--zone example.org fits no zone in these logs; the logs name no zone; see logserialaudit COMMAND --help", "" },
        { "good.log --since 2019-06-01 --until 2019-05-30", "--since 2019-06-01 is after --until 2019-05-30; see logserialaudit COMMAND --help", "" },
        { "good.log --local-zone Amerika/Los_Angeles", "--local-zone Amerika/Los_Angeles: no such time zone; did you mean America/Los_Angeles? See logserialaudit COMMAND --help", "" },
        { "good.log --columns zone,kind,sort", "events has no column sort; it has zone, class, view, side, observer, at_utc, at_local, kind, serial, serial_utc, serial_local, previous_serial, change, peer, count, until_utc, until_local, detail, dating, source; see logserialaudit COMMAND --help", "" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task ItIsToldInOneLineAndWhatIsSoundIsStillWritten(string words, string errors, string output)
    {
        foreach (var command in new[] { "extract", "report --format csv --table events" })
        {
            var columns = words.Contains("--columns", StringComparison.Ordinal) ? "" : " --columns zone,kind";
            var run = await Run.Of([.. command.Split(' '), .. $"--log-zone UTC{columns}".Split(' '), .. words.Split(' ').Select(Placed)]);

            var said = run.Errors.Replace(_folder.Path + "/", "", StringComparison.Ordinal);
            Assert.Equal(Said(errors, command), words.EndsWith(".gz", StringComparison.Ordinal) ? WithoutNumbers(said) : said);
            Assert.Equal((ExitCode.Trouble, output), (run.ExitCode, run.Output));
        }
    }

    [Theory]
    [InlineData("empty.log good.log", "")]
    [InlineData("good.log good.log", "good.log: named more than once, read once")]
    [InlineData("round", "round: folders inside are not searched: again")]
    public async Task SomeThingsAreNoTrouble(string words, string note)
    {
        var run = await Run.Of(["extract", "--log-zone", "UTC", "--columns", "zone,kind", .. words.Split(' ').Select(Placed)]);

        Assert.Equal(new Run(ExitCode.Done, Good, Said(note, "")), run with { Errors = run.Errors.Replace(_folder.Path + "/", "", StringComparison.Ordinal) });
    }

    [Fact]
    public async Task AnEmptyFileBesideOthersIsARowOfCoverage() => Assert.Equal(
        new Run(ExitCode.Done, "lines,note\n0,empty\n6,year 2019 as written\n", ""),
        await Run.Of("report", "--log-zone", "UTC", "--format", "csv", "--table", "coverage", "--columns", "lines,note", _folder["empty.log"], _folder["good.log"]));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task WhereNothingWasReadNothingIsReported(string format)
    {
        foreach (var log in new[] { "empty.log", "tool.bin", "nosuch.log" })
        {
            var run = await Run.Of("report", "--log-zone", "UTC", "--format", format, "-o", _folder["out"], _folder[log]);

            Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
            Assert.False(File.Exists(_folder["out"]));
        }
    }

    [Fact]
    public async Task EveryByteOfADamagedFileIsAccountedFor()
    {
        var run = await Run.Of("report", "--log-zone", "UTC", "--format", "csv", "--table", "coverage", "--columns", "bytes,lines,unreadable_bytes", _folder["cut.gz"]);

        var cells = run.Output.Split('\n')[1].Split(',').Select(int.Parse).ToArray();
        Assert.Equal(5, cells[1]);
        Assert.Equal(Encoding.UTF8.GetByteCount(string.Join('\n', LogFolder.Rollback.Split('\n')[..5])) + 1, cells[0] - cells[2]);
    }

    [Theory]
    [InlineData("-", "stdin", "")]
    [InlineData("ns9=-", "ns9", "")]
    [InlineData("/dev/stdin", "stdin", "")]
    [InlineData("- -", "stdin", "-: named more than once, read once")]
    public async Task StandardInputIsReadPlainOrCompressed(string words, string observer, string note)
    {
        var log = string.Concat(LogFolder.Rollback.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains(" ns2 named", StringComparison.Ordinal))
            .Select(line => $"25-May-2019 {line[11..19]}.000 {line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]}\n"));
        foreach (var input in new[] { Encoding.UTF8.GetBytes(log), LogFolder.Gzip(log) })
        {
            var run = await Run.Of(Run.World(input), ["report", "--log-zone", "UTC", "--format", "json", "--table", "episodes", "--columns", "observer,complaints,source", .. words.Split(' ')]);

            Assert.Equal(new Run(ExitCode.Done, $"{{\"episodes\":[{{\"observer\":\"{observer}\",\"complaints\":2,\"source\":\"-:2\"}}]}}\n", Said(note, "")), run);
        }
    }

    [Theory]
    [InlineData("", "nothing to read: every input is empty")]
    [InlineData("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0000\u0000", "-: is binary data, not a text log")]
    [InlineData("PK\u0003\u0004rest of an archive", "-: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it")]
    public async Task StandardInputMayBeNoLog(string input, string error)
    {
        foreach (var command in new[] { "report", "report --format json", "extract" })
        {
            Assert.Equal(
                new Run(ExitCode.Trouble, "", $"logserialaudit: {error}\n"),
                await Run.Of(Run.World(input), [.. command.Split(' '), "--log-zone", "UTC", "-"]));
        }
    }

    [Theory]
    [InlineData("secret.log", $"secret.log: {Adm}", "")]
    [InlineData("secret.log good.log", $"secret.log: {Adm}", Good)]
    [InlineData("closed", $"closed: {Adm}", "")]
    [InlineData("closed/good.log", $"closed/good.log: {Adm}", "")]
    public async Task WithoutPermissionTheGroupIsNamed(string words, string error, string output)
    {
        var asNobody = await Nobody.PrefixAsync();
        _folder.Write("secret.log", LogFolder.Rollback);
        Directory.CreateDirectory(_folder["closed"]);
        File.Copy(_folder["good.log"], _folder["closed/good.log"]);
        var run = await Child.ShellAsync(
            $"""
            program=$1; cd "$2"; shift 2
            chmod 755 .; chmod 000 secret.log closed
            {asNobody}"$0" "$program" extract --log-zone UTC --columns zone,kind "$@"; code=$?
            chmod 700 secret.log closed; exit $code
            """,
            [_folder.Path, .. words.Split(' ')]);

        Assert.Equal(new Run(ExitCode.Trouble, output, $"logserialaudit: {error}\n"), run);
    }

    public void Dispose() => _folder.Dispose();

    private string Placed(string word) => word.StartsWith('-') || word.StartsWith('/') || word.Contains(',', StringComparison.Ordinal) || !IsPath(word) ? word : _folder[word];

    private static bool IsPath(string word) =>
        word.Contains(".log", StringComparison.Ordinal) || word.EndsWith(".gz", StringComparison.Ordinal) || word.EndsWith(".zip", StringComparison.Ordinal)
        || word.EndsWith(".bin", StringComparison.Ordinal) || word.EndsWith(".txt", StringComparison.Ordinal)
        || word is "bare" or "programs" or "loop" or "gone" or "round" or "nosuch*" or "tool*";

    private static string Said(string errors, string command) =>
        string.Concat(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(error => $"logserialaudit: {error}\n"))
            .Replace("COMMAND", command.Split(' ')[0], StringComparison.Ordinal);

    /// <summary>How many bytes gzip makes of a text is not the program's business.</summary>
    private static string WithoutNumbers(string errors) => NumberPattern().Replace(errors, "N");

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex NumberPattern();
}
