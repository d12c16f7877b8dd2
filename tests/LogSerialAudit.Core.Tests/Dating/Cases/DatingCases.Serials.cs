namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Serials that are no times, or old ones.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Serials() => new()
    {
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
        ["counters only"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-21T00:00:00", Day, "zone a.example/IN: transferred serial 4711").File("daemon.log"), 20, Says: "year not sure"),
        ["complaints name serials that are a year old"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 60, "zone a.example/IN: serial number (1524000000) received from master 192.0.2.1#53 < ours (1525300000)").File("daemon.log", "2019-05-19T23:00:00"), 0, Says: "2019 FileTime"),
        ["complaints name serials that are a year old, and nothing else says a year"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 60, "zone a.example/IN: serial number (1524000000) received from master 192.0.2.1#53 < ours (1525300000)").File("daemon.log"), 456, Says: "year not sure"),
        ["a zone that has not changed for years, loaded at each start"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-12-01T00:00:00", 3 * Day, "zone a.example/IN: loaded serial 1494000000").File("daemon.log", "2019-11-30T00:00:00"), 0, Says: "2019 FileTime"),
        ["a zone that has not changed for a year to the day, transferred anew"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-04T00:00:00", Day).Line("2019-05-05T12:00:00", "zone a.example/IN: transferred serial 1525521600").File("daemon.log", "2019-05-05T12:00:00"), 0, Says: "its serials fit 2018 better than 2019"),
        ["one odd zone against three that keep time"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-06-01T00:00:00", 2 * Day, New).Lines("2019-06-01T00:00:00", "2019-07-01T00:00:00", 2 * Day, NewB).Lines("2019-07-01T00:00:00", "2019-08-01T00:00:00", 2 * Day, "zone c.example/IN: transferred serial {serial}")
            .Lines("2019-08-01T00:00:00", "2019-09-01T00:00:00", 2 * Day, "zone d.example/IN: transferred serial 1470000000").File("daemon.log"), 0),
        ["a zone loaded after a silence of 14 months, in a line no older than its serial"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { NotAfter = MadeLog.At("2020-01-01T00:00:00") } }
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day, New).Line("2019-08-05T12:00:00", "zone a.example/IN: loaded serial 1564800000").File("daemon.log"), 0, Says: "2018-2019 Serials"),
        ["a serial rolled back to one of a year before, and taken"] = new(() => new MadeLog()
            .Lines("2019-05-01T00:00:00", "2019-05-20T00:00:00", 2 * Day, New).Line("2019-05-21T00:00:00", "zone a.example/IN: transferred serial 1526860800")
            .Lines("2019-05-22T00:00:00", "2019-06-20T00:00:00", 2 * Day, New).File("daemon.log"), 0),
    };
}
