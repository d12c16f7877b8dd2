using System.Globalization;
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
            .Lines("2019-11-02T06:00:00", "2019-11-04T13:00:00", 27).File("daemon.log", "2019-11-04T12:45:00"), 0),
        ["the repeated hour of a thin log, by its one step back"] = new(() => new MadeLog()
            .Stamped("Nov  3 00:40:00", "2019-11-03T07:40:00").Stamped("Nov  3 01:30:00", "2019-11-03T08:30:00").Stamped("Nov  3 01:50:00", "2019-11-03T08:50:00")
            .Stamped("Nov  3 01:05:00", "2019-11-03T09:05:00").Stamped("Nov  3 01:20:00", "2019-11-03T09:20:00").Stamped("Nov  3 01:55:00", "2019-11-03T09:55:00")
            .Stamped("Nov  3 02:30:00", "2019-11-03T10:30:00").File("daemon.log", "2019-11-03T10:30:00"), 0),
        ["the repeated hour of a thin log that never steps back"] = new(() => new MadeLog()
            .Stamped("Nov  3 00:30:00", "2019-11-03T07:30:00").Stamped("Nov  3 01:20:00", "2019-11-03T08:20:00").Stamped("Nov  3 01:40:00", "2019-11-03T09:40:00")
            .Stamped("Nov  3 02:30:00", "2019-11-03T10:30:00").File("daemon.log", "2019-11-03T10:30:00"), 2),
        ["two steps back in the repeated hour of a thin log"] = new(() => new MadeLog()
            .Stamped("Nov  3 00:30:00", "2019-11-03T07:30:00").Stamped("Nov  3 01:40:00", "2019-11-03T08:40:00").Stamped("Nov  3 01:10:00", "2019-11-03T09:10:00")
            .Stamped("Nov  3 01:45:00", "2019-11-03T09:45:00").Stamped("Nov  3 01:15:00", "2019-11-03T09:15:00").Stamped("Nov  3 02:30:00", "2019-11-03T10:30:00")
            .File("daemon.log", "2019-11-03T10:30:00"), 4),
        ["the repeated hour of a southern zone"] = new(() => new MadeLog("Pacific/Auckland")
            .Lines("2019-04-06T10:00:00", "2019-04-06T20:00:00", 5).File("daemon.log", "2019-04-06T19:55:00"), 0),
        ["the repeated hour before midnight"] = new(() => new MadeLog("America/Santiago")
            .Lines("2019-04-06T20:00:00", "2019-04-07T10:00:00", 5).File("daemon.log", "2019-04-07T09:55:00"), 0),
        ["the repeated hour in a year that put it off"] = new(() => new MadeLog("Europe/Istanbul")
            .Lines("2015-10-20T00:00:00", "2015-11-09T00:00:00", 5).File("daemon.log", "2015-11-08T23:55:00"), 0),
        ["the repeated hour that a year did without"] = new(() => new MadeLog("Europe/Istanbul")
            .Lines("2016-10-25T00:00:00", "2016-11-09T00:00:00", 5).File("daemon.log", "2016-11-08T23:55:00"), 0),
        ["a skipped half hour"] = new(() => new MadeLog("Australia/Lord_Howe")
            .Lines("2019-10-01T00:00:00", "2019-10-05T15:00:00", 60, New)
            .Stamped("Oct  6 01:50:00", "2019-10-05T15:20:00").Stamped("Oct  6 02:10:00", "2019-10-05T15:40:00").Stamped("Oct  6 02:40:00", "2019-10-05T15:40:00").File("daemon.log", "2019-10-05T15:40:00"), 1),
        ["a late line in the repeated hour is not the change"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T08:50:00", 2).Line("2019-11-03T08:04:00").Lines("2019-11-03T08:50:00", "2019-11-03T13:00:00", 2)
            .File("daemon.log", "2019-11-03T12:58:00"), 1),
        ["the skipped hour of a log in UTC"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Stamped("Mar 10 02:30:00", "2019-03-10T10:30:00", "zone a.example/IN: transferred serial 1552185000").File("daemon.log"), 1),
        ["a southern zone and its rule of the year"] = new(() => new MadeLog("America/Sao_Paulo")
            .Lines("2018-10-20T00:00:00", "2019-03-20T00:00:00", 90, New).File("daemon.log"), 0),
        ["a log in UTC, declared local"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-01-01T00:00:00", "2019-01-01T00:00:01", 90, New).File("daemon.log"), 1),
        ["a log in UTC, declared local, over many serials"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Wrong: 64, Says: "64 of 64 new serials fit stamps of UTC (and "),
        ["a log in UTC, declared local, with --log-zone auto"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") with { FindsLogZone = true } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Says: "so it was used"),
        ["a local log, declared UTC"] = new(() => new MadeLog { Options = Declared("UTC") with { LocalZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"], FindsLogZone = true } }
            .Lines("2019-02-01T00:00:00", "2019-06-01T00:00:00", 1300, New).File("daemon.log"), 0, Says: "fit stamps of America/Los_Angeles"),
        ["a clock some minutes behind the serials"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 700, "zone a.example/IN: transferred serial {later}").File("daemon.log", "2019-05-19T16:40:00"), 0, Says: "were minted up to 240 s after"),

        ["a log in UTC, declared local, with three new serials"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 3, Says: "3 of 3 new serials fit stamps of UTC"),
        ["a local log, declared UTC, with three new serials"] = new(() => new MadeLog { Options = Declared("UTC") }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 3, Says: "fit stamps of America/Los_Angeles (and "),
        ["a local log, declared UTC, with three new serials of one morning"] = new(() => new MadeLog("Europe/Berlin") { Options = Declared("UTC") with { FindsLogZone = true } }
            .Lines("2019-05-01T08:00:00", "2019-05-01T09:30:00", 30, New).File("daemon.log"), 0, Says: "so it was used"),
        ["a log in one of several zones that part within it, with --log-zone auto"] = new(() => new MadeLog { Options = Declared("UTC") with { FindsLogZone = true } }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).Lines("2019-05-04T00:00:00", "2019-12-04T00:00:00", Day).File("daemon.log"), 0, Wrong: 217, Says: "fits too and differs within this log: --log-zone must say which"),
        ["the zone of the reader is named first"] = new(() => new MadeLog("America/Vancouver") { Options = Declared("UTC") with { SystemZone = DateTimeZoneProviders.Tzdb["America/Vancouver"] } }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 3, Says: "fit stamps of America/Vancouver"),
        ["zones signed together are one look at the clock"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Line("2019-05-01T00:00:00", New).Line("2019-05-01T00:00:02", NewB).Line("2019-05-01T00:00:04", "zone c.example/IN: transferred serial {serial}").File("daemon.log", "2019-05-01T00:00:04"), 0, Wrong: 3, Silent: "fit stamps"),
        ["a slow refresh is no other zone"] = new(() => Delayed([4211, 9877, 1201, 6904, 10533, 7777, 2950, 8120]).File("daemon.log"), 0, Silent: "new serials"),
        ["a daily transfer long after its serial, in a file whose time bears out the zone"] = new(() => Delayed([25205, 25207, 25204, 25206, 25211]).File("daemon.log", "2019-05-05T12:00:00"), 0, Silent: "new serials"),
        ["a clock a quarter of an hour ahead is no other zone"] = new(() => Delayed([930, 935, 931, 940, 933]).File("daemon.log"), 0, Silent: "new serials"),
        ["a clock half an hour behind is said, not explained"] = new(() => Delayed([-1230, -1235, -1231, -1240, -1233]).File("daemon.log"), 0, Says: "5 of 5 new serials were minted up to 1240 s after"),
        ["one serial minted after its line, and nothing else"] = new(() => Delayed([-3 * 3600]).File("daemon.log"), 1, Says: "serial 1556722800 was minted 10800 s after a line that names it"),

        ["dates that are 2033 as unixtime"] = new(() => new MadeLog()
            .Lines("2019-05-01T12:00:00", "2019-05-02T00:00:00", 60, "zone a.example/IN: transferred serial 2019050101").File("daemon.log", "2019-05-01T23:00:00"), 0),
        ["a counter among unixtimes does not date the log"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1400000077").File("daemon.log"), 0),
        ["a serial set into the future by hand does not date the log"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1700000077")
            .Lines("2019-06-20T00:00:00", "2019-07-20T00:00:00", Day, New).File("daemon.log"), 0),
        ["a change from dates to unixtime"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, "zone a.example/IN: transferred serial 2019050101").Lines("2019-05-04T00:00:00", "2019-06-20T00:00:00", Day, New).File("daemon.log"), 0),
        ["dates only, which say the year of each day"] = new(() => new MadeLog()
            .Lines("2019-05-01T12:00:00", "2019-05-01T23:00:00", 60, "zone a.example/IN: transferred serial 2019050101")
            .Lines("2019-05-09T12:00:00", "2019-05-09T23:00:00", 60, "zone a.example/IN: transferred serial 2019050901").File("daemon.log"), 0, Says: "2019 Serials year 2019 from 2 serials"),
        ["a serial set into the future by hand, and no other"] = new(() => new MadeLog()
            .Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1700000077").File("daemon.log"), 19, Says: "year not sure"),
        ["an epoch-like counter, and no other"] = new(() => new MadeLog()
            .Lines("2019-06-01T00:00:00", "2019-06-20T00:00:00", Day, "zone b.example/IN: transferred serial 1400000077").File("daemon.log"), 19, Says: "year not sure"),
        ["a change from dates to unixtime, in the only zone"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, "zone a.example/IN: transferred serial 2019050101").Lines("2019-05-04T00:00:00", "2019-05-20T00:00:00", Day, New).File("daemon.log"), 0, Says: "serials minted close to their lines"),
        ["--year against a year in the lines"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { Year = 2019 } }
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").File("daemon.log"), 0, Says: "line 1 writes 2020, later than --year 2019"),
        ["--not-after before the years in the lines"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { NotAfter = MadeLog.At("2020-06-01T00:00:00") } }
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").File("daemon.log"), 0, Says: "line 1 goes past --not-after, in 2020"),
        ["--log-zone of one server against its serials"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { FindsLogZone = true, ObserverZones = new Dictionary<string, DateTimeZone> { ["ns1"] = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] } } }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 3, Says: "3 of 3 new serials fit stamps of UTC"),
        ["counters only"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-21T00:00:00", Day, "zone a.example/IN: transferred serial 4711").File("daemon.log"), 20, Says: "year not sure"),

        ["--year against the serials"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 31, Says: "its serials fit 2019 better than 2018"),
        ["--year and a sparse log"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2019 } }
            .Line("2019-01-03T10:00:00").Line("2019-03-20T10:00:00").Line("2019-06-08T10:00:00").Line("2019-09-30T10:00:00").Line("2019-12-11T10:00:00").File("daemon.log"), 0),
        ["--year and a single line"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2019 } }
            .Line("2019-12-11T10:00:00").File("daemon.log"), 0),
        ["a New Year between two serials seconds old"] = new(() => new MadeLog("UTC")
            .Line("2020-12-31T23:50:00", New).Line("2021-01-01T00:10:00", New).File("daemon.log"), 0),
        ["a New Year between two serials loaded seconds after they were minted"] = new(() => new MadeLog("UTC")
            .Line("2020-12-31T23:50:00", "zone a.example/IN: loaded serial {serial}").Line("2021-01-01T00:10:00", "zone b.example/IN: loaded serial {serial}").File("daemon.log"), 0),
        ["--not-after in the hour of the last line, in a zone far from UTC"] = new(() => new MadeLog("Pacific/Auckland") { Options = Declared("Pacific/Auckland") with { NotAfter = MadeLog.At("2014-12-14T15:00:00") } }
            .Lines("2014-11-14T14:20:00", "2014-12-14T14:30:00", Day).File("daemon.log"), 0, Says: "2014"),
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
        Assert.True(known.Silent.Length == 0 || !notes.Contains(known.Silent, StringComparison.Ordinal), notes);
    }

    /// <summary>A log with a new serial at noon of each day, which was minted so many seconds before.</summary>
    private static MadeLog Delayed(int[] seconds)
    {
        var log = new MadeLog("UTC");
        for (var day = 0; day < seconds.Length; day++)
        {
            var at = MadeLog.At("2019-05-01T12:00:00") + Duration.FromDays(day);
            log.Line(at.ToString("uuuu-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"zone a.example/IN: transferred serial {at.ToUnixTimeSeconds() - seconds[day]}"));
        }

        return log;
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
    /// <param name="Silent">What no note may say.</param>
    private sealed record Case(Func<MadeLog> Make, int Marked, int Wrong = 0, string Says = "", string Silent = "");
}
