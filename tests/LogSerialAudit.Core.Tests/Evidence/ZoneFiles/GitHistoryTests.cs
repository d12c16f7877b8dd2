using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>Zone files in git. Where there is no git, what needs it is skipped.</summary>
public sealed class GitHistoryTests
{
    private const string One = "1111111111111111111111111111111111111111";
    private const string Two = "2222222222222222222222222222222222222222";
    private const string None = "0000000000000000000000000000000000000000";

    /// <summary>What git prints, with <c>|</c> for NUL, and the commits.</summary>
    public static TheoryData<string, string> Understood => new()
    {
        { "", "" },
        { $"{One}|1559249859|a|\n:100644 100644 {None} {Two} M|z|", "111 1559249859 a 222" },
        { $"{One}|-1|a|\n:100644 000000 {Two} {None} D|z|", "111 -1 a -" },
        { $"{One}|5|a b|\n:100644 100644 {Two} {Two} R100|y|z|{Two}|4|c|\n:000000 100644 {None} {One} A|y|", "111 5 a b 222, 222 4 c 111" },
        { $"{One}|5|a|{Two}|4|c|\n:000000 100644 {None} {One} A|y|", "222 4 c 111" },
    };

    /// <summary>What git never prints.</summary>
    public static TheoryData<string> Refused =>
    [
        "fatal|1|a|",
        $"{One}|x|a|",
        $"{One}|99999999999999999|a|",
        $"{One}|5|a|\n:100644 100644 {None} {Two}|z|",
        $"{One}|5|a|\n:100644 100644 {None} 22 M|z|",
    ];

    [Theory]
    [MemberData(nameof(Understood))]
    public void TheLogIsUnderstood(string output, string commits) => Assert.Equal(commits, string.Join(", ", GitLog.Read(output.Replace('|', '\0'))!.Select(commit =>
        $"{commit.Id[..3]} {commit.At.ToUnixTimeSeconds()} {commit.Author} {commit.Blob?[..3] ?? "-"}")));

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnotherOutputIsRefused(string output) => Assert.Null(GitLog.Read(output.Replace('|', '\0')));

    [Fact]
    public void BothTablesAreOfOneLength() => Assert.Equal(Understood.Count, Refused.Count);

    [Fact]
    public void EveryVersionIsReadUnderEveryName()
    {
        using var folder = Repository();
        var (inside, around) = (Read(folder.At("zones/b c"), out var first), Read($"{folder.Path}:zones/b c", out var second));
        Assert.All(first.Concat(second), error => Assert.Equal("no SOA record", error.Message));
        Assert.Equal(["1559249859 2019-05-30T20:57:51Z An Author", "1557834269 2019-05-14T11:44:40Z An Author", "1557834269 2019-05-14T11:44:30Z An Author", " 2019-02-22T14:15:30Z An Author"], around.Select(Written));
        Assert.Equal(around.Select(Written), inside.Select(Written));
        Assert.All(around, revision => Assert.Equal((40, RevisionTime.Commit, true), (revision.Revision.Length, revision.DatedBy, revision.CommittedIsSure)));
    }

    [Fact]
    public void AVersionWithoutASerialIsPointedAt()
    {
        using var folder = Repository();
        File.WriteAllText(folder.At("zones/b c"), "@ SOA (\n");
        Git(folder, "2019-05-31T00:00:00Z", "commit", "-qam", "broken");
        var revisions = Read($"{folder.Path}:zones/b c", out var errors);
        Assert.Null(revisions[0].Serial);
        Assert.Equal($"{folder.Path}:zones/b c (commit {revisions[0].Revision[..10]}):1:7: a parenthesis that is never closed", errors[0].ToString());
    }

    /// <summary>Nothing that the repository's configuration would start is started.</summary>
    [Fact]
    public void AStrangersRepositoryStartsNothing()
    {
        using var folder = Repository();
        var started = folder.At("started");
        File.WriteAllText(folder.At("program"), $"#!/bin/sh\ntouch '{started}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.At("program"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(folder.At(".git/info/attributes"), "* diff=x filter=x\n");
        foreach (var key in new[] { "core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.smudge", "filter.x.clean", "gpg.program", "core.sshCommand", "alias.log" })
        {
            Git(folder, null, "config", key, folder.At("program"));
        }

        Git(folder, null, "config", "log.showSignature", "true");
        Git(folder, null, "config", "color.ui", "always");
        Assert.Equal(4, Read(folder.At("zones/b c"), out var errors).Count);
        Assert.Equal("no SOA record", Assert.Single(errors).Message);
        Assert.False(File.Exists(started));
    }

    [Theory]
    [InlineData("zones/none", "git knows no version of this file")]
    [InlineData("--output=x", "git knows no version of this file")]
    [InlineData(":(top)zones/b c", "git knows no version of this file")]
    [InlineData("../x", "git can't tell the history: fatal: ")]
    public void AFileThatGitDoesNotKnowIsSaid(string file, string message)
    {
        using var folder = Repository();
        Assert.Empty(Read($"{folder.Path}:{file}", out var errors));
        Assert.StartsWith(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static string Written(ZoneRevision revision) => $"{revision.Serial} {revision.Committed} {revision.Author}";

    private static IReadOnlyList<ZoneRevision> Read(string path, out List<EvidenceError> errors)
    {
        errors = [];
        return ZoneHistory.Read("a.org", path, errors).Revisions;
    }

    /// <summary>A repository with a zone file that came without a serial, got one, was renamed, and got another.</summary>
    private static TempFolder Repository()
    {
        Assert.SkipWhen(GitProgram.Find() is null, "there is no git here");
        var folder = new TempFolder();
        Git(folder, null, "init", "-q");
        Git(folder, null, "config", "user.name", "An Author");
        Git(folder, null, "config", "user.email", "author@example.com");
        Directory.CreateDirectory(folder.At("zones"));
        var rest = string.Concat(Enumerable.Range(1, 30).Select(number => $"h{number} A 192.0.2.{number}\n"));
        foreach (var (at, soa) in new[] { ("2019-02-22T14:15:30Z", ""), ("2019-05-14T11:44:30Z", "SOA ns hm 1557834269 1 1 1 1") })
        {
            File.WriteAllText(folder.At("zones/a"), soa.Length > 0 ? $"@ {soa}\n{rest}" : rest);
            Git(folder, null, "add", ".");
            Git(folder, at, "commit", "-qm", "a message\n\ncommit 1");
        }

        Git(folder, null, "mv", "zones/a", "zones/b c");
        Git(folder, "2019-05-14T11:44:40Z", "commit", "-qm", "another name");
        File.WriteAllText(folder.At("zones/b c"), $"@ SOA ns hm 1559249859 1 1 1 1\n{rest}");
        Git(folder, "2019-05-30T20:57:51Z", "commit", "-qam", "raise the serial");
        return folder;
    }

    private static void Git(TempFolder folder, string? at, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(GitProgram.Find()!, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        if (at is not null)
        {
            (start.Environment["GIT_AUTHOR_DATE"], start.Environment["GIT_COMMITTER_DATE"]) = ("2000-01-01T00:00:00Z", at);
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
