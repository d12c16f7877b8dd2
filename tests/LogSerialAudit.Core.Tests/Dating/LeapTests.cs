using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A leap second is the second after the one before it, also where that is of another year; a leap day is of a leap year.</summary>
public sealed class LeapTests
{
    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60.500-00:00", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T18:59:60-05:00", "2017-01-01T00:00:00Z")]
    [InlineData("2016-06-30T23:59:60Z", "2016-07-01T00:00:00Z")]
    [InlineData("2017-01-01T00:00:00Z", "2017-01-01T00:00:00Z")]
    [InlineData("Dec 31 23:59:60", "2017-01-01T00:00:00Z")]
    [InlineData("Jan  1 00:00:00", "2016-01-01T00:00:00Z")]
    public void TheYearIsThatOfTheSecondBefore(string stamp, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "daemon.log"), $"{stamp} ns1 named[1]: zone example.org/IN: transferred serial 7\n");

        Assert.Equal(expected, Assert.Single(Read(folder)).At.At.ToString());
    }

    [Theory]
    [InlineData(0, 29, 2016, "2016-02-29T00:00:00Z")]
    [InlineData(0, 28, 2017, "2017-02-28T00:00:00Z")]
    [InlineData(0, 29, 2017, "2017-03-01T00:00:00Z year-unsure")]
    [InlineData(0, 29, 2100, "2100-03-01T00:00:00Z year-unsure")]
    [InlineData(2016, 29, 2017, "2016-02-29T00:00:00Z")]
    public void ADayThatTheYearHasNotIsNotSure(int written, int day, int year, string expected)
    {
        var stamp = new Stamp(written, 2, day, 0, 0, 0, null);
        var dated = new StampDater(DateTimeZone.Utc).Date(stamp, 1, new ClockRun(stamp, 1) { Year = year, YearIsSure = true });
        Assert.Equal(expected, $"{dated.At} {dated.Mark.Word()}".TrimEnd());
    }

    private static List<EventRow> Read(TempFolder folder)
    {
        var rows = new List<EventRow>();
        var dating = new DatingOptions { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2018, 1, 1, 0, 0), Year = 2016 };
        Audit.Run(SourceFinder.Find([folder.Path], ExpandLimit.Default, []), Catalogue.BuiltIn, dating).History.Walk((in row) => rows.Add(row));
        return rows;
    }
}
