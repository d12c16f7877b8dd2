using System.Globalization;
using System.Text;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.Evidence.ZoneFiles.Rcs;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>RCS files by the grammar of rcsfile(5).</summary>
public sealed class RcsFileTests
{
    private const string Head = "head 1.2; access; symbols; locks; strict;\n";
    private const string Deltas = "1.2 date 2019.05.30.20.57.51; author root; state Exp; branches; next 1.1;\n1.1 date 99.05.14.11.44.51; author root; state Exp; branches; next;\n";
    private const string Text2 = "1.2 log @@ text @@@ SOA n h 2 1 1 1 1\n@\n";
    private const string Text1 = "1.1 log @@ text @d1 1\na1 1\n@@ SOA n h 1 1 1 1 1\n@\n";
    private const string Rows = "1.2=2 2019-05-30T20:57:51, 1.1=1 1999-05-14T11:44:51";

    /// <summary>Files, and their revisions with serials and dates.</summary>
    public static TheoryData<string, string> Understood => new()
    {
        { $"{Head}{Deltas}desc @@\n{Text2}{Text1}", Rows },
        { $"{Head}{Deltas}desc@@{Text2}{Text1}".Replace('\n', '\v').Replace("1\v", "1\n", StringComparison.Ordinal), Rows },
        { "head\t1.2  ;branch ; access a b ; symbols x:1.1 y : 1.2; locks root:1.2 ;strict; integrity @x\f y@; comment @# @; expand @b@;" + $"{Deltas}desc @a@@b@{Text2}{Text1}", Rows },
        { $"{Head}owner 644 @x@ : y; group; {Deltas}desc @@\n{Text2}{Text1}", Rows },
        { Head + Deltas.Replace("next 1.1;", "next 1.1; commitid abC0; permissions 644; deltatype text;", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", Rows },
        { $"{Head}{Deltas}desc @@" + Text2.Replace("text", "other @a;@ b; text", StringComparison.Ordinal) + Text1, Rows },
        { $"{Head}{Deltas}desc @@{Text1}{Text2}", Rows },
        { Head + Deltas.Replace("state Exp", "state ", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", Rows },
        { Head + Deltas.Replace("57.51", "57.60", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", Rows.Replace("57:51", "57:59", StringComparison.Ordinal) },
        { $"{Head}{Deltas}desc @@{Text2}1.1 log @@ text @a0 1\n@@ SOA n h 1 1 1 1 1\n@", Rows },
        { "head ; access; symbols; locks; desc @@", "" },
        { KeptFile.Text("zone,v"), "1.3=1558799284 2026-11-22T18:05:36, 1.2=1558799284 2026-11-22T18:05:36, 1.1=1558725628 2026-11-22T18:05:36" },
        { KeptFile.Text("branches,v"), "1.3=300 2003-02-03T04:05:06, 1.2.1.2=260 2005-02-03T04:05:06, 1.2.1.1.1.1=260 2006-02-03T04:05:06, 1.2.1.1=250 2004-02-03T04:05:06, 1.2=200 2001-02-03T04:05:06, 1.1=100 1999-12-31T23:59:58" },
    };

    /// <summary>Files, the revisions that are read all the same, and what is said first.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "head 1.2", "", "F:1:9: not the grammar of an RCS file; expected ;" },
        { "heads 1.2;", "", "F:1:1: not the grammar of an RCS file; expected head" },
        { $"{Head}{Deltas}", "", "F:4:1: not the grammar of an RCS file; expected desc" },
        { $"{Head}{Deltas}desc @open", "", "F:4:7: not the grammar of an RCS file; expected the end of this string, @" },
        { $"{Head}{Deltas}desc @@{Text2}1.1 text @@", "", "F:6:5: not the grammar of an RCS file; expected log" },
        { Head + Deltas.Replace("next;", "next", StringComparison.Ordinal) + "desc @@", "", "F:4:8: not the grammar of an RCS file; expected ;" },
        { Head + Deltas.Replace("05.30", "05.32", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", "1.2=2 , 1.1=1 1999-05-14T11:44:51", "F:2:18: no date of a revision; expected a day of that month" },
        { Head + Deltas.Replace("2019.", "019.", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", "1.2=2 , 1.1=1 1999-05-14T11:44:51", "F:2:10: no date of a revision; expected a year of two or four digits" },
        { $"{Head}{Deltas}desc @@{Text2}" + Text1.Replace("d1 1", "x1 1", StringComparison.Ordinal), "1.2=2 2019-05-30T20:57:51, 1.1= 1999-05-14T11:44:51", "F:6:18: no edit of a text; expected a or d" },
        { $"{Head}{Deltas}desc @@{Text2}" + Text1.Replace("d1 1", "d2 1", StringComparison.Ordinal), "1.2=2 2019-05-30T20:57:51, 1.1= 1999-05-14T11:44:51", "F:6:18: lines are taken away where the text has none (1 lines)" },
        { $"{Head}{Deltas}desc @@{Text2}" + Text1.Replace("a1 1", "a1 2", StringComparison.Ordinal), "1.2=2 2019-05-30T20:57:51, 1.1= 1999-05-14T11:44:51", "F:7:1: fewer lines follow than are said to be added" },
        { $"{Head}{Deltas}desc @@{Text2}", "1.2=2 2019-05-30T20:57:51, 1.1= 1999-05-14T11:44:51", "F:3:1: revision 1.1 has no text" },
        { Head + Deltas.Replace("next;", "next 1.2;", StringComparison.Ordinal) + $"desc @@{Text2}{Text1}", Rows, "F:3:68: revision 1.2 is linked to twice" },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void EveryRevisionHasTheSerialOfItsOwnText(string text, string rows)
    {
        var revisions = Read(text, out var errors);
        Assert.Empty(errors);
        Assert.Equal(rows, Written(revisions));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsWrongIsPointedAt(string text, string rows, string error)
    {
        var revisions = Read(text, out var errors);
        Assert.Equal((rows, error), (Written(revisions), errors[0].ToString()));
    }

    [Fact]
    public void BothTablesAreOfOneLength() => Assert.Equal(Understood.Count, Refused.Count);

    [Fact]
    public void AFaultOfManyTextsIsSaidOnce()
    {
        _ = Read(KeptFile.Text("zone,v").Replace("SOA", "SAO", StringComparison.Ordinal), out var errors);
        Assert.Equal("F (revision 1.3):6:1: no SOA record; the same in 2 others", Assert.Single(errors).ToString());
    }

    [Fact]
    public void AuthorAndLineAreTold()
    {
        var revision = Read(KeptFile.Text("zone,v"), out _)[2];
        Assert.Equal(("mpaoli", 20L, RevisionTime.CheckIn, true), (revision.Author, revision.Source.Line, revision.DatedBy, revision.CommittedIsSure));
    }

    [Theory]
    [InlineData("zone")]
    [InlineData("RCS/zone")]
    public void TheWorkingFileStandsForItsRcsFile(string stored)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "RCS"));
        File.WriteAllText(Path.Combine(folder.Path, "zone"), "checked out");
        File.WriteAllBytes(Path.Combine(folder.Path, stored + ",v"), KeptFile.Bytes("zone,v"));
        Assert.Equal(3, ZoneHistory.Read("balug.org", Path.Combine(folder.Path, "zone"), []).Revisions.Count);
    }

    /// <summary>A small file that asks for more work than a life has ends, and says so.</summary>
    [Fact]
    public void ALongChainOfLongTextsEnds()
    {
        const int Revisions = 6_000;
        var file = new StringBuilder($"head 1.{Revisions}; access; symbols; locks;\n");
        for (var revision = Revisions; revision > 0; revision--)
        {
            file.Append(CultureInfo.InvariantCulture, $"1.{revision} date 2019.01.01.00.00.00; author a; state; branches; next {(revision > 1 ? $"1.{revision - 1}" : "")};\n");
        }

        file.Append(CultureInfo.InvariantCulture, $"desc @@ 1.{Revisions} log @@ text @@@ SOA n h 1 1 1 1 1\n{new string('\n', 400_000)}@\n");
        for (var revision = Revisions - 1; revision > 0; revision--)
        {
            file.Append(CultureInfo.InvariantCulture, $"1.{revision} log @@ text @@\n");
        }

        var revisions = Read(file.ToString(), out var errors);
        Assert.Equal(Revisions, revisions.Count);
        Assert.Equal("the texts are too long and too many; this and older revisions are left out", Assert.Single(errors).Message);
    }

    internal static IReadOnlyList<ZoneRevision> Read(string text, out List<EvidenceError> errors)
    {
        errors = [];
        return RcsFile.Read(text.Contains("balug", StringComparison.Ordinal) ? "balug.org" : "a.org", "F", text, errors);
    }

    private static string Written(IEnumerable<ZoneRevision> revisions) => string.Join(", ", revisions.Select(revision =>
        $"{revision.Revision}={revision.Serial} {revision.Committed?.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}"));
}
