using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Zones that are declared wrong, and clocks that are.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Zones() => new()
    {
        ["a log in UTC, declared local"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-01-01T00:00:00", "2019-01-01T00:00:01", 90, New).File("daemon.log"), 1),
        ["a log in UTC, declared local, over many serials"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Wrong: 64, Says: "64 of 64 new serials fit stamps of UTC (and "),
        ["a log in UTC, declared local, with --log-zone auto"] = new(() => new MadeLog("UTC") { Options = Declared("America/Los_Angeles") with { FindsLogZone = true } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 700, New).File("daemon.log"), 0, Says: "so it was used"),
        ["a local log, declared UTC"] = new(() => new MadeLog { Options = Declared("UTC") with { LocalZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"], FindsLogZone = true } }
            .Lines("2019-02-01T00:00:00", "2019-06-01T00:00:00", 1300, New).File("daemon.log"), 0, Says: "fit stamps of America/Los_Angeles"),
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
        ["a clock some minutes behind the serials"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 700, "zone a.example/IN: transferred serial {later}").File("daemon.log", "2019-05-19T16:40:00"), 0, Says: "were minted up to 240 s after"),
        ["a slow refresh is no other zone"] = new(() => Delayed([4211, 9877, 1201, 6904, 10533, 7777, 2950, 8120]).File("daemon.log"), 0, Silent: "new serials"),
        ["a daily transfer long after its serial, in a file whose time bears out the zone"] = new(() => Delayed([25205, 25207, 25204, 25206, 25211]).File("daemon.log", "2019-05-05T12:00:00"), 0, Silent: "new serials"),
        ["a clock a quarter of an hour ahead is no other zone"] = new(() => Delayed([930, 935, 931, 940, 933]).File("daemon.log"), 0, Silent: "new serials"),
        ["a clock half an hour behind is said, not explained"] = new(() => Delayed([-1230, -1235, -1231, -1240, -1233]).File("daemon.log"), 0, Says: "5 of 5 new serials were minted up to 1240 s after"),
        ["one serial minted after its line, and nothing else"] = new(() => Delayed([-3 * 3600]).File("daemon.log"), 1, Says: "serial 1556722800 was minted 10800 s after a line that names it"),
        ["a clock steadily an hour ahead looks like another zone, and is said to be one that fits"] = new(() => Delayed([3603, 3604, 3602, 3607, 3605]).File("daemon.log"), 0, Says: "5 of 5 new serials fit stamps of"),
        ["two serials are too few to doubt the zone"] = new(() => Delayed([25203, 25204]).File("daemon.log"), 0, Silent: "fit stamps"),
        ["a zone each, by --log-zone NAME=ZONE"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { ObserverZones = new Dictionary<string, DateTimeZone> { ["ns2"] = DateTimeZone.Utc } } }
            .Lines("2019-11-01T00:00:00", "2019-11-03T07:00:00", 7, New).InZone("UTC").Lines("2019-11-03T07:00:00", "2019-11-03T12:00:00", 7, NewB, "ns2")
            .InZone("America/Los_Angeles").Lines("2019-11-03T12:00:00", "2019-11-05T00:00:00", 7, New).File("daemon.log"), 0),
    };
}
