using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>The SOA record of a zone file, by the grammar of RFC 1035 section 5. The zone is <c>a.org</c>.</summary>
public sealed class ZoneFileTests
{
    private const string Plain = "ns.a.org hm.a.org 7 1 2 3 4";

    /// <summary>A zone file, and the record's data.</summary>
    public static TheoryData<string, string> Understood => new()
    {
        { "@ IN SOA ns hm 7 1 2 3 4\n", Plain },
        { "@ IN SOA ns hm 7 1 2 3 4", Plain },
        { "@ 3600 IN SOA ns hm 7 1 2 3 4\n", Plain },
        { "@ IN 3600 SOA ns hm 7 1 2 3 4\n", Plain },
        { "@ 1H SOA ns hm 7 1 2 3 4\n", Plain },
        { "@ soa ns hm 7 1 2 3 4\n", Plain },
        { "a.org. CLASS1 SOA ns hm 7 1 2 3 4\r\n", Plain },
        { "A.ORG. in SOA ns.a.org. hm.a.org. 7 1 2 3 4\n", Plain },
        { "\tIN SOA ns hm 7 1 2 3 4\n", Plain },
        { "\u00ef\u00bb\u00bf@ IN SOA ns hm 7 1 2 3 4\n", Plain },
        { "; text \" ( here\n\n  \n@ IN SOA ns hm ( 7 ; serial )\n 1 2 3\n 4 ) ; end\n", Plain },
        { "@ IN SOA ns hm (7 1 2 3 4)\n", Plain },
        { "( @ IN SOA ns\n hm ) ( ( 7 1 ) 2\n 3 4 )\n", Plain },
        { "$TTL 1d\n$ORIGIN org.\na SOA ns.a hm.a 7 1 2 3 4\n", Plain },
        { "$ORIGIN .\n$TTL 86400 ; a day\na.org SOA ns.a.org hm.a.org 7 1 2 3 4\n", Plain },
        { "$ORIGIN a.org.\n$ORIGIN sub\n@ TXT x\na.org. SOA ns hm 7 1 2 3 4\n", "ns.sub.a.org hm.sub.a.org 7 1 2 3 4" },
        { "@ TXT \"a ; ( \\\" b\" c\n  SOA ns hm 7 1 2 3 4\n", Plain },
        { "@ IN SOA . hm\\.x.y. 7 1w2d3h 15M 1W 1d1h1m1s\n", ". hm\\.x.y 7 788400 900 604800 90061" },
        { "@ IN SOA ns hm\\. 4294967295 1 2 3 4294967295\n", "ns.a.org hm\\..a.org 4294967295 1 2 3 4294967295" },
        { "@ IN SOA ns1 hm (\n\t1559249859; SERIAL; date +%s\n\t9000 1800 1814400 86400 )\n", "ns1.a.org hm.a.org 1559249859 9000 1800 1814400 86400" },
        { "$INCLUDE keys\n@ SOA ns hm 7 1 2 3 4\n$NONSENSE \" (\n", Plain },
        { "$GENERATE 1-9 h$ A 192.0.2.$\n@ SOA ns hm 7 1 2 3 4\n@ SOA ns hm 8 1 2 3 4\n", Plain },
    };

    /// <summary>A zone file, the line and column of what is wrong, and what is said.</summary>
    public static TheoryData<string, int, int, string> Refused => new()
    {
        { "", 1, 1, "no SOA record" },
        { "; SOA ns hm 7 1 2 3 4\n@ NS ns\n", 3, 1, "no SOA record" },
        { "@ IN IN SOA ns hm 7 1 2 3 4\n", 2, 1, "no SOA record" },
        { "@ 1 2 SOA ns hm 7 1 2 3 4\n", 2, 1, "no SOA record" },
        { "@ IN TXT \"SOA ns hm 7 1 2 3 4\"\n", 2, 1, "no SOA record" },
        { "b.org. IN SOA ns hm 7 1 2 3 4\n", 1, 1, "this is the SOA record of b.org, not of a.org" },
        { "a.org IN SOA ns hm 7 1 2 3 4\n", 1, 1, "this is the SOA record of a.org.a.org, not of a.org" },
        { "$ORIGIN b.org.\n@ SOA ns hm 7 1 2 3 4\n", 2, 1, "this is the SOA record of b.org, not of a.org" },
        { "@ IN SOA ns hm 7 1 2 3\n", 1, 23, "the SOA record ends before MINIMUM" },
        { "@ IN SOA\n", 1, 9, "the SOA record ends before the primary's name" },
        { "@ IN SOA ns hm (7 1 2\n3 4\n", 1, 16, "a parenthesis that is never closed" },
        { "@ IN SOA ns hm 7 1 2 3 4)\n", 1, 25, "a closing parenthesis without an opening one" },
        { "@ IN SOA ns hm 7 1 2 3 4 5\n", 1, 26, "expected the end of the SOA record after MINIMUM" },
        { "@ IN SOA ns hm 4294967296 1 2 3 4\n", 1, 16, "the serial is no number up to 4294967295" },
        { "@ IN SOA ns hm 1h 1 2 3 4\n", 1, 16, "the serial is no number up to 4294967295" },
        { "@ IN SOA ns hm -7 1 2 3 4\n", 1, 16, "the serial is no number up to 4294967295" },
        { "@ IN SOA ns hm ( 7\n  1 2x 3 4 )\n", 2, 5, "RETRY is no time: seconds, or such as 1w2d3h, up to 4294967295 seconds" },
        { "@ IN SOA ns hm 7 9999w 1h 7102w 1\n", 1, 18, "REFRESH is no time: seconds, or such as 1w2d3h, up to 4294967295 seconds" },
        { "@ IN SOA \"ns\" hm 7 1 2 3 4\n", 1, 10, "the primary's name is in quotes" },
        { "@ TXT \"open\n@ SOA ns hm 7 1 2 3 4\n", 1, 12, "expected a closing quote on the same line" },
        { "$TTL later\n@ SOA ns hm 7 1 2 3 4\n", 1, 6, "expected a time after $TTL: seconds, or a time such as 1w2d3h" },
        { "@ NS ns\n$INCLUDE soa.inc\n", 2, 1, "$INCLUDE is not followed, and no SOA record stands in this text itself" },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void TheFirstSoaIsRead(string text, string data)
    {
        var soa = ZoneFile.ReadSoa(text, "a.org", out var position, out var fault);
        Assert.Null(fault);
        Assert.Equal(data, $"{soa!.MName} {soa.RName} {soa.Serial} {soa.Refresh} {soa.Retry} {soa.Expire} {soa.Minimum}", ignoreCase: true);
        Assert.StartsWith(soa.Serial.ToString(), text[position..], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNoSoaIsPointedAt(string text, int line, int column, string message)
    {
        Assert.Null(ZoneFile.ReadSoa(text, "a.org", out _, out var fault));
        Assert.Equal((message, (line, column)), (fault!.Value.Message, new TextPlaces(text).Of(fault.Value.Position)));
    }

    [Fact]
    public void BothTablesAreOfOneLength() => Assert.Equal(Understood.Count, Refused.Count);

    [Fact]
    public void TheRootIsAZone() => Assert.Equal("a.root-servers.net", ZoneFile.ReadSoa(". SOA a.root-servers.net nstld.verisign-grs.com. 7 1 2 3 4", ".", out _, out _)!.MName);

    /// <summary>Whatever it is, it comes to an end without an exception, and without a stack that grows.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("\"\\")]
    [InlineData("\\")]
    [InlineData("@ ")]
    [InlineData("1h")]
    [InlineData("\0\u0085\u00a0")]
    [InlineData("@ SOA ")]
    public void HostileTextEnds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));
        Assert.Null(ZoneFile.ReadSoa(text, "a.org", out _, out var fault));
        Assert.True(fault!.Value.Message.Length < 200);
    }
}
