using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>How rows of an hour that came twice are dated, marked and put in order: serials rise through all of them.</summary>
public sealed class RepeatedHourTests
{
    [Theory]
    [InlineData("00:40 01:30 01:50 01:05 01:20 01:55 02:30", "07:40 08:30 08:50 09:05 09:20 09:55 10:30")]
    [InlineData("00:30 01:20 01:40 02:30", "07:30 08:20/09:20 08:40/09:40 10:30")]
    [InlineData("01:30", "08:30/09:30")]
    [InlineData("01:50 01:10", "08:50/09:50 08:10/09:10")]
    [InlineData("00:50 01:50 01:10 01:40 01:05 02:30", "07:50 08:50/09:50 08:10/09:10 08:40/09:40 08:05/09:05 10:30")]
    public void RowsStandInTheOrderOfTheirLines(string stamps, string instants)
    {
        var times = stamps.Split(' ');
        var rows = Rows("America/Los_Angeles", times.Select((time, place) => $"Nov  3 {time}:00 ns1 named[1]: zone a.example/IN: loaded serial {100 + place}\n"));
        Assert.Equal(instants, string.Join(' ', rows.OrderBy(row => row.Source.Line).Select(row => Written(row.At))));
        var isOneWay = times.Length != 6;
        Assert.Equal(isOneWay ? 0 : 1, rows.Count(row => row.Change == SerialChange.Backward));
    }

    /// <summary>
    /// Two hours came twice, 01:00 to 03:00; serials, minted at the instants behind @, prove lines to be of either pass, where others, of
    /// the day before, show that the clock is right.
    /// </summary>
    [Theory]
    [InlineData("01:00@00:59 01:01@01:00 02:07", "01:00 01:01 00:07/02:07", "1 2 3")]
    [InlineData("01:00@00:59 01:01@01:00 02:07 02:50", "01:00 01:01 02:07 00:50/02:50", "1 2 3 4")]
    [InlineData("01:00@00:59 01:01@01:00 02:07 04:30", "01:00 01:01 02:07 04:30", "1 2 3 4")]
    [InlineData("01:00@00:59 01:01@01:00 01:10 02:07@02:06", "01:00 01:01 01:10 02:07", "1 2 3 4")]
    [InlineData("01:00@00:59 01:01@01:00 02:07@00:06 02:08@00:07", "01:00 01:01 00:07/02:07 00:08/02:08", "1 2 3 4")]
    [InlineData("02:07 02:08@02:07 02:09@02:08", "02:07 02:08 02:09", "1 2 3")]
    [InlineData("02:07 01:00@00:59 01:01@01:00", "00:07/02:07 01:00 01:01", "1 2 3")]
    [InlineData("01:00 02:07@00:06 02:08@00:07", "23:00 00:07 00:08", "1 2 3")]
    [InlineData("01:40@01:39 01:41@01:40 01:42@01:41 02:30 01:43@01:42 01:44@01:43", "01:40 01:41 01:42 00:30/02:30 01:43 01:44", "4 1 2 3 5 6")]
    public void LinesStandBehindThoseThatAreProvenToBeOfTheSecondPass(string stamps, string instants, string order)
    {
        var rows = Rows("Antarctica/Troll", Enumerable.Range(8, 6).Select(hour => $"Oct 26 {hour + 2:00}:00:00 ns1 named[1]: zone y{hour}.example/IN: transferred serial {MadeLog.At($"2019-10-26T{hour:00}:00:00").ToUnixTimeSeconds()}\n").Concat(stamps.Split(' ').Select(each => each.Split('@')).Select((each, place) => $"Oct 27 {each[0]}:00 ns1 named[1]: "
            + (each.Length == 1 ? "all zones loaded\n" : $"zone z{place}.example/IN: transferred serial {MadeLog.At($"2019-10-27T{each[1]}:30").ToUnixTimeSeconds()}\n"))))[6..];
        Assert.Equal(instants, string.Join(' ', rows.OrderBy(row => row.Source.Line).Select(row => Written(row.At))));
        Assert.Equal(order, string.Join(' ', rows.Select(row => row.Source.Line - 6)));
    }

    private static List<EventRow> Rows(string zone, IEnumerable<string> lines)
    {
        using var folder = new TempFolder();
        folder.Write("daemon.log", Gz.Bytes(string.Concat(lines)));
        var audit = Audit.Run(SourceFinder.Find([folder.Path]), Catalogue.BuiltIn, new DatingOptions
        {
            LogZone = DateTimeZoneProviders.Tzdb[zone],
            Now = MadeLog.At("2019-11-04T00:00:00"),
            Year = 2019,
        }, cancel: TestContext.Current.CancellationToken);
        var rows = new List<EventRow>();
        audit.History.Walk((in row) => rows.Add(row));
        return rows;
    }

    private static string Written(Dated at) => Time(at.At) + (at.Mark == DatingMark.Ambiguous ? "/" + Time(at.Other) : "");

    private static string Time(Instant at) => InstantPattern.CreateWithInvariantCulture("HH:mm").Format(at);
}
