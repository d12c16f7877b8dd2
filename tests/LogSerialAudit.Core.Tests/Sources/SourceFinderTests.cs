using System.Diagnostics;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class SourceFinderTests : IDisposable
{
    private const string Line = "May 30 10:05:36 ns named[1]: zone a/IN: loaded serial 1\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SetsOfOneNameInSeveralFoldersAreToldApart()
    {
        Directory.CreateDirectory(_folder.At("one/logs"));
        Directory.CreateDirectory(_folder.At("two/logs"));
        var paths = new[] { "one/logs/named.log", "two/logs/named.log", "two/logs/other.log" }.Select(name => _folder.Write(name, Line + name)).ToArray();

        var sets = SourceFinder.Find(paths).Sets;

        Assert.Equal(["one/logs/named.log", "two/logs/named.log", "other.log"], sets.Select(set => set.Name));
    }

    [Fact]
    public void SetsComeInTheOrderOfTheirFirstMention()
    {
        var paths = new[] { "b.log.1", "a.log", "b.log", "c.log" }.Select(name => _folder.Write(name, Line + name)).ToArray();

        Assert.Equal(["b.log: b.log.1 b.log", "a.log: a.log", "c.log: c.log"], Sets(SourceFinder.Find(paths)));
        Assert.Equal(["c.log: c.log", "b.log: b.log.1 b.log", "a.log: a.log"], Sets(SourceFinder.Find(paths.Reverse())));
    }

    [Fact]
    public void AGlobIsExpandedAndItsNameNamesTheObserver()
    {
        _folder.Write("ns1/sec.log", Line + 1);
        _folder.Write("ns1/sec.log.1", Line + 2);
        _folder.Write("ns2/sec.log", Line + 3);

        var found = SourceFinder.Find(["ns1=" + _folder.At("ns1/sec*"), "ns2=" + _folder.At("ns2"), "lan=-"]);

        Assert.Equal([("ns1", 2), ("ns2", 1), ("lan", 1)], found.Sets.Select(set => (set.Observer ?? "", set.Files.Count)));
        Assert.Equal(["sec.log: sec.log.1 sec.log", "sec.log: sec.log"], Sets(SourceFinder.Find([_folder.At("ns?/s*g*")])));
        Assert.Empty(found.Problems);
    }

    [Fact]
    public void AnExistingPathWinsOverANameAndOverAGlob()
    {
        var (equal, bracket) = (_folder.Write("a=b.log", Line + 1), _folder.Write("x[1].log", Line + 2));
        var folder = Environment.CurrentDirectory;
        var relative = Path.GetRelativePath(folder, equal);

        var found = SourceFinder.Find([relative, bracket]);

        Assert.Equal([null, null], found.Sets.Select(set => set.Observer));
        Assert.Equal([relative, bracket], found.Files.Select(file => file.Path));
        Assert.Equal("a=b.log", Assert.Single(SourceFinder.Find(["n=" + equal]).Sets).BaseName);
    }

    [Fact]
    public void TheSameFileIsReadOnceAndThatIsSaid()
    {
        var path = _folder.Write("a.log", Line);
        File.CreateSymbolicLink(_folder.At("link.log"), path);
        Directory.CreateSymbolicLink(_folder.At("dir"), _folder.Path);

        var found = SourceFinder.Find([path, path, _folder.At("link.log"), _folder.At("dir/a.log"), "-", "-"]);

        Assert.Equal(2, found.Files.Count());
        Assert.Equal(
            [$"{path}: named more than once, read once", $"{_folder.At("link.log")}: is the same file as {path}, read once", $"{_folder.At("dir/a.log")}: is the same file as {path}, read once", "-: named more than once, read once"],
            found.Problems.Select(problem => problem.Sentence));
        Assert.All(found.Problems, problem => Assert.Equal(ProblemSeverity.Note, problem.Severity));
    }

    [Fact]
    public void AHardLinkIsTheSameFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Hard links are told on Linux only.");
        var path = _folder.Write("a.log", Line);
        Shell($"ln {path} {_folder.At("b.log")}");

        Assert.Equal(["a.log: a.log"], Sets(SourceFinder.Find([_folder.Path])));
    }

    [Fact]
    public void ACompressedCopyBesideItsOriginalIsReadOnce()
    {
        var text = Gz.Lines(3000);
        _folder.Write("same.log.1", text);
        _folder.Write("same.log.1.gz", Gz.Member(text));
        _folder.Write("unfinished.log.1", text);
        _folder.Write("unfinished.log.1.gz", Gz.Member(text)[..20_000]);
        _folder.Write("twice.log.1.gz", Gz.Member(Codecs.PackedFile.Small));
        _folder.Write("twice.log.1.xz", Codecs.PackedFile.Read("small.xz"));
        _folder.Write("differs.log.1", text);
        _folder.Write("differs.log.1.gz", Gz.Member(text.Replace("serial 1558725700", "serial 1558725701", StringComparison.Ordinal)));
        _folder.Write("longer.log.1", text);
        _folder.Write("longer.log.1.gz", Gz.Member(text + Line));

        var found = SourceFinder.Find([_folder.Path]);

        Assert.Equal(
            ["differs.log: differs.log.1.gz differs.log.1", "longer.log: longer.log.1.gz longer.log.1", "same.log: same.log.1", "twice.log: twice.log.1.xz", "unfinished.log: unfinished.log.1"],
            Sets(found));
        Assert.Equal(
            [$"{_folder.At("same.log.1.gz")}: holds nothing that {_folder.At("same.log.1")} does not, read once", $"{_folder.At("twice.log.1.gz")}: holds nothing that {_folder.At("twice.log.1.xz")} does not, read once", $"{_folder.At("unfinished.log.1.gz")}: holds nothing that {_folder.At("unfinished.log.1")} does not, read once"],
            found.Problems.Select(problem => problem.Sentence));
    }

    [Fact]
    public void WhatIsNamedAndCannotBeReadIsAnError()
    {
        _folder.Write("daemon.log", Line);
        _folder.Write("a.tar", [.. new byte[257], .. "ustar\0"u8]);
        _folder.Write("b.7z", [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c, 0]);
        _folder.Write("app.log", [1, 2, 3, 4, 5]);
        _folder.Write("packed.log.gz", Gz.Member([1, 2, 3, 4, 5]));
        Directory.CreateDirectory(_folder.At("none"));
        File.CreateSymbolicLink(_folder.At("dangling"), "/nowhere");
        (string Argument, string Sentence)[] cases =
        [
            (_folder.At("deamon.log"), $"no such file: {_folder.At("deamon.log")}; did you mean {_folder.At("daemon.log")}?"),
            (_folder.At("DAEMON"), $"no such file: {_folder.At("DAEMON")}; did you mean {_folder.At("daemon.log")}?"),
            (_folder.At("zzzzzz"), $"no such file: {_folder.At("zzzzzz")}"),
            (_folder.At("no/such"), $"no such file: {_folder.At("no/such")} (there is no folder {_folder.At("no")})"),
            (_folder.At("x*.log"), $"no file matches {_folder.At("x*.log")}"),
            ("ns=" + _folder.At("x[0-9]"), $"no file matches {_folder.At("x[0-9]")}"),
            (_folder.At("*.7z"), $"{_folder.At("*.7z")}: matches 1 path, and none is a log"),
            (_folder.At("none"), $"{_folder.At("none")}: no log in this folder"),
            (_folder.At("a.tar"), $"{_folder.At("a.tar")}: the archive ends early at byte 263, without the mark of its end; which members stand behind is not known"),
            (_folder.At("app.log"), $"{_folder.At("app.log")}: is binary data, not a text log"),
            (_folder.At("packed.log.gz"), $"{_folder.At("packed.log.gz")}: holds, within gzip, binary data, not a text log"),
            (_folder.At("dangling"), $"{_folder.At("dangling")}: a symbolic link to /nowhere, which is not there"),
            ("/dev/null", "/dev/null: a device, not a log; for standard input write -"),
            ("", "an empty path names no file"),
            ("n=", "an empty path names no file"),
        ];

        foreach (var (argument, sentence) in cases)
        {
            var found = SourceFinder.Find([argument]);
            Assert.Empty(found.Sets);
            Assert.Equal((ProblemSeverity.Error, sentence), (found.Problems[^1].Severity, found.Problems[^1].Sentence));
        }
    }

    [Fact]
    public void ADamagedLogIsFoundAndItsReaderSaysWhatIsWrong()
    {
        var path = _folder.Write("a.log.1.gz", Gz.Member(Gz.Lines(2000))[..5000]);

        Assert.Equal(path, Assert.Single(SourceFinder.Find([_folder.Path]).Files).Path);
        Assert.Equal(DamageKind.Truncated, Reading.All(BlockReader.Open(SourceFile.At(path))).Damage?.Kind);
    }

    [Fact]
    public void APipeIsReadWhereItIsNamedAndNeverWaitedForInAFolder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Named pipes are told on Linux only.");
        _folder.Write("a.log", Line);
        Shell($"mkfifo {_folder.At("pipe")}");

        Assert.Equal($"{_folder.At("pipe")}: skipped, a named pipe; name it to have it read", Assert.Single(SourceFinder.Find([_folder.Path]).Problems).Sentence);
        var pipe = Assert.Single(SourceFinder.Find([_folder.At("pipe")]).Files);
        Assert.Equal(SourceKind.Pipe, pipe.Kind);
        using var writer = Process.Start("/bin/sh", ["-c", $"printf 'one\\ntwo' > {_folder.At("pipe")}"]);
        Assert.Equal("one\ntwo", Reading.All(BlockReader.Open(pipe)).Text);
        writer.WaitForExit();
    }

    [Fact]
    public void ASocketIsNoLog()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets are told on Linux only.");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_folder.At("s")));

        Assert.Equal($"{_folder.At("s")}: a socket, not a log", SourceFinder.Find([_folder.At("s")]).Problems[^1].Sentence);
    }

    [Fact]
    public void NamesWithOddBytesDoNotDisturb()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Such names need a file system that takes them.");
        _folder.Write("new\nline\u001b[31m.log", Line + 1);
        Shell($"printf 'a line of text\\n' > \"$(printf '{_folder.Path}/bad\\377.log')\"");

        var found = SourceFinder.Find([_folder.Path]);
        Shell($"rm {_folder.Path}/bad*"); // The library cannot.

        Assert.Equal("new\nline\u001b[31m.log", Assert.Single(found.Sets).BaseName);
        Assert.Equal($"{_folder.At("bad\ufffd.log")}: its name is not UTF-8, so it cannot be opened; give it another name", Assert.Single(found.Problems).Sentence);
        Assert.True(SourceFinder.Find(["a\0b"]).HasErrors);
    }

    [Fact]
    public void WhatMayNotBeReadIsAnErrorThatSaysWhatToDo()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The superuser may read everything.");
        var path = _folder.Write("closed/a.log", Line);
        Shell($"chmod 0 {path}");
        var sentence = SourceFinder.Find([path]).Problems[^1].Sentence;
        var inFolder = SourceFinder.Find([_folder.At("closed")]).Problems;
        Shell($"chmod 0 {_folder.At("closed")}");
        string[] behind = [SourceFinder.Find([path]).Problems[^1].Sentence, SourceFinder.Find([_folder.At("closed")]).Problems[^1].Sentence];
        Shell($"chmod 700 {_folder.At("closed")}");

        const string Help = ": permission denied; the group adm may read the system's logs: sudo usermod -aG adm $USER and log in anew, or run with sudo";
        Assert.Equal([path + Help, path + Help, _folder.At("closed") + Help], [sentence, .. behind]);
        Assert.Equal(path + Help, Assert.Single(inFolder).Sentence);
    }

    [Fact]
    public void TheUsualPlacesAreThoseThatExist()
    {
        _folder.Write("var/log/daemon.log", Line + 1);
        _folder.Write("var/log/daemon.log.1.gz", Gz.Member(Line + 2));
        _folder.Write("var/log/auth.log", Line + 3);
        _folder.Write("var/log/named/query.log", Line + 4);
        _folder.Write("var/named/data/named.run", Line + 5);

        var found = SourceFinder.FindUsual(_folder.Path);

        Assert.Equal(["daemon.log: daemon.log.1.gz daemon.log", "query.log: query.log", "named.run: named.run"], Sets(found));
        Assert.Empty(found.Problems);
        Assert.Equal(
            $"no log in the usual places below {_folder.At("none")}, such as var/log/syslog: name a file or a folder",
            Assert.Single(SourceFinder.FindUsual(_folder.At("none")).Problems).Sentence);
    }

    private static IEnumerable<string> Sets(SourceSelection found) =>
        found.Sets.Select(set => $"{set.BaseName}: {string.Join(' ', set.Files.Select(file => file.Name.FileName))}");

    private static void Shell(string command)
    {
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
