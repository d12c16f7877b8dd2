using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class CatalogueErrorTests
{
    private const string Types =
        "types are serial, number, decimal, hex, address, class, side, here, word, name, origin, qname, text, zone, subject, question";

    private const string Fields =
        "fields are zone, class, view, side, serial, previous, raw, peer, key, detail, count, offered (serial), held (previous)";

    private static readonly string Kinds = "kinds are " + string.Join(", ", EventKinds.All);

    /// <summary>Lines without a section before them, and the first error.</summary>
    public static TheoryData<string, string> BrokenFiles => new()
    {
        { "expired  zone {zone}: expired", "1:1: an entry before the first section; expected a line such as [bind] programs named" },
        { "  since 9.0", "1:3: an indented line that belongs to no entry" },
        { "[", "1:2: unexpected the end of the line; expected a name" },
        { "[bind", "1:6: unexpected the end of the line; expected ]" },
        { "[bind]", "1:7: no programs write messages of bind; expected the word programs and their names" },
        { "[bind] program named", "1:8: unexpected p; expected the word programs" },
        { "[bind] programs", "1:16: unexpected the end of the line; expected a blank" },
        { "[bind] programs named\n[nsd]", "2:6: no programs write messages of nsd; expected the word programs and their names" },
    };

    /// <summary>Lines below a section, and the first error. The section is line 1.</summary>
    public static TheoryData<string, string> BrokenEntries => new()
    {
        { "exploded  zone {zone}: x", "2:1: unknown kind exploded; " + Kinds },
        { "expired", "2:8: unexpected the end of the line; expected a blank" },
        { "expired zone {zone: expired", "2:20: unexpected a blank; expected a type" },
        { "expired zone {zone", "2:19: unexpected the end of the line; expected : and a type, | or }" },
        { "expired zone {zone:}: x", "2:20: unexpected }; expected a type" },
        { "expired zone {}: x", "2:15: unexpected }; expected = or : or a name" },
        { "expired zone {master|primary: x", "2:32: unexpected the end of the line; expected }" },
        { "expired zone {zone}: [x", "2:24: unexpected the end of the line; expected ]" },
        { "expired zone {zone}: x]", "2:23: unexpected ]; expected the end of the line" },
        { "expired zone {zone}: x}", "2:23: unexpected }; expected the end of the line" },
        { "expired a | b", "2:11: unexpected |; expected the end of the line" },
        { @"expired a \n b", @"2:12: unexpected n; expected one of { } [ ] | \ s" },
        { @"expired a \", @"2:12: unexpected the end of the line; expected one of { } [ ] | \ s" },
        { "expired [[[[[[[[[x]]]]]]]]]", "2:17: optional parts more than 8 deep" },
        { "expired [a][b][c][d][e][f][g][h][i][j][k] x", "2:9: more than 1024 ways to read this pattern; split it into several entries" },
        { "loaded serial {serail:serial}", "2:15: unknown field serail; " + Fields },
        { "loaded serial {serial:serail}", "2:15: unknown type serail; " + Types },
        { "loaded serial {previous}", "2:15: previous needs a type, as in {previous:serial}; " + Types },
        { "loaded serial {view}", "2:15: view needs a type, as in {view:text}; " + Types },
        { "loaded serial {serial:text}", "2:15: serial cannot hold a value of type text" },
        { "loaded serial {zone:address}", "2:15: zone cannot hold a value of type address" },
        { "loaded {serial} {serial}", "2:17: serial is captured twice" },
        { "loaded {serial} {offered:serial}", "2:17: serial is captured twice" },
        { "loaded {zone} {:zone}", "2:15: a second zone in one line" },
        { "loaded {detail:text}{serial} x", "2:8: {text} ends where text begins, and another capture follows it" },
        { "loaded {detail:text}[{serial}] x", "2:8: {text} ends where text begins, and another capture follows it" },
        { "loaded {=zone}: x", "2:8: no let zone before this line; there are none" },
        { "let a = x\nloaded {=b} x", "3:8: no let b before this line; there are a" },
        { "let a = x{=a}", "2:10: no let a before this line; there are none" },
        { "let a = x\nlet a = y", "3:5: a is defined already" },
        { "let a x", "2:7: unexpected x; expected =" },
        { "let a = {serial}\nloaded {serial} x{=a}", "3:18: serial is captured twice" },
    };

    /// <summary>Lines below an entry, and the first error. The entry is line 2.</summary>
    public static TheoryData<string, string> BrokenSamples => new()
    {
        { "  zone=x", "3:3: expected since, or sample and below it the fields of that sample" },
        { "  simple running", "3:3: expected since, or sample and below it the fields of that sample" },
        { "  sample running\n    zone", "4:9: unexpected the end of the line; expected =" },
        { "  sample running\n    zone=", "4:10: unexpected the end of the line; expected \" or a value" },
        { "  sample running\n    zone=\"x", "4:12: unexpected the end of the line; expected \"" },
        { "  sample running\n    zone=\"x\\y\"", "4:13: unexpected y; expected \" or \\" },
        { "  sample running\n    zebra=x", "4:5: unknown field zebra; " + Fields },
        { "  sample running\n    zone=x zone=y", "4:12: zone is given twice" },
        { "  sample running\n    serial=1 offered=1", "4:14: offered is given twice" },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void AFileIsRejectedAtItsPlace(string text, string expected) => AssertFirstError(expected, text);

    [Theory]
    [MemberData(nameof(BrokenEntries))]
    public void AnEntryIsRejectedAtItsPlace(string text, string expected) =>
        AssertFirstError(expected, "[bind] programs named\n" + text);

    [Theory]
    [MemberData(nameof(BrokenSamples))]
    public void ASampleIsRejectedAtItsPlace(string text, string expected) =>
        AssertFirstError(expected, "[bind] programs named\nserver-running running\n" + text);

    [Fact]
    public void AnErrorShowsItsLineWithACaret()
    {
        var errors = Catalogue.Read(new CatalogueText("my.messages", "[bind] programs named\nloaded serial {serial:text}")).Errors;

        Assert.Equal(
            """
            my.messages:2:15: serial cannot hold a value of type text
                loaded serial {serial:text}
                              ^
            """,
            Assert.Single(errors).ToString());
    }

    [Fact]
    public void AnErrorFarToTheRightIsShownWithWhatIsAroundIt()
    {
        var text = "[bind] programs named\nloaded " + new string('x', 1000) + "{zone";

        var lines = Catalogue.Read(new CatalogueText("my.messages", text)).Errors[0].ToString().Split('\n');

        Assert.All(lines, line => Assert.True(line.Length < 120));
        Assert.Equal('e', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal) - 1]);
    }

    [Fact]
    public void EveryErrorOfAFileIsReported()
    {
        var text = "[bind] programs named\nnonsense x\n  sample x\n    zone=x\nloaded {serial\nserver-running running";

        var errors = Catalogue.Read(new CatalogueText("my.messages", text)).Errors;

        Assert.Equal([2, 5], errors.Select(error => error.Line));
    }

    [Fact]
    public void ALineOfAMegabyteIsRejectedWithoutReadingIt()
    {
        var text = "[bind] programs named\nloaded " + new string('[', 1_000_000);

        Assert.Equal("a line longer than 4096 characters", Catalogue.Read(new CatalogueText("m", text)).Errors[0].Message);
    }

    [Fact]
    public void ACatalogueThatIsNoneThrowsWithItsErrors()
    {
        var result = Catalogue.Read(new CatalogueText("my.messages", "["));

        Assert.Contains("my.messages:1:2:", Assert.Throws<InvalidOperationException>(() => result.Catalogue).Message);
    }

    private static void AssertFirstError(string expected, string text)
    {
        var result = Catalogue.Read(new CatalogueText("my.messages", text));

        Assert.False(result.Succeeded);
        var error = result.Errors[0];
        Assert.Equal(expected, $"{error.Line}:{error.Column}: {error.Message}");
        Assert.Equal(error.Source, text.Split('\n')[error.Line - 1].TrimEnd());
    }
}
