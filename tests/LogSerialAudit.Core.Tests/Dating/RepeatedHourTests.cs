using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
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
        using var folder = new TempFolder();
        folder.Write("daemon.log", Gz.Bytes(string.Concat(times.Select((time, place) => $"Nov  3 {time}:00 ns1 named[1]: zone a.example/IN: loaded serial {100 + place}\n"))));
        var audit = Audit.Run(SourceFinder.Find([folder.Path]), Catalogue.BuiltIn, new DatingOptions
        {
            LogZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"],
            Now = MadeLog.At("2019-11-04T00:00:00"),
            Year = 2019,
        }, cancel: TestContext.Current.CancellationToken);
        var rows = new List<LogSerialAudit.History.EventRow>();
        audit.History.Walk((in row) => rows.Add(row));
        Assert.Equal(instants, string.Join(' ', rows.OrderBy(row => row.Source.Line).Select(row => Written(row.At))));
        var isOneWay = times.Length != 6;
        Assert.Equal(isOneWay ? 0 : 1, rows.Count(row => row.Change == SerialChange.Backward));
    }

    private static string Written(Dated at) => Time(at.At) + (at.Mark == DatingMark.Ambiguous ? "/" + Time(at.Other) : "");

    private static string Time(Instant at) => InstantPattern.CreateWithInvariantCulture("HH:mm").Format(at);
}
