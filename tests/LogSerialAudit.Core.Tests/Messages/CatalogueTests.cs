using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData("named", true)]
    [InlineData("named-sdb", true)]
    [InlineData("/usr/sbin/named", true)]
    [InlineData("ns1/named", true)]
    [InlineData("desec-ns/ns", true)]
    [InlineData("other/ns", false)]
    [InlineData("ns", false)]
    [InlineData("named/x", false)]
    [InlineData("Named", false)]
    [InlineData("name", false)]
    [InlineData("", false)]
    public void AProgramIsKnownByItsNameOrTheLastPartOfIt(string program, bool isKnown)
    {
        var catalogue = Read("[bind] programs named named-sdb desec-ns/ns\nserver-running running");

        Assert.Equal(isKnown, catalogue.ForProgram(Encoding.UTF8.GetBytes(program)) is not null);
    }

    [Fact]
    public void EachProgramHasTheMessagesOfItsServer()
    {
        var catalogue = Read("[bind] programs named\nserver-running running\n[nsd] programs nsd\nserver-running nsd started");
        var match = default(MessageMatch);

        Assert.True(catalogue.ForProgram("nsd"u8)!.TryMatch("nsd started"u8, ref match));
        Assert.Equal("nsd", match.Entry.Server);
        Assert.False(catalogue.ForProgram("nsd"u8)!.TryMatch("running"u8, ref match));
        Assert.True(catalogue.TryMatch("running"u8, ref match));
        Assert.Equal("bind", match.Entry.Server);
        Assert.Same(catalogue.ForProgram("named"u8), catalogue.ForServer("bind"));
    }

    [Theory]
    [InlineData("loaded {detail:text}\nexpired abc", "abc", "loaded detail=abc")]
    [InlineData("expired abc\nloaded {detail:text}", "abc", "expired")]
    [InlineData("expired abc\nloaded {detail:text}", "abd", "loaded detail=abd")]
    [InlineData("expired abc\nloaded abc", "abc", "expired")]
    [InlineData("loaded a{detail:text}c\nexpired ab{detail:text}\nahead abbc", "abbc", "loaded detail=bb")]
    [InlineData("ahead {detail:word} b\nloaded a {detail:word}\nexpired a b", "a b", "ahead detail=a")]
    [InlineData("loaded {serial}\nexpired {detail:word}", "5", "loaded serial=5")]
    [InlineData("loaded {serial}\nexpired {detail:word}", "x", "expired detail=x")]
    [InlineData("loaded [a ]{detail:text}", "a b", "loaded detail=b")]
    [InlineData("loaded {detail:text}[ b]", "a b", "loaded detail=a")]
    public void TheFirstEntryThatMatchesWins(string entries, string message, string expected) =>
        Assert.Equal(expected, Found.In(Read("[bind] programs named\n" + entries), message));

    [Fact]
    public void AnEarlierFileWinsOverALaterOne()
    {
        var mine = new CatalogueText("mine.messages", "[bind]  programs named mine\nserver-exiting running\n");

        var catalogue = Catalogue.ReadWithBuiltIn(mine).Catalogue;

        Assert.Equal("server-exiting", Found.In(catalogue, "running"));
        Assert.Equal("server-exiting", Found.In(catalogue, "exiting"));
        Assert.Same(catalogue.ForProgram("named"u8), catalogue.ForProgram("mine"u8));
    }

    [Fact]
    public void AMatchThatFailsLeavesTheResultAlone()
    {
        var match = default(MessageMatch);
        Assert.True(Catalogue.BuiltIn.TryMatch("zone a.org/IN: loaded serial 5"u8, ref match));
        var before = match;

        Assert.False(Catalogue.BuiltIn.TryMatch("zone b.org/IN: loaded serial x"u8, ref match));

        Assert.Equal(before, match);
    }

    [Fact]
    public void AMatchHoldsNothingOfTheOneBefore()
    {
        var match = default(MessageMatch);
        Assert.True(Catalogue.BuiltIn.TryMatch("zone a.org/IN/v (signed): serial 5 (unsigned 4)"u8, ref match));

        Assert.True(Catalogue.BuiltIn.TryMatch("running"u8, ref match));

        Assert.Equal(new MessageMatch { Entry = match.Entry }, match);
    }

    [Fact]
    public void MacrosBelongToTheirFile()
    {
        var errors = Catalogue.Read(
            new CatalogueText("a", "[bind] programs named\nlet a = x"),
            new CatalogueText("b", "[bind]\nloaded {=a}")).Errors;

        Assert.Equal("b:2:8: no let a before this line; there are none", Assert.Single(errors).ToString().Split('\n')[0]);
    }

    [Fact]
    public void CommentsBlankLinesAndLineEndsDoNotMatter()
    {
        const string Text = "\uFEFF# first\r\n\r\n[bind] programs named\t\r\n\t# indented\r\nloaded  a {serial}\r\n\tsince 9.0, info \r\n  sample a 5\r\n\tserial=5\r\n";

        var entry = Assert.Single(Read(Text).Entries);

        Assert.Equal(("bind", EventKind.Loaded, "a {serial}", "9.0, info", 5), (entry.Server, entry.Kind, entry.Pattern, entry.Since, entry.Line));
        Assert.Equal("a 5", Assert.Single(entry.Samples).Text);
    }

    [Fact]
    public void AnEmptyCatalogueKnowsNothing()
    {
        Assert.Empty(Read("").Entries);
        Assert.Null(Read("").ForProgram("named"u8));
        Assert.Equal("-", Found.In(Read(""), "running"));
    }

    private static Catalogue Read(string text) => Catalogue.Read(new CatalogueText("test.messages", text)).Catalogue;
}
