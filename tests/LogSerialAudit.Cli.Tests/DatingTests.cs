using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What is said of dates that are not sure, or contradicted.</summary>
public sealed class DatingTests
{
    [Theory]
    [InlineData("its serials fit 2019 better than 2018, as --year has it", "if they are times, the command line is wrong", "--year 2018", "May  1 12:00:00 ns1 named[1]: zone a.example/IN: transferred serial 1556711990", "May  3 12:00:00 ns1 named[1]: zone a.example/IN: transferred serial 1556884790")]
    [InlineData("its serials fit 2019 better than 2018, as --not-after has it", "if they are times, the command line is wrong", "--not-after 2018-12-01", "May  1 12:00:00 ns1 named[1]: zone a.example/IN: transferred serial 1556711990", "May  3 12:00:00 ns1 named[1]: zone a.example/IN: transferred serial 1556884790")]
    [InlineData("line 1 writes 2020, later than --year 2018", "a year or a time on the command line that is wrong", "--year 2018", "2020-05-01T12:00:00Z ns1 named[1]: zone a.example/IN: expired")]
    [InlineData("line 1 writes +00:00, but --log-zone ns1=Europe/Berlin is +02:00", "a zone on the command line that is not that of these lines", "--log-zone ns1=Europe/Berlin", "2020-05-01T12:00:00Z ns1 named[1]: zone a.example/IN: expired")]
    [InlineData("it has a 29 February", "a line that was written by a clock of another year", "--year 2018", "Feb 29 12:00:00 ns1 named[1]: zone a.example/IN: expired")]
    [InlineData("line 2 writes 2018, but its serial 1546300810 fits 2019", "serials that were set by hand", "--log-zone UTC", "2018-12-31T23:59:00Z ns1 named[1]: zone a.example/IN: expired", "2018-01-01T00:00:12Z ns1 named[1]: zone a.example/IN: transferred serial 1546300810", "2019-01-01T00:10:00Z ns1 named[1]: zone a.example/IN: transferred serial 1546301395")]
    public async Task AContradictionSaysWhatContradictsAndWhatWouldRefuteIt(string says, string refuted, string option, params string[] lines)
    {
        using var folder = new LogFolder();
        var log = folder.Write("daemon.log", string.Join('\n', lines) + "\n");
        var zone = option.StartsWith("--log-zone", StringComparison.Ordinal) ? "" : "--log-zone UTC";
        var run = await Run.Of(["report", "--format", "csv", "--table", "findings", "--columns", "kind,statement,refuted_by", .. $"{option} {zone}".Split(' ', StringSplitOptions.RemoveEmptyEntries), log]);

        var finding = Assert.Single(run.Output.Split('\n'), line => line.StartsWith("dates-contradicted", StringComparison.Ordinal));
        Assert.Contains(says, finding, StringComparison.Ordinal);
        Assert.Contains(refuted, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mar 10 02:30:00", "1552180000", "year-unsure skipped-hour")]
    [InlineData("Mar 10 04:30:00", "1552180000", "year-unsure")]
    [InlineData("Nov  4 01:30:00", "1541150000", "year-unsure ambiguous 2018-11-04T09:30:00Z")]
    public async Task ALineOfNoSureYearSaysAlsoWhatIsNotSureOfItsHour(string stamp, string serial, string dating)
    {
        using var folder = new LogFolder();
        var log = folder.Write("daemon.log", $"{stamp} ns1 named[1]: zone a.example/IN: loaded serial {serial}\n");
        var run = await Run.Of(["extract", "--columns", "dating", "--log-zone", "America/Los_Angeles", log]);

        Assert.Equal($"dating\n{dating}\n", run.Output);
    }

    [Theory]
    // Two offsets side by side, and the clocks set back while the log goes on
    [InlineData("2019-05-30T10:05:36Z,2019-05-30T10:08:00Z", "2019-05-30T12:05:36+02:00", "2019-05-30T10:06:00Z", "2019-05-30T12:08:00+02:00", "2019-05-30T10:07:00Z")]
    [InlineData("2019-05-30T10:04:00Z,2019-05-30T12:05:36Z", "2019-05-30T10:05:36Z", "2019-05-30T12:04:00+02:00", "2019-05-30T12:05:36Z")]
    [InlineData("2019-11-03T08:59:00Z,2019-11-03T09:30:00Z", "2019-11-03T01:59:00-07:00", "2019-11-03T01:00:00-08:00", "2019-11-03T01:30:00-08:00")]
    [InlineData("2019-05-30T10:05:36Z,2019-05-30T10:06:00Z", "2019-05-30T10:05:36Z", "2019-05-30T10:06:00Z")]
    public async Task FirstAndLastAreTheEarliestAndLatestInstants(string expected, params string[] stamps)
    {
        using var folder = new LogFolder();
        var log = folder.Write("daemon.log", string.Concat(stamps.Select((stamp, place) => $"{stamp} ns1 named[1]: zone a.example/IN: transferred serial {place + 1}\n")));
        var run = await Run.Of(["report", "--format", "csv", "--table", "coverage", "--columns", "first_utc,last_utc", log]);

        Assert.Equal($"first_utc,last_utc\n{expected}\n", run.Output);
    }
}
