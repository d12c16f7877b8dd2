using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

/// <summary>What a folder stands for.</summary>
public sealed class FolderTests : IDisposable
{
    private const string Line = "May 30 10:05:36 ns named[1]: zone a/IN: loaded serial 1\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderGivesItsSetsInOrderWhateverTheOrderOfListing()
    {
        foreach (var name in new[] { "b.log", "a.log", "a.log.10.gz", "a.log.2.gz", "a.log-20190530", ".hidden", "empty" })
        {
            _folder.Write(name, name == "empty" ? [] : name.EndsWith(".gz", StringComparison.Ordinal) ? Gz.Member(Line + name) : Gz.Bytes(Line + name));
        }

        var found = SourceFinder.Find([_folder.Path]);

        Assert.Equal(["a.log: a.log-20190530 a.log.10.gz a.log.2.gz a.log", "b.log: b.log", "empty: empty"], Sets(found));
        Assert.Empty(found.Problems);
        Assert.All(found.Files, file => Assert.True(file.Size is not null && file.Modified is not null));
    }

    [Fact]
    public void OfAMaildirTheMailsInCurAndNewAreRead()
    {
        const string Mail = "From: a\nSubject: b\n\n";
        _folder.Write("cur/1559240426.M20046P2137.host:2,S", Mail + 1);
        _folder.Write("new/1559240427.M20047P2137.host", Mail + 2);
        _folder.Write("tmp/1559240428.M20048P2137.host", Mail + 3);
        _folder.Write(".Sent/cur/1559240429.M20049P2137.host", Mail + 4);
        _folder.Write("inside/x", Mail + 5);

        var found = SourceFinder.Find([_folder.Path]);

        Assert.Equal(["1559240426.M20046P2137.host:2,S", "1559240427.M20047P2137.host"], found.Files.Select(file => Path.GetFileName(file.Path)));
        Assert.Equal([$"{_folder.Path}: folders inside are not searched: inside"], found.Problems.Select(problem => problem.Sentence));
    }

    [Fact]
    public void AFolderWithoutALogOfItsOwnStandsForTheFoldersInIt()
    {
        foreach (var name in new[] { "ns1/var/log/named.log", "ns1/var/log/apt/history.log", "ns2/var/log/named.log", "ns2/var/log/named.log.1" })
        {
            _folder.Write(name, Line + name);
        }

        Directory.CreateDirectory(_folder.At("ns3"));
        Directory.CreateSymbolicLink(_folder.At("ns2/var/run"), "../..");

        var found = SourceFinder.Find([_folder.Path]);

        Assert.Equal(["ns1/var/log/named.log", "ns2/var/log/named.log"], found.Sets.Select(set => set.Name));
        Assert.Equal(["named.log: named.log", "named.log: named.log.1 named.log"], Sets(found));
        Assert.Equal(
            [
                $"Note: {_folder.At("ns1/var/log")}: folders inside are not searched: apt",
                $"Note: {_folder.At("ns2/var/run")}: leads to a folder that was looked into, so not again",
            ],
            found.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void AFolderWithoutALogInAnyFolderIsAnError()
    {
        _folder.Write("one/wtmp", new byte[384]);
        Directory.CreateDirectory(_folder.At("two/three"));

        Assert.Equal($"Error: {_folder.Path}: no log in this folder", SourceFinder.Find([_folder.Path]).Problems[^1].ToString());
    }

    [Fact]
    public void AFolderSkipsWhatIsNoLogAndSaysWhy()
    {
        _folder.Write("daemon.log", Line);
        _folder.Write("daemon.log.1.7z", [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c, 0]);
        _folder.Write("notes.md", "# Notes\n");
        _folder.Write("wtmp", new byte[384]);
        _folder.Write("core", [1, 2, 3, 4, 5, 6, 7]);
        _folder.Write("apt/history.log", Line);
        File.CreateSymbolicLink(_folder.At("dangling"), "/nowhere");
        File.CreateSymbolicLink(_folder.At("round"), "round");

        var found = SourceFinder.Find([_folder.Path]);

        Assert.Equal(["daemon.log: daemon.log"], Sets(found));
        Assert.Equal(
            [
                $"Note: {_folder.At("core")}: is binary data, not a text log",
                $"Warning: {_folder.At("daemon.log.1.7z")}: is a 7-zip archive, not read yet; decompress it first: 7z x -so {_folder.At("daemon.log.1.7z")} | logserialaudit report -",
                $"Warning: {_folder.At("dangling")}: a symbolic link to /nowhere, which is not there",
                $"Note: {_folder.At("notes.md")}: skipped, .md files are not logs; name it to have it read",
                $"Warning: {_folder.At("round")}: a symbolic link that leads back to itself",
                $"Note: {_folder.At("wtmp")}: skipped, login records and no text",
                $"Note: {_folder.Path}: folders inside are not searched: apt",
            ],
            found.Problems.Select(problem => problem.ToString()));
    }

    private static IEnumerable<string> Sets(SourceSelection found) =>
        found.Sets.Select(set => $"{set.BaseName}: {string.Join(' ', set.Files.Select(file => file.Name.FileName))}");
}
