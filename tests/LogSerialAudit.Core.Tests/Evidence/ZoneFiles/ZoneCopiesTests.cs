using System.Globalization;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>Folders of copies, and what their names say.</summary>
public sealed class ZoneCopiesTests
{
    /// <summary>Names with a date, what they are copies of, and the date.</summary>
    public static TheoryData<string, string, string> Dated => new()
    {
        { "a.org.20190530", "a.org", "2019-05-30T00:00:00Z" },
        { "a.org.2019-05-30", "a.org", "2019-05-30T00:00:00Z" },
        { "2019-05-30_a.org", "_a.org", "2019-05-30T00:00:00Z" },
        { "a.org-20190530-205751.bak", "a.org", "2019-05-30T20:57:51Z" },
        { "a.org.2019-05-30T20:57:51Z.gz", "a.org", "2019-05-30T20:57:51Z" },
        { "a.org.201905302057", "a.org", "2019-05-30T20:57:00Z" },
        { "a.org.1559249859", "a.org", "2019-05-30T20:57:39Z" },
        { "a.org.2019053001", "a.org", "2019-05-30T00:00:00Z" },
        { "db.a.org.2020.02.29~", "db.a.org", "2020-02-29T00:00:00Z" },
    };

    /// <summary>Names without one, and what they are copies of.</summary>
    public static TheoryData<string, string> Undated => new()
    {
        { "a.org", "a.org" },
        { "a.org.1", "a.org" },
        { "a.org.~12~", "a.org" },
        { "a.org.bak.old", "a.org" },
        { "a.org.20191330", "a.org.20191330" },
        { "a.org.20190229", "a.org.20190229" },
        { "a.org.2019053", "a.org.2019053" },
        { "12.0.192.in-addr.arpa", "12.0.192.in-addr.arpa" },
        { "a.org.201905301", "a.org.201905301" },
    };

    [Theory]
    [MemberData(nameof(Dated))]
    public void TheDateOfANameIsRead(string name, string stem, string at)
    {
        var copy = CopyName.Of(name);
        Assert.Equal((stem, at), (copy.Stem, copy.At?.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Undated))]
    public void WhatIsNoDateIsNotTaken(string name, string stem) => Assert.Equal(new CopyName(stem, null), CopyName.Of(name));

    [Fact]
    public void BothTablesAreOfOneLength() => Assert.Equal(Dated.Count, Undated.Count);

    [Theory]
    [InlineData("a.org", true)]
    [InlineData("DB.A.org", true)]
    [InlineData("a.org.zone", true)]
    [InlineData("lists.a.org", false)]
    [InlineData("a.org.uk", false)]
    [InlineData("ba.org", false)]
    public void ANameIsTheZonesOrNot(string stem, bool isOf) => Assert.Equal(isOf, CopyName.IsOf("a.org", stem));

    [Fact]
    public void CopiesStandNewestFirstAndSayWhatDatesThem()
    {
        using var folder = new TempFolder();
        File.SetLastWriteTimeUtc(Write(folder, "a.org", 1559249859), new DateTime(2019, 5, 30, 20, 58, 0, DateTimeKind.Utc));
        Write(folder, "a.org.20190514", 1557834269);
        Write(folder, "a.org.1550844926", 1550844926);
        var revisions = Read("A.org.", folder.Path, out var errors);
        Assert.Empty(errors);
        Assert.Equal(
            ["a.org 1559249859 2019-05-30T20:58:00Z FileTime 21", "a.org.20190514 1557834269 2019-05-14T00:00:00Z FileName ", "a.org.1550844926 1550844926 2019-02-22T14:15:26Z FileName "],
            revisions.Select(revision => $"{revision.Revision} {revision.Serial} {revision.Committed} {revision.DatedBy} {revision.Difference?.TotalSeconds}"));
        Assert.All(revisions, revision => Assert.Equal(("a.org", 2L, false), (revision.Zone, revision.Source.Line, revision.CommittedIsSure)));
    }

    [Fact]
    public void OtherZonesCopiesAreNotTaken()
    {
        using var folder = new TempFolder();
        Write(folder, "db.a.org.20190514", 7);
        Write(folder, "db.b.org.20190514", 8);
        Assert.Equal(7u, Assert.Single(Read("a.org", folder.Path, out _)).Serial!.Value.Value);
        Assert.Empty(Read("c.org", folder.Path, out var errors));
        Assert.Equal("copies of several files (db.a.org, db.b.org), and none of them is called c.org: give a folder with the copies of this zone alone", Assert.Single(errors).Message);
    }

    [Fact]
    public void ACopyThatCanNotBeReadKeepsItsRowWithoutASerial()
    {
        using var folder = new TempFolder();
        folder.Write("a.org.20190514", "@ IN SOA ns hm (");
        Assert.Null(Assert.Single(Read("a.org", folder.Path, out var errors)).Serial);
        Assert.Equal($"{folder.At("a.org.20190514")}:1:16: a parenthesis that is never closed", Assert.Single(errors).ToString());
    }

    [Theory]
    [InlineData("", "no version of the zone file of a.org here")]
    [InlineData("zone,v", "a folder with RCS files: name the zone's own, such as ")]
    [InlineData(".git/HEAD", "a git repository: name the zone file in it too, as REPO:path/of/file")]
    public void AFolderWithoutCopiesIsRefused(string file, string message)
    {
        using var folder = new TempFolder();
        _ = file.Length > 0 ? folder.Write(file, "x") : "";
        Assert.Empty(Read("a.org", folder.Path, out var errors));
        Assert.StartsWith(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static string Write(TempFolder folder, string name, uint serial)
    {
        var path = folder.At(name);
        File.WriteAllText(path, $"$TTL 1d\n@ IN SOA ns hm {serial} 1 1 1 1\n");
        return path;
    }

    private static IReadOnlyList<ZoneRevision> Read(string zone, string path, out List<EvidenceError> errors)
    {
        errors = [];
        return ZoneHistory.Read(zone, path, errors).Revisions;
    }
}
