namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Hours that came twice, or never.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Hours() => new()
    {
        ["the repeated hour of a dense log"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T13:00:00", 2).File("daemon.log", "2019-11-03T12:58:00"), 0, Says: "2019-11-03 01:00:00 to 2019-11-03 02:00:00 occurred twice"),
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
        ["a log that ends in the first pass, by a clock an hour behind its serials"] = new(() => new MadeLog("Europe/Dublin")
            .Lines("2009-10-24T23:50:00", "2009-10-25T00:00:10", 0.2).Lines("2009-10-25T00:00:10", "2009-10-25T00:03:10", 0.2, "zone a.example/IN: transferred serial {anhourlater}").File("daemon.log"), 16),
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
        ["a line in the skipped hour"] = new(() => new MadeLog()
            .Lines("2019-03-09T00:00:00", "2019-03-10T10:00:00", 10, New).Stamped("Mar 10 02:30:00", "2019-03-10T10:30:00").Lines("2019-03-10T10:40:00", "2019-03-11T00:00:00", 10, New).File("daemon.log"), 1),
        ["a log that is right about the skipped hour"] = new(() => new MadeLog()
            .Lines("2019-03-09T00:00:00", "2019-03-12T00:00:00", 10, New).File("daemon.log"), 0),
        ["a log of nothing but the day of the change"] = new(() => new MadeLog()
            .Lines("2019-11-03T07:00:00", "2019-11-04T08:00:00", 5, New).File("daemon.log"), 0),
        ["the repeated hour of a log that ends in it"] = new(() => new MadeLog()
            .Lines("2019-11-03T06:00:00", "2019-11-03T08:50:00", 2).File("daemon.log", "2019-11-03T08:48:00"), 0),
        ["the repeated hour of a log that begins in it"] = new(() => new MadeLog()
            .Lines("2019-11-03T09:10:00", "2019-11-03T12:00:00", 2).File("daemon.log", "2019-11-03T11:58:00"), 0),
        ["the repeated hour in a log with offsets"] = new(() => new MadeLog()
            .Stamped("2019-11-03T01:30:00-07:00", "2019-11-03T08:30:00").Stamped("2019-11-03T01:30:00-08:00", "2019-11-03T09:30:00").File("daemon.log"), 0),
        ["the repeated hour in a log with years and without offsets"] = new(() => new MadeLog()
            .Stamped("2019-11-03T01:30:00", "2019-11-03T08:30:00").Stamped("2019-11-03T02:30:00", "2019-11-03T10:30:00").File("daemon.log"), 1),
        ["the day that Samoa left out"] = new(() => new MadeLog("Pacific/Apia")
            .Lines("2011-12-25T00:00:00", "2012-01-05T00:00:00", 60, New).File("daemon.log"), 0),
    };
}
