using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Lines that write the old year on 1 January keep what they write, and stand where they are.</summary>
public sealed class WrittenYearOrderTests
{
    [Fact]
    public void NoSerialGoesBackBecauseALineWritesTheOldYear()
    {
        using var folder = new TempFolder();
        folder.Write("daemon.log", string.Concat(
            Line("2020-12-31T23:58:00+00:00", 1609459076),
            Line("2020-12-31T23:59:00+00:00", 1609459136),
            Line("2020-01-01T00:01:00+00:00", 1609459256),
            Line("2021-01-01T00:03:00+00:00", 1609459376)));
        var audit = Audit.Run(
            SourceFinder.Find([folder.Path]), Catalogue.BuiltIn, new DatingOptions { LogZone = DateTimeZone.Utc, Now = MadeLog.At("2021-02-01T00:00:00") }, cancel: TestContext.Current.CancellationToken);
        var rows = new List<EventRow>();
        audit.History.Walk((in row) => rows.Add(row));
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Source.Line));
        Assert.Equal(["", "", "year-unsure", ""], rows.Select(row => row.At.Mark.Word()));
        Assert.Equal(MadeLog.At("2020-01-01T00:01:00"), rows[2].At.At);
        Assert.DoesNotContain(rows, row => row.Change == SerialChange.Backward);
    }

    private static string Line(string stamp, uint serial) => $"{stamp} ns1 named[1]: zone a.example/IN: loaded serial {serial}\n";
}
