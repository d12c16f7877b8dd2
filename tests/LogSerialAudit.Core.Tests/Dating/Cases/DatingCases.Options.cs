using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>What the operator says wins, and a contradiction is said.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Options() => new()
    {
        ["--year against a year in the lines"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { Year = 2019 } }
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").File("daemon.log"), 0, Says: "line 1 writes 2020, later than --year 2019"),
        ["--not-after before the years in the lines"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { NotAfter = MadeLog.At("2020-06-01T00:00:00") } }
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").File("daemon.log"), 0, Says: "line 1 goes past --not-after, in 2020"),
        ["--log-zone of one server against its serials"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { FindsLogZone = true, ObserverZones = new Dictionary<string, DateTimeZone> { ["ns1"] = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] } } }
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 3, Says: "0 fit America/Los_Angeles; it stays, as --log-zone ns1=America/Los_Angeles has it"),
        ["--year against the serials"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).File("daemon.log"), 0, Wrong: 31, Says: "its serials fit 2019 better than 2018"),
        ["--year and a sparse log"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2019 } }
            .Line("2019-01-03T10:00:00").Line("2019-03-20T10:00:00").Line("2019-06-08T10:00:00").Line("2019-09-30T10:00:00").Line("2019-12-11T10:00:00").File("daemon.log"), 0),
        ["--year and a single line"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2019 } }
            .Line("2019-12-11T10:00:00").File("daemon.log"), 0),
        ["--not-after in the hour of the last line, in a zone far from UTC"] = new(() => new MadeLog("Pacific/Auckland") { Options = Declared("Pacific/Auckland") with { NotAfter = MadeLog.At("2014-12-14T15:00:00") } }
            .Lines("2014-11-14T14:20:00", "2014-12-14T14:30:00", Day).File("daemon.log"), 0, Says: "2014"),
        ["--year where nothing else says"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2017-12-01T00:00:00", "2018-02-01T00:00:00", Day).File("daemon.log"), 0),
        ["--not-after against the serials"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { NotAfter = MadeLog.At("2018-12-01T00:00:00") } }
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", Day, New).File("daemon.log"), 31, Says: "its serials fit 2019 better than 2018"),
        ["--year over a set that runs over New Year"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2019 } }
            .Lines("2017-12-01T00:00:00", "2018-12-20T00:00:00", Day).File("daemon.log.2.gz").Lines("2018-12-20T00:00:00", "2019-01-06T00:00:00", Day).File("daemon.log.1")
            .Lines("2019-01-06T00:00:00", "2019-01-13T00:00:00", Day).File("daemon.log"), 0, Says: "2018-2019 Option"),
        ["--year of a log that ends on 31 December"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { Year = 2018 } }
            .Lines("2018-11-01T00:00:00", "2018-12-31T23:30:00", 60).File("daemon.log"), 0, Says: "2018 Option"),
        ["--year of 31 December and 1 January"] = new(() => new MadeLog("UTC") { Options = Declared("UTC") with { Year = 2019 } }
            .Line("2018-12-31T23:50:00").Line("2019-01-01T00:10:00").File("daemon.log"), 0, Says: "2018-2019 Option"),
        ["--year against the file's time"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2018 } }
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day).File("daemon.log", "2019-05-31T00:00:00"), 0, Says: "2018 Option"),
        ["--not-after and nothing else"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { NotAfter = MadeLog.At("2018-06-02T00:00:00") } }
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day).File("daemon.log"), 31, Says: "year 2018 as you said"),
        ["an offset in the lines against --log-zone"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { IsLogZoneGiven = true } }
            .Stamped("2019-05-01T10:00:00+02:00", "2019-05-01T08:00:00").File("daemon.log"), 0, Says: "line 1 writes +02:00, but --log-zone America/Los_Angeles is -07:00 then: what is written stays"),
        ["an offset in the lines as --log-zone has it"] = new(() => new MadeLog { Options = Declared("Europe/Berlin") with { IsLogZoneGiven = true } }
            .Stamped("2019-05-01T10:00:00+02:00", "2019-05-01T08:00:00").Stamped("2019-12-01T10:00:00+01:00", "2019-12-01T09:00:00").File("daemon.log"), 0, Silent: "--log-zone"),
        ["stamps in UTC are no contradiction to a --log-zone for all"] = new(() => new MadeLog { Options = Declared("Europe/Berlin") with { IsLogZoneGiven = true } }
            .Stamped("2019-05-01T10:00:00Z", "2019-05-01T10:00:00").File("daemon.log"), 0, Silent: "--log-zone"),
        ["stamps in UTC against --log-zone of that server"] = new(() => new MadeLog { Options = Declared("UTC") with { ObserverZones = new Dictionary<string, DateTimeZone> { ["ns1"] = DateTimeZoneProviders.Tzdb["Europe/Berlin"] } } }
            .Stamped("2019-05-01T10:00:00Z", "2019-05-01T10:00:00").File("daemon.log"), 0, Says: "line 1 writes +00:00, but --log-zone ns1=Europe/Berlin is +02:00 then"),
        ["an offset in the lines against the system's zone is no contradiction"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") }
            .Stamped("2019-05-01T10:00:00+02:00", "2019-05-01T08:00:00").File("daemon.log"), 0, Silent: "--log-zone"),
    };
}
