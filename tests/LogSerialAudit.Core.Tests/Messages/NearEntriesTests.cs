using System.Diagnostics;
using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class NearEntriesTests
{
    private static readonly NearEntries BuiltIn = new(Catalogue.BuiltIn);

    /// <summary>A message that no entry matches; the nearest entry's kind, what of the message stands behind the place where they part, and what was expected there.</summary>
    public static TheoryData<string, string> Messages => new()
    {
        // A word that is another one.
        { "zone balug.org/IN: serial number (15) received from slave 192.0.2.1#53 < ours (16)", "rollback-offered | slave 192.0.2.1#53 < ours (16) | \"master\" or \"primary\"" },
        { "zone balug.org/IN: serial number (15) received from master 192.0.2.1#53 > ours (16)", "rollback-offered | > ours (16) | \"< ours\"" },
        { "zone balug.org/IN: seral number (15) received from master 192.0.2.1#53 < ours (16)", "rollback-offered | seral number (15) received from master 192.0.2.1#53 < ours (16) | \"serial\"" },
        { "transfer of 'e.test/IN' from 192.0.2.1#53: Transfer State: success", "transfer-status | State: success | \"status\"" },
        { "all zones loadet", "server-running | loadet | \"loaded\"" },

        // A value that is none.
        { "zone balug.org/IN: serial number (4294967296) received from master 192.0.2.1#53 < ours (16)", "rollback-offered | 4294967296) received from master 192.0.2.1#53 < ours (16) | a serial (0 to 4294967295)" },
        { "zone balug.org/IN: serial number (15...28) received from master 192.0.2.1#53 < ours (16)", "rollback-offered | ...28) received from master 192.0.2.1#53 < ours (16) | \") received\"" },
        { "zone balug.org/IN: serial number () received from master 192.0.2.1#53 < ours (16)", "rollback-offered | ) received from master 192.0.2.1#53 < ours (16) | a serial (0 to 4294967295)" },
        { "zone balug.org/IN: serial number (15) received from master ns1 example#53 < ours (16)", "rollback-offered | ns1 example#53 < ours (16) | an address such as 192.0.2.1#53 or \"< ours\"" },
        { "zone balug.org: serial number (15) received from master 192.0.2.1#53 < ours (16)", "rollback-offered | : serial number (15) received from master 192.0.2.1#53 < ours (16) | \"/IN\" or another class behind the zone's name" },
        { "zona balug.org/IN: serial number (15) received from master 192.0.2.1#53 < ours (16)", "rollback-offered | zona balug.org/IN: serial number (15) received from master 192.0.2.1#53 < ours (16) | a zone such as zone example.org/IN" },

        { "zone a.org/IN: refresh: unexpected rcode (REFUSED) fron primary 192.0.2.1#53", "refresh-failed | fron primary 192.0.2.1#53 | \"from\"" },

        // Cut short, or something behind.
        { "zone balug.org/IN: serial number (15) received from master 192.0.2.1#53", "rollback-offered |  | \" < ours\"" },
        { "zone balug.org/IN: serial number (15) received from mast", "rollback-offered |  | \"master\"" },
        { "zone balug.org/IN: serial number (15", "rollback-offered |  | \") received\"" },
        { "zone balug.org/IN: serial number (15) received from master 192.0.2.1#53 < ours (16", "rollback-offered |  | \")\"" },
        { "zone balug.org/IN: serial number (15) received from master 192.0.2.1#53 < ours (16) again", "rollback-offered |  again | the end of the message" },
        { "zone a.org/IN: notify from 192.0.2.1#53: zone is up to date.", "notify-up-to-date | . | the end of the message" },
        { "zone a.org/IN: loaded; checking validity", "loaded | ; checking validity | \" serial\"" },

        // Nothing is like it.
        { "client 192.0.2.1#4711 (www.example.org): query: www.example.org IN A +E(0)K (192.0.2.2)", "-" },
        { "lame server resolving 'x.org' (in 'x.org'?): 192.0.2.1#53", "-" },
        { "success resolving 'example.org/A' after disabling EDNS", "-" },
        { "using default UDP/IPv4 port range: [32768, 60999]", "-" },
        { "Accepted publickey for operator", "-" },
        { "TCP connection 17 dropped", "-" },
        { "(((((((((((((((", "-" },
        { "zone", "transfer-out-started |  | \" transfer\"" },
        { "\u00e9\u4e00", "-" },
        { "x", "-" },
        { "", "-" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void TheNearestEntryIsNamedAndWhereTheyPart(string message, string nearest)
    {
        Assert.Equal("-", Found.In(message));
        Assert.Equal(nearest, Nearest(BuiltIn, message));
    }

    [Fact]
    public void TheLikestComesFirstAndThereIsButAHandful()
    {
        var near = BuiltIn.Of("bind", "zone balug.org/IN: seri"u8);

        Assert.InRange(near.Count, 2, 3);
        Assert.Equal(near.OrderByDescending(entry => entry.Likeness), near);
        Assert.Equal(near.Count, near.Select(entry => entry.Entry).Distinct().Count());
    }

    [Fact]
    public void AnotherServersEntriesAreLeftOut()
    {
        var catalogue = Catalogue.Read(new CatalogueText("t", "[a] programs a\nloaded this is loaded now\n[b] programs b\nloaded this is loaded once")).Catalogue;
        var near = new NearEntries(catalogue);

        Assert.Equal(["t:2"], near.Of("a", "this is loaded onc"u8).Select(entry => entry.Entry.Place));
        Assert.Equal(["t:4"], near.Of("b", "this is loaded onc"u8).Select(entry => entry.Entry.Place));
        Assert.Equal(2, near.Of(null, "this is loaded onc"u8).Count);
        Assert.Empty(near.Of("c", "this is loaded onc"u8));
    }

    [Fact]
    public void AValueOfEveryTypeCanBeExpected()
    {
        Assert.Multiple(
            () => Assert.Equal("loaded | x | a number such as 0.001", In("a secs word {detail:decimal}", "a secs word x")),
            () => Assert.Equal("loaded | x | a number such as 0x7f0b3b703c98", In("a secs word {:hex}", "a secs word x")),
            () => Assert.Equal("loaded | x | signed or unsigned", In("a secs word {side}", "a secs word x")),
            () => Assert.Equal("loaded | ! | a class such as IN", In("a secs word {class}", "a secs word !")),
            () => Assert.Equal("loaded | x | some text, then \"]\"", In("a secs word \\[{detail:text}\\]", "a secs word [x")),
            () => Assert.Equal("loaded | e.org/MX/IN' | a question such as example.org/AXFR/IN", In("a secs word '{zone:question}'", "a secs word 'e.org/MX/IN'")));

        static string In(string pattern, string message) =>
            Nearest(new NearEntries(Catalogue.Read(new CatalogueText("t", $"[bind] programs named\nloaded {pattern}")).Catalogue), message);
    }

    [Fact]
    public void CapturesAreThoseOfThePattern()
    {
        var message = "zone balug.org/IN: serial number (15) received from master 192.0.2.1#53 < ours (16)"u8.ToArray();
        var match = default(MessageMatch);
        Assert.True(Catalogue.BuiltIn.TryMatch(message, ref match));

        Assert.Equal(
            "zone:subject=zone balug.org/IN offered:serial=15 peer:address=192.0.2.1#53 held:serial=16",
            string.Join(' ', BuiltIn.Captures(match.Entry, message).Select(capture => $"{capture.Name}:{capture.Type}={Encoding.UTF8.GetString(capture.Value.Of(message))}")));
    }

    [Fact]
    public void EveryBuiltInSampleIsWholeToTheSlowWalkToo()
    {
        Assert.True(Catalogue.BuiltIn.Entries.Count > 100);
        Assert.All(
            Catalogue.BuiltIn.Entries.SelectMany(entry => entry.Samples.Select(sample => (entry, sample))),
            pair => Assert.Contains(BuiltIn.Of(pair.entry.Server, Encoding.UTF8.GetBytes(pair.sample.Text)), near => near.Entry == pair.entry && near.Expected.Length == 0));
    }

    [Theory]
    [InlineData("zone ")]
    [InlineData("(")]
    [InlineData("client 1.1.1.1#1: ")]
    [InlineData("a ")]
    [InlineData("zone a/IN: serial number (5) received from master ")]
    [InlineData("\\")]
    [InlineData("/IN")]
    public void AnEndlessHostileMessageCostsNoMoreThanALongOne(string piece)
    {
        var message = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var watch = Stopwatch.StartNew();
        BuiltIn.Of(null, message);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    private static string Nearest(NearEntries entries, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        return entries.Of("bind", bytes) is [var near, ..]
            ? $"{near.Entry.Kind.Word()} | {Encoding.UTF8.GetString(bytes[near.At..])} | {near.Expected}"
            : "-";
    }
}
