namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Years that the lines write.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> WrittenYears() => new()
    {
        ["a full year that is a year behind on 1 January"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50", "zone a.example/IN: transferred serial 1609459187")
            .Stamped("2020-01-01T00:00:04+00:00", "2021-01-01T00:00:04", "zone a.example/IN: transferred serial 1609459200")
            .Stamped("2021-01-01T00:10:00+00:00", "2021-01-01T00:10:00", "zone a.example/IN: transferred serial 1609459797").File("daemon.log"), 1, Says: "line 2 writes 2020, but its serial 1609459200 fits 2021"),
        ["a full year that no serial contradicts"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").Stamped("2021-01-01T00:00:04+00:00", "2021-01-01T00:00:04").File("daemon.log"), 0),
        ["a full year that is a year behind on 1 January, by its order alone"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").Stamped("2020-01-01T00:00:04+00:00", "2021-01-01T00:00:04")
            .Stamped("2021-01-01T00:10:00+00:00", "2021-01-01T00:10:00").File("daemon.log"), 1, Says: "line 2 writes 2020 between lines of 2021"),
        ["a full year that is a year behind in the last line of a file"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").Stamped("2020-01-01T00:00:04+00:00", "2021-01-01T00:00:04").File("daemon.log.1")
            .Stamped("2021-01-01T00:10:00+00:00", "2021-01-01T00:10:00").File("daemon.log"), 1, Says: "line 2 writes 2020 between lines of 2021"),
        ["a full year that is a year behind in the last line of all"] = new(() => new MadeLog("UTC")
            .Stamped("2020-12-31T23:59:50+00:00", "2020-12-31T23:59:50").Stamped("2020-01-01T00:00:04+00:00", "2021-01-01T00:00:04").File("daemon.log"), 1, Says: "line 2 writes 2020 just after its end"),
        ["BIND's own stamp within, of another year than the file's"] = new(() => new MadeLog("America/Los_Angeles")
            .Stamped("Apr 29 22:30:15", "2019-04-30T05:30:15", program: "named[16373]: 29-Apr-2019 22:30:15.000 general: info")
            .Stamped("Apr 29 22:30:16", "2019-04-30T05:30:16", program: "named[16373]: 29-Apr-2019 22:30:16.000 general: info").File("daemon.log", "2024-04-30T05:30:16"), 0, Says: "year 2019 as written"),
        ["BIND's own stamp within some lines dates the others"] = new(() => new MadeLog("America/Los_Angeles")
            .Lines("2018-12-01T00:00:00", "2018-12-20T00:00:00", 600).Stamped("Dec 19 16:30:15", "2018-12-20T00:30:15", program: "named[16373]: 19-Dec-2018 16:30:15.000 general: info")
            .Lines("2018-12-20T01:00:00", "2019-01-20T00:00:00", 600).File("daemon.log"), 0),
        ["a log that begins to write its year in the middle"] = new(() => new MadeLog("UTC")
            .Lines("2018-11-01T00:00:00", "2019-01-20T00:00:00", Day).Stamped("2019-01-20T00:00:00+00:00", "2019-01-20T00:00:00").Stamped("2019-01-21T00:00:00+00:00", "2019-01-21T00:00:00").File("daemon.log"), 0),
    };
}
