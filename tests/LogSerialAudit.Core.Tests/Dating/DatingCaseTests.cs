using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>The cases that are known to go wrong, one a row: what is dated surely, what is marked, what is said.</summary>
public sealed class DatingCaseTests
{
    private const string New = "zone a.example/IN: transferred serial {serial}";
    private const string NewB = "zone b.example/IN: transferred serial {serial}";
    private const double Day = 1440;

    private static readonly Dictionary<string, Case> All = new()
    {
        ["two New Years, a file a year, times kept"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2018-01-01T00:00:00", Day).File("daemon.log.2.gz", gzip: "2017-12-31T00:00:00")
            .Lines("2018-01-01T00:00:00", "2019-01-01T00:00:00", Day).File("daemon.log.1", "2018-12-31T00:00:00")
            .Lines("2019-01-01T00:00:00", "2019-05-01T00:00:00", Day).File("daemon.log", "2019-04-30T00:00:00"), 0),
        ["three New Years in one file, by its serials"] = new(() => new MadeLog()
            .Lines("2016-06-01T00:00:00", "2019-03-01T00:00:00", Day, New).File("daemon.log"), 0, Says: "minted close to their lines"),
        ["five New Years in one file, by its time of change"] = new(() => new MadeLog()
            .Lines("2014-06-01T00:00:00", "2019-03-01T00:00:00", Day).File("daemon.log", "2019-02-28T00:00:00"), 0),
        ["nothing to go by but the present"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-08-01T00:00:00", Day).File("daemon.log"), 61, Says: "year not sure"),
        ["a gap of weeks between serials"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-08-01T00:00:00", Day, New).Lines("2018-09-10T00:00:00", "2018-12-01T00:00:00", Day, New).File("daemon.log"), 0),
        ["a gap of 14 months between serials"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day, New).Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day, New).File("daemon.log"), 0),
        ["a gap of 14 months between file times"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day).File("daemon.log.1", "2017-07-31T00:00:00")
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log", "2018-11-30T00:00:00"), 0),
        ["a gap of 14 months with nothing before it"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day).Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log", "2018-11-30T00:00:00"), 61, Says: "year not sure"),
        ["a year without an event, but with other lines"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day, New)
            .Lines("2017-08-01T00:00:00", "2018-10-01T00:00:00", Day, "client 192.0.2.1: query denied")
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log"), 0),

        ["one line 25 hours late"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 10).Line("2024-06-08T23:00:00").Lines("2024-06-10T00:00:00", "2024-06-20T00:00:00", 10)
            .File("daemon.log", "2024-06-19T23:50:00"), 0),
        ["one line 40 days late"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-08-01T00:00:00", 60).Line("2024-06-22T23:00:00").Lines("2024-08-01T00:00:00", "2024-08-20T00:00:00", 60)
            .File("daemon.log", "2024-08-19T23:00:00"), 0, Says: "out of the order of time at 1 place"),
        ["a line of December that comes in February"] = new(() => new MadeLog()
            .Lines("2023-11-01T00:00:00", "2024-02-01T00:00:00", 60).Line("2023-12-24T08:00:00").Lines("2024-02-01T00:00:00", "2024-02-20T00:00:00", 60)
            .File("daemon.log", "2024-02-19T23:00:00"), 2, Says: "out of the order of time at 1 place"),
        ["a clock set back by three hours"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 10).Lines("2024-06-09T21:00:00", "2024-06-20T00:00:00", 10)
            .File("daemon.log", "2024-06-19T23:50:00"), 0),
        ["a boot in January 1970"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 60).Line("1970-01-01T00:00:12", isUnset: true).Line("1970-01-01T00:00:31", isUnset: true)
            .Lines("2024-06-10T00:10:00", "2024-06-20T00:00:00", 60).File("daemon.log", "2024-06-19T23:10:00"), 2),
        ["a block of lines in the wrong order"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 60).Lines("2024-06-11T00:00:00", "2024-06-12T00:00:00", 60)
            .Lines("2024-06-10T00:00:00", "2024-06-11T00:00:00", 60).Lines("2024-06-12T00:00:00", "2024-06-20T00:00:00", 60).File("daemon.log", "2024-06-19T23:00:00"), 0),
        ["a step back of months that lasts is a New Year"] = new(() => new MadeLog()
            .Lines("2023-06-01T00:00:00", "2023-10-10T00:00:00", Day, New).Lines("2024-03-02T00:00:00", "2024-06-20T00:00:00", Day, New).File("daemon.log"), 0),

        ["29 February in a file changed a year later"] = new(() => new MadeLog()
            .Lines("2024-02-20T00:00:00", "2024-03-05T00:00:00", 60, New).File("daemon.log", "2025-03-04T23:00:00"), 0),
        ["29 February alone says a leap year, not which"] = new(() => new MadeLog()
            .Lines("2020-02-20T00:00:00", "2020-03-05T00:00:00", Day).File("daemon.log"), 14, Says: "year not sure"),
        ["files unpacked in one minute"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day, New).File("daemon.log.1").Lines("2018-07-01T00:00:00", "2018-08-01T00:00:00", Day, New).File("daemon.log"), 0),
        ["a file touched in the future"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day, New).File("daemon.log", "2031-06-30T00:00:00"), 0),
        ["a gzip header of a week later, and one without time"] = new(() => new MadeLog()
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day, New).File("daemon.log.3.gz")
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day).File("daemon.log.2.gz", gzip: "2018-07-08T00:00:00")
            .Lines("2018-07-01T00:00:00", "2018-08-01T00:00:00", Day, New).File("daemon.log"), 0),
        [".1 and .2.gz exchanged in name"] = new(() => new MadeLog()
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day, New).File("daemon.log.3.gz")
            .Lines("2018-07-01T00:00:00", "2018-08-01T00:00:00", Day).File("daemon.log.2.gz")
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day).File("daemon.log.1")
            .Lines("2018-08-01T00:00:00", "2018-09-01T00:00:00", Day, New).File("daemon.log"), 0, Says: "do not fit the order of the names"),
        ["another host's lines between, of another year"] = new(() => new MadeLog()
            .Lines("2018-12-01T00:00:00", "2018-12-20T00:00:00", Day, New).Lines("2018-11-01T00:00:00", "2018-11-10T00:00:00", Day, NewB, "ns2")
            .Lines("2018-12-20T00:00:00", "2019-01-20T00:00:00", Day, New).Lines("2018-11-10T00:00:00", "2018-12-10T00:00:00", Day, NewB, "ns2").File("daemon.log"), 0),

        ["a full year that is a year behind on 1 January"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50", "zone a.example/IN: transferred serial 1609459187")
            .Stamped("2020-01-01T00:00:04+00:00", "2021-01-01T00:00:04", "zone a.example/IN: transferred serial 1609459200")
            .Stamped("2021-01-01T00:10:00+00:00", "2021-01-01T00:10:00", "zone a.example/IN: transferred serial 1609459797").File("daemon.log"), 1, Says: "line 2 writes 2020, but its serial 1609459200 fits 2021"),
        ["a full year that no serial contradicts"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").Stamped("2021-01-01T00:00:04+00:00", "2021-01-01T00:00:04").File("daemon.log"), 0),

        ["the repeated hour of a dense log"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T13:00:00", 2).File("daemon.log", "2019-11-03T12:58:00"), 0),
        ["the repeated hour of a dense log, cut by a rotation"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T08:40:00", 2).File("daemon.log.1", "2019-11-03T08:38:00").Lines("2019-11-03T08:40:00", "2019-11-03T13:00:00", 2).File("daemon.log", "2019-11-03T12:58:00"), 0),
        ["the repeated half hour of Lord Howe"] = new(() => new MadeLog("Australia/Lord_Howe")
            .Lines("2019-04-06T10:00:00", "2019-04-06T20:00:00", 1).File("daemon.log", "2019-04-06T19:59:00"), 0),
        ["the repeated hour of a sparse log, by its serials"] = new(() => new MadeLog()
            .Lines("2019-11-02T06:00:00", "2019-11-04T13:00:00", 27, New).File("daemon.log"), 0),
        ["the repeated hour of a sparse log without serials"] = new(() => new MadeLog()
            .Lines("2019-11-02T06:00:00", "2019-11-04T13:00:00", 27).File("daemon.log", "2019-11-04T12:45:00"), 5),
        ["a late line in the repeated hour is not the change"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T08:50:00", 2).Line("2019-11-03T08:04:00").Lines("2019-11-03T08:50:00", "2019-11-03T13:00:00", 2)
            .File("daemon.log", "2019-11-03T12:58:00"), 0),
        ["the skipped hour of a log in UTC"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Stamped("Mar 10 02:30:00", "2019-03-10T10:30:00", "zone a.example/IN: transferred serial 1552185000").File("daemon.log"), 1),
        ["a southern zone and its rule of the year"] = new(() => new MadeLog("America/Sao_Paulo")
            .Lines("2018-10-20T00:00:00", "2019-03-20T00:00:00", 90, New).File("daemon.log"), 0),
        ["a log in UTC, declared local"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-01-01T00:00:00", "2019-01-01T00:00:01", 90, New).File("daemon.log"), 1),
        ["a log in UTC, declared local, over many serials"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Wrong: 64, Says: "new serials fit stamps of UTC, 0 fit America/Los_Angeles"),
        ["a log in UTC, declared local, with --log-zone auto"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") with { FindsLogZone = true } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Says: "so it was used"),
        ["a local log, declared UTC"] = new(() => new MadeLog { Options = Declared("UTC") with { LocalZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"], FindsLogZone = true } }
            .Lines("2019-02-01T00:00:00", "2019-06-01T00:00:00", 1300, New).File("daemon.log"), 0, Says: "fit stamps of America/Los_Angeles"),
        ["a clock some minutes behind the serials"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 700, "zone a.example/IN: transferred serial {later}").File("daemon.log", "2019-05-19T16:40:00"), 0, Says: "were minted up to 240 s after"),

        ["dates that are 2033 as unixtime"] = new(() => new MadeLog()
            .Lines("2019-05-01T12:00:00", "2019-05-02T00:00:00", 60, "zone a.example/IN: transferred serial 2019050101").File("daemon.log", "2019-05-01T23:00:00"), 0),
        ["a counter among unixtimes does not date the log"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1400000077").File("daemon.log"), 0),
        ["a serial set into the future by hand does not date the log"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1700000077")
            .Lines("2019-06-20T00:00:00", "2019-07-20T00:00:00", Day, New).File("daemon.log"), 0),
        ["a change from dates to unixtime"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, "zone a.example/IN: transferred serial 2019050101").Lines("2019-05-04T00:00:00", "2019-06-20T00:00:00", Day, New).File("daemon.log"), 0),
        ["counters only"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-21T00:00:00", Day, "zone a.example/IN: transferred serial 4711").File("daemon.log"), 20, Says: "year not sure"),

        ["--year against the serials"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 31, Says: "its serials fit 2019 better than 2018"),
        ["--year where nothing else says"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2017-12-01T00:00:00", "2018-02-01T00:00:00", Day).File("daemon.log"), 0),
        ["--not-after against the serials"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { NotAfter = MadeLog.At("2018-12-01T00:00:00") } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).File("daemon.log"), 31, Says: "its serials fit 2019 better than 2018"),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachIsDatedOrMarkedAndSaid(string name)
    {
        var known = All[name];
        var (rows, wrong, marked, coverage) = known.Make().Read();
        var notes = string.Join("; ", coverage.Select(row => $"{row.Years} {row.Source} {row.Note}"));
        Assert.True(rows > 0, notes);
        Assert.True((known.Wrong, known.Marked) == (wrong, marked), $"{wrong} wrong and {marked} marked of {rows}; {notes}");
        Assert.Contains(known.Says, notes, StringComparison.Ordinal);
    }

    private static LogSerialAudit.Dating.DatingOptions Declared(string zone) => new()
    {
        LogZone = DateTimeZoneProviders.Tzdb[zone],
        Now = MadeLog.At("2026-03-01T00:00:00"),
    };

    /// <param name="Make">Writes the log.</param>
    /// <param name="Marked">How many of its events must be marked.</param>
    /// <param name="Wrong">How many instants are not those of the truth because the operator says so.</param>
    /// <param name="Says">What a note must say.</param>
    private sealed record Case(Func<MadeLog> Make, int Marked, int Wrong = 0, string Says = "");
}
