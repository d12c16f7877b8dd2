namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Logs that run over New Years, with silences.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> NewYears() => new()
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
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day).Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log", "2018-11-30T00:00:00"), 61, Says: "year not sure in lines 1 to 61;"),
        ["a year without an event, but with other lines"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day, New)
            .Lines("2017-08-01T00:00:00", "2018-10-01T00:00:00", Day, "client 192.0.2.1: query denied")
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log"), 0),
        ["a New Year between two serials seconds old"] = new(() => new MadeLog("UTC")
            .Line("2020-12-31T23:50:00", New).Line("2021-01-01T00:10:00", New).File("daemon.log"), 0),
        ["a New Year between two serials loaded seconds after they were minted"] = new(() => new MadeLog("UTC")
            .Line("2020-12-31T23:50:00", "zone a.example/IN: loaded serial {serial}").Line("2021-01-01T00:10:00", "zone b.example/IN: loaded serial {serial}").File("daemon.log"), 0),
        ["two New Years, each in a file with a date in its name"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2018-01-14T00:00:00", Day).File("daemon.log-20180114.gz")
            .Lines("2018-01-14T00:00:00", "2019-01-13T00:00:00", Day).File("daemon.log-20190113.gz")
            .Lines("2019-01-13T00:00:00", "2019-03-01T00:00:00", Day).File("daemon.log"), 0, Says: "2017-2018 FileName"),
        ["two New Years in one file of a few lines a year, by its serials"] = new(() => new MadeLog()
            .Line("2017-10-03T10:00:00", New).Line("2017-12-20T10:00:00").Line("2018-02-11T10:00:00", New).Line("2018-07-08T10:00:00").Line("2018-11-30T10:00:00", New)
            .Line("2019-01-11T10:00:00").Line("2019-03-02T10:00:00", New).File("daemon.log"), 0, Says: "2017-2019 Serials"),
        ["five New Years over rotated files, by their gzip headers"] = new(() => new MadeLog()
            .Lines("2013-12-01T00:00:00", "2014-12-20T00:00:00", Day).File("daemon.log.5.gz", gzip: "2014-12-19T00:00:00")
            .Lines("2014-12-20T00:00:00", "2015-12-20T00:00:00", Day).File("daemon.log.4.gz", gzip: "2015-12-19T00:00:00")
            .Lines("2015-12-20T00:00:00", "2016-12-20T00:00:00", Day).File("daemon.log.3.gz", gzip: "2016-12-19T00:00:00")
            .Lines("2016-12-20T00:00:00", "2017-12-20T00:00:00", Day).File("daemon.log.2.gz", gzip: "2017-12-19T00:00:00")
            .Lines("2017-12-20T00:00:00", "2018-12-20T00:00:00", Day).File("daemon.log.1", "2018-12-19T00:00:00")
            .Lines("2018-12-20T00:00:00", "2019-02-01T00:00:00", Day).File("daemon.log", "2019-01-31T00:00:00"), 0, Says: "2013-2014 GzipTime"),
        ["a gap of weeks over New Year, by the file's time"] = new(() => new MadeLog()
            .Lines("2018-10-01T00:00:00", "2018-12-10T00:00:00", Day).Lines("2019-01-02T00:00:00", "2019-02-01T00:00:00", Day).File("daemon.log", "2019-01-31T00:00:00"), 70, Says: "year not sure"),
        ["a gap of weeks over New Year, as usual in this log"] = new(() => new MadeLog()
            .Lines("2017-10-01T00:00:00", "2019-02-01T00:00:00", 20 * Day).File("daemon.log", "2019-01-24T00:00:00"), 0, Says: "2017-2019 FileTime"),
        ["a gap of 14 months before a file with a date in its name"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day).File("daemon.log-20170801")
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log-20181201").Lines("2018-12-01T00:00:00", "2018-12-10T00:00:00", Day).File("daemon.log"), 0),
        ["a gap of 14 months that another host bridges"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day).Lines("2017-08-01T00:00:00", "2018-10-01T00:00:00", Day, host: "ns2")
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).Lines("2018-12-01T00:00:00", "2018-12-10T00:00:00", Day, host: "ns2").File("daemon.log", "2018-12-09T00:00:00"), 0),
        ["a year without any line of the server, but with those of other programs"] = new(() => new MadeLog()
            .Lines("2017-06-01T00:00:00", "2017-08-01T00:00:00", Day)
            .Other("2017-08-01T00:00:00", "2018-10-01T00:00:00", Day)
            .Lines("2018-10-01T00:00:00", "2018-12-01T00:00:00", Day).File("daemon.log", "2018-11-30T00:00:00"), 0),
        ["three lines over New Year, ten days and six apart, by the file's time"] = new(() => new MadeLog("UTC")
            .Line("2018-12-20T10:00:00").Line("2018-12-30T10:00:00").Line("2019-01-05T10:00:00").File("daemon.log", "2019-01-05T10:00:00"), 0, Says: "2018-2019 FileTime"),
        ["three lines of two days over New Year, by the file's time"] = new(() => new MadeLog("UTC")
            .Line("2018-12-31T23:50:00").Line("2018-12-31T23:59:00").Line("2019-01-01T10:00:00").File("daemon.log", "2019-01-01T10:00:30"), 0, Says: "2018-2019 FileTime"),
        ["a silence that may be a year longer, in a log with a line some minutes late"] = new(() => new MadeLog("UTC")
            .Lines("2008-10-26T00:57:00", "2008-10-26T00:59:00", 0.1).File("daemon.log.2.gz", gzip: "2008-10-26T00:59:00")
            .Lines("2009-11-29T07:28:00", "2009-11-29T07:38:00", 0.1).File("daemon.log.1").Line("2009-11-29T07:29:20").File("daemon.log"), 101, Says: "year not sure"),
        ["one silence of eleven days in a busy log, which may be a year longer"] = new(() => new MadeLog("UTC")
            .Lines("2010-03-13T17:30:00", "2010-03-14T01:30:00", 5).Lines("2011-03-25T18:00:00", "2011-03-26T11:00:00", 5).File("daemon.log", "2011-03-26T10:55:00"), 96, Says: "lines 1 to 96: 2011, not sure"),
        ["a line of the first minutes of a year in a sparse log, by its new serial"] = new(() => new MadeLog("UTC")
            .Lines("2018-11-02T12:01:30", "2018-12-31T00:00:00", 5 * Day, New).Line("2019-01-01T00:01:30", New).Lines("2019-01-06T12:01:30", "2019-03-01T00:00:00", 5 * Day, New).File("daemon.log"), 0),
        ["a line of the first minutes of a year in a sparse log, and no serial"] = new(() => new MadeLog("UTC")
            .Lines("2018-11-02T12:01:30", "2018-12-31T00:00:00", 5 * Day, New).Line("2019-01-01T00:01:30").Lines("2019-01-06T12:01:30", "2019-03-01T00:00:00", 5 * Day, New).File("daemon.log"), 1),
        ["31 December and 1 January, by the file's time"] = new(() => new MadeLog("UTC")
            .Line("2018-12-31T23:50:00").Line("2019-01-01T00:10:00").File("daemon.log", "2019-01-01T00:10:00"), 0),
        ["midnight of New Year, to the second, between two files"] = new(() => new MadeLog("UTC")
            .Lines("2018-12-01T00:00:00", "2019-01-01T00:00:00", 60).File("daemon.log.1", "2018-12-31T23:00:00")
            .Lines("2019-01-01T00:00:00", "2019-02-01T00:00:00", 60).File("daemon.log", "2019-01-31T23:00:00"), 0),
    };
}
