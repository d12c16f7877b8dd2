using System.Text.Json;
using LogSerialAudit.Cli.Tests.World;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Cli.Tests;

public sealed class MessagesCommandTests
{
    private const string Own = """
        [bind] programs named my-named
        rollback-offered  {zone:subject}: {offered:serial} is below {held:serial}
          since our own build
          sample zone example.org/IN: 41 is below 42
            zone=example.org class=IN offered=41 held=42

        """;

    [Fact]
    public async Task AKindIsListedWithWhatItMeansWhoWritesItAndSinceWhen()
    {
        var run = await Run.Of("messages", "--kind", "expired", "--program", "named");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            """
            bind: 3 messages
            written by named, named-sdb, named-pkcs11, named-chroot, bind9, in.named,
              named-xfer

            expired
              The zone expired on the secondary and is no longer served.
              * {zone:subject}: expired
                as in: zone example.test/IN/internal: expired
                (since 9.0, warning, lib/dns/zone.c zone_expire; bind.messages:
            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWholeListFitsEightyColumnsWhereItsWordsDo()
    {
        var run = await Run.Of("messages");

        Assert.True(run.Output.Split('\n').Length > 500);
        Assert.All(
            run.Output.Split('\n').Where(line => line.Length > 80),
            line => Assert.DoesNotContain(' ', line.Trim()));
        Assert.All(
            Catalogue.BuiltIn.Entries,
            entry => Assert.Contains($"{entry.Place})", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--program named refresh timed out", 2)]
    [InlineData("--program named REFRESH Timed OUT", 2)]
    [InlineData("--program named --kind rollback-offered", 5)]
    [InlineData("--program named --kind rollback-offered --kind ahead", 6)]
    [InlineData("--kind rollback-offered --program /usr/sbin/named", 5)]
    [InlineData("--program bind rcvd skipping", 1)]
    public async Task WordsKindsAndProgramsNarrowTheList(string options, int messages)
    {
        var run = await Run.Of(["messages", "--format", "json", .. options.Split(' ')]);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(messages, json.RootElement.GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task TheJsonHasEveryEntryInTheOrderOfTheCatalogue()
    {
        using var json = JsonDocument.Parse((await Run.Of("messages", "--format", "json")).Output);

        Assert.Equal(
            Catalogue.BuiltIn.Entries.Select(entry => (entry.Place, entry.Pattern)),
            json.RootElement.GetProperty("messages").EnumerateArray().Select(entry => (entry.GetProperty("source").GetString()!, entry.GetProperty("pattern").GetString()!)));
    }

    [Fact]
    public async Task NothingInTheMarkdownIsMarkupByAccident()
    {
        using var folder = new LogFolder();
        var own = folder.Write("own.messages", "[a] programs b*c*\nloaded x `{serial}` <b>\n  since `*1*` <br>\n  sample x `5` <b>\n    serial=5\n");
        var run = await Run.Of("messages", "--catalogue", own, "--program", "a", "--format", "md");

        Assert.Equal(
            $$"""
            # a

            Written by b\*c\*.

            ## loaded

            The zone was loaded from its file, at start, reload, thaw or addition.

                x `{serial}` <b>
                x `5` <b>

            Since \`\*1\*\` \<br\>. ({{own.Replace("_", "\\_", StringComparison.Ordinal)}}:2)

            """,
            run.Output);
    }

    /// <summary>A catalogue; what is said of it: on standard output where it is well, else on standard error.</summary>
    public static TheoryData<string, string> Catalogues => new()
    {
        { Own, "FILE: 1 entry, 1 sample, all well\n" },
        { "\uFEFF[x] programs y\r\nloaded a\r\n  sample a\r\n", "FILE: 1 entry, 1 sample, all well\n" },
        { "[bind] programs named\nexpired {zone:subject}: expired\n  sample zone a/IN: expired\n    zone=a class=IN\n", "FILE: 1 entry, 1 sample, all well\n  FILE:2 (expired) takes over lines of bind.messages:LINE (expired)\n" },
        { "", "!FILE: has no entry" },
        { "# nothing\n[x] programs y\n", "!FILE: has no entry" },
        { "[x]\nloaded a\n", "!FILE:1:4: no programs write messages of x; expected the word programs and their names\n    [x]\n       ^" },
        { "loaded a\n", "!FILE:1:1: an entry before the first section; expected a line such as [bind] programs named\n    loaded a\n    ^" },
        { "[x] programs y\nloaded a {serial\n", "!FILE:2:17: unexpected the end of the line; expected : and a type, | or }\n    loaded a {serial\n                    ^" },
        { "[x] programs y\nloaded a {=b}\n  sample a\n", "!FILE:2:10: no let b before this line; there are none\n    loaded a {=b}\n             ^" },
        { "[x] programs y\nloaded a\n", "!FILE:2: the entry has no sample" },
        { "[x] programs y\nloaded a {serial}\n  sample a 5\n    serial=6\n", "!FILE:3: serial should be \"6\" and is \"5\"\n    a 5" },
        { "[x] programs y\nloaded a\n  sample a\nexpired a\n  sample a\n", "!FILE:5: the entry of FILE:2 matches first (loaded)\n    a" },
        { "[x] programs y\nloaded \u001b[2J{\n", "!FILE:2:13: unexpected the end of the line; expected = or : or a name\n    loaded \\x1b[2J{\n                   ^" },
        { "[x] programs y\nloaded " + new string('a', 200) + "}" + new string('b', 200) + "\n", "!FILE:2:208: unexpected }; expected the end of the line\n    ...aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}bbbbbbbbbbbbbbbbbbbbbb...\n                                                      ^" },
    };

    [Theory]
    [MemberData(nameof(Catalogues))]
    public async Task ACheckSaysWhereACatalogueIsWrong(string text, string said)
    {
        using var folder = new LogFolder();
        var path = folder.Write("own.messages", text);
        var run = await Run.Of("messages", "--check", path);

        var isWrong = said.StartsWith('!');
        Assert.Equal(isWrong ? ExitCode.Trouble : ExitCode.Done, run.ExitCode);
        Assert.Equal(isWrong ? $"logserialaudit: {said[1..]}\n" : "", run.Errors.Replace(path, "FILE", StringComparison.Ordinal));
        Assert.Equal(isWrong ? "" : said, System.Text.RegularExpressions.Regex.Replace(run.Output.Replace(path, "FILE", StringComparison.Ordinal), @"bind\.messages:\d+", "bind.messages:LINE"));
    }

    [Fact]
    public async Task SeveralFilesAreCheckedToTheLast()
    {
        using var folder = new LogFolder();
        var (bad, good) = (folder.Write("bad", "x"), folder.Write("good", Own));
        var run = await Run.Of("messages", "--check", bad, "--check", folder["none"], "--check", good);

        Assert.Equal(ExitCode.Trouble, run.ExitCode);
        Assert.Contains($"{folder["none"]}: no such catalogue file\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal($"{good}: 1 entry, 1 sample, all well\n", run.Output);
    }

    [Fact]
    public async Task MessagesOfOnesOwnAreReadAndItsProgramIsKnown()
    {
        using var folder = new LogFolder();
        var log = folder.Write("daemon.log", "2019-05-25T16:00:00Z ns2 my-named[7]: zone example.org/IN: 41 is below 42\n");
        string[] report = ["report", "--format", "csv", "--columns", "zone,offered_serial,held_serial", log];

        Assert.Equal("zone,offered_serial,held_serial\n", (await Run.Of(report)).Output);
        Assert.Equal("zone,offered_serial,held_serial\nexample.org,41,42\n", (await Run.Of([.. report, "--catalogue", folder.Write("own", Own)])).Output);
    }

    [Fact]
    public async Task AnEntryOfOnesOwnWinsOverTheBuiltInOne()
    {
        using var folder = new LogFolder();
        var log = folder.Write("daemon.log", LogFolder.Rollback);
        var own = folder.Write("own", "[bind] programs named\nloaded {zone:subject}: transferred serial {serial}\n  sample zone a/IN: transferred serial 1\n    zone=a class=IN serial=1\n");
        string[] extract = ["extract", "--columns", "kind,serial", log];

        Assert.StartsWith("kind,serial\ntransferred,1558799284\n", (await Run.Of(extract)).Output, StringComparison.Ordinal);
        Assert.StartsWith("kind,serial\nloaded,1558799284\n", (await Run.Of([.. extract, "--catalogue", own])).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("extract")]
    [InlineData("messages")]
    public async Task WithACatalogueThatIsWrongNothingIsDone(string command)
    {
        using var folder = new LogFolder();
        var own = folder.Write("own", "[bind] programs named\nloade x\n");
        var log = folder.Write("daemon.log", LogFolder.Rollback);
        var run = await Run.Of([command, "--catalogue", own, .. command == "messages" ? Array.Empty<string>() : [log]]);

        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"logserialaudit: {own}:2:1: unknown kind loade; kinds are rollback-offered, ", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("\n    loade x\n    ^\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoCatalogueAtAllIsRefusedByName()
    {
        using var folder = new LogFolder();
        var binary = folder.Write("binary", [0xff, 0xfe, 0x00]);

        Assert.Equal($"logserialaudit: {binary}: is not UTF-8 text, so it is no catalogue\n", (await Run.Of("messages", "--catalogue", binary)).Errors);
        Assert.Equal($"logserialaudit: {folder.Path}: is a folder; name a catalogue file\n", (await Run.Of("messages", "--check", folder.Path)).Errors);
        Assert.Equal("logserialaudit: /dev/zero: is larger than 4 MiB, which no catalogue is\n", (await Run.Of("messages", "--check", "/dev/zero")).Errors);
    }
}
