using System.Globalization;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>What <c>rlog</c> prints.</summary>
public sealed class RlogTextTests
{
    private const string Dashes = "----------------------------";

    /// <summary>The line of a date, and its instant and author.</summary>
    public static TheoryData<string, string> Dates => new()
    {
        { "date: 2019/05/30 20:57:51;  author: root;  state: Exp;", "2019-05-30T20:57:51Z root" },
        { "date: 2019/05/30 20:57:51;  author: root;  state: Exp;  lines: +1 -1", "2019-05-30T20:57:51Z root" },
        { "date: 1999/12/31 23:59:60;  author: a b;  state: Rel;", "1999-12-31T23:59:59Z a b" },
        { "date: 2019-05-30 13:57:51-07;  author: root;  state: Exp;", "2019-05-30T20:57:51Z root" },
        { "date: 2019-05-31 02:27:51+05:30;  author: root;  state: Exp;", "2019-05-30T20:57:51Z root" },
        { "date: 2019-05-30 20:57:51 +0000;  author: root;  state: Exp;  lines: +1 -1;  commitid: x1;", "2019-05-30T20:57:51Z root" },
        { "date: 2019-05-30 13:57:51 -0700;  author: root;  state: Exp;", "2019-05-30T20:57:51Z root" },
    };

    /// <summary>The line of a date that is none, the column, and what is expected there.</summary>
    public static TheoryData<string, int, string> NoDates => new()
    {
        { "date: 2019-05-30 20:57:51;  author: root;  state: Exp;", 26, "an offset such as +00 or -07:00" },
        { "date: 2019/05/30 20:57:51+00;  author: root;  state: Exp;", 26, "\";  author: \"" },
        { "date: 2019/13/30 20:57:51;  author: root;  state: Exp;", 12, "a month, 01 to 12" },
        { "date: 2019/02/29 20:57:51;  author: root;  state: Exp;", 15, "a day of that month" },
        { "date: 19/02/28 20:57:51;  author: root;  state: Exp;", 7, "a year of four digits" },
        { "date: 2019/05/30 24:57:51;  author: root;  state: Exp;", 18, "an hour, 00 to 23" },
        { "date: 2019/05/30 20:57:51;  state: Exp;", 26, "\";  author: \"" },
    };

    /// <summary>Messages, and the serial that they name.</summary>
    public static TheoryData<string, uint> Named => new()
    {
        { "serial 1559249859", 1559249859 },
        { "raise the Serial: 1559249859.", 1559249859 },
        { "serial number is now 2019053001, for the new host", 2019053001 },
        { "bump SOA serial to 7", 7 },
        { "S/N=1559249859", 1559249859 },
        { "(serial 7) and once more: serial 7", 7 },
    };

    /// <summary>Messages that name no serial, or more than one.</summary>
    public static TheoryData<string> Nameless =>
    [
        "first: 1558725628",
        "serial raised, see ticket 4711",
        "serial 1 and then serial 2",
        "serial 4294967296",
        "serial 2019-05-30",
        "aerial 1559249859, serial 1.5",
    ];

    [Theory]
    [MemberData(nameof(Dates))]
    public void DatesOfEveryFormAreUnderstood(string line, string expected)
    {
        var revision = Assert.Single(Read($"{Dashes}\nrevision 1.2\n{line}\ntext\n", out var errors));
        Assert.Empty(errors);
        Assert.Equal(expected, $"{revision.Committed!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {revision.Author}");
    }

    [Theory]
    [MemberData(nameof(NoDates))]
    public void WhatIsNoDateIsPointedAt(string line, int column, string expected)
    {
        Assert.Null(Assert.Single(Read($"{Dashes}\nrevision 1.2\n{line}\ntext\n", out var errors)).Committed);
        Assert.Equal($"F:5:{column}: no date of a revision; expected {expected}", Assert.Single(errors).ToString());
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void ASerialThatIsCalledOneIsTaken(string message, uint serial) => Assert.Equal(serial, RlogText.SerialOf([message])?.Value);

    [Theory]
    [MemberData(nameof(Nameless))]
    public void ANumberThatIsNoSerialIsNotTaken(string message) => Assert.Null(RlogText.SerialOf([message]));

    [Fact]
    public void BothTablesAreOfOneLength() => Assert.Equal((Dates.Count, Named.Count), (NoDates.Count, Nameless.Count));

    [Theory]
    [InlineData("rlog.txt", "1.3  2026-11-22T18:05:36 root 16, 1.2  2026-11-22T18:05:36 root 20, 1.1  2026-11-22T18:05:36 mpaoli 27")]
    [InlineData("rlog-zLT.txt", "1.3  2026-11-22T18:05:36 root 16, 1.2  2026-11-22T18:05:36 root 20, 1.1  2026-11-22T18:05:36 mpaoli 27")]
    [InlineData("rlog-branches.txt", "1.3  2003-02-03T04:05:06 root 14, 1.2.1.2  2005-02-03T04:05:06 root 27, 1.2.1.1.1.1  2006-02-03T04:05:06 root 36, 1.2.1.1  2004-02-03T04:05:06 root 31, 1.2 200 2001-02-03T04:05:06 root 18, 1.1  1999-12-31T23:59:58 root 23")]
    public void WhatTheProgramPrintsIsRead(string name, string rows)
    {
        var errors = new List<EvidenceError>();
        var revisions = RlogText.Read("a.org", "F", KeptFile.Text(name), errors);
        Assert.Empty(errors);
        Assert.Equal(rows, string.Join(", ", revisions.Select(revision =>
            $"{revision.Revision} {revision.Serial} {revision.Committed!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)} {revision.Author} {revision.Source.Line}")));
    }

    [Fact]
    public void ASeparatorInAMessageSeparatesNothing() =>
        Assert.Equal("1.2", Assert.Single(Read($"{Dashes}\nrevision 1.2\ndate: 2019/05/30 20:57:51;  author: root;  state: Exp;\n{Dashes}\nrevision 1.1\nno date\n", out _)).Revision);

    [Fact]
    public void AMessageThatLooksLikeARevisionIsCounted()
    {
        var revision = $"{Dashes}\nrevision 1.2\ndate: 2019/05/30 20:57:51;  author: root;  state: Exp;\n";
        var errors = new List<EvidenceError>();
        _ = RlogText.Read("a.org", "F", $"\nRCS file: a,v\ntotal revisions: 1;\tselected revisions: 1\n{revision}{revision}", errors);
        Assert.Equal("1 revisions are announced, and 2 are here: a log message may look like a revision, or the text is cut", Assert.Single(errors).Message);
    }

    [Theory]
    [InlineData("b.org", "1.7")]
    [InlineData("a.org", "1.3")]
    public void OfSeveralFilesTheZonesOwnIsTaken(string zone, string revision) => Assert.Equal(revision, Assert.Single(RlogText.Read(zone, "F", Two, [])).Revision);

    [Fact]
    public void OfSeveralFilesNoneMayBeTheZones()
    {
        var errors = new List<EvidenceError>();
        Assert.Empty(RlogText.Read("c.org", "F", Two, errors));
        Assert.Equal("F:9:1: the log of several files begins here, and none of them is called c.org: give each zone its own", Assert.Single(errors).ToString());
    }

    private static string Two => string.Concat(new[] { ("db.a.org", "1.3"), ("b.org", "1.7") }.Select(file =>
        $"\nRCS file: RCS/{file.Item1},v\nWorking file: {file.Item1}\n{Dashes}\nrevision {file.Item2}\ndate: 2019/05/30 20:57:51;  author: root;  state: Exp;\n{new string('=', 77)}\n"));

    private static IReadOnlyList<ZoneRevision> Read(string text, out List<EvidenceError> errors)
    {
        errors = [];
        return RlogText.Read("a.org", "F", $"\nRCS file: a,v\n{text}", errors);
    }
}
