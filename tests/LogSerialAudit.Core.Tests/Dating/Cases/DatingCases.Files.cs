using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Times and names of files that say nothing, or lie.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Files() => new()
    {
        ["29 February in a file changed a year later"] = new(() => new MadeLog()
            .Lines("2024-02-20T00:00:00", "2024-03-05T00:00:00", 60, New).File("daemon.log", "2025-03-04T23:00:00"), 0),
        ["29 February alone says a leap year, not which"] = new(() => new MadeLog()
            .Lines("2020-02-20T00:00:00", "2020-03-05T00:00:00", Day).File("daemon.log"), 14, Says: "year not sure"),
        ["files unpacked in one minute"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day, New).File("daemon.log.1").Lines("2018-07-01T00:00:00", "2018-08-01T00:00:00", Day, New).File("daemon.log"), 0, Says: "all files were last changed within a minute, as by a copy"),
        ["a file touched in the future"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day, New).File("daemon.log", "2031-06-30T00:00:00"), 0, Says: "is in the future and says nothing"),
        ["a file changed before this year's days of its lines, and nothing else"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-07-01T00:00:00", Day).File("daemon.log", "2025-04-01T00:00:00"), 30, Says: "lines 1 to 30: 2024, not sure", Silent: "is before a last line"),
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
        ["29 February in a file that was copied a year later, and no serial"] = new(() => new MadeLog()
            .Lines("2024-02-20T00:00:00", "2024-03-05T00:00:00", 60).File("daemon.log", "2025-03-04T23:00:00"), 336, Says: "year not sure"),
        ["a file without any time of its own"] = new(() => new MadeLog()
            .Lines("2018-06-01T00:00:00", "2018-08-01T00:00:00", Day).File("daemon.log.1.gz").Lines("2018-08-01T00:00:00", "2018-09-01T00:00:00", Day).File("daemon.log"), 92, Says: "year not sure"),
        ["a live file of no line, and times kept"] = new(() => new MadeLog()
            .Lines("2018-12-01T00:00:00", "2019-01-06T00:00:00", Day).File("daemon.log.1", "2019-01-05T00:00:00").File("daemon.log", "2019-01-06T06:25:00"), 0, Says: "2018-2019 FileTime"),
        ["a live file of no line, and serials"] = new(() => new MadeLog()
            .Lines("2018-12-01T00:00:00", "2019-01-06T00:00:00", Day, New).File("daemon.log.1").File("daemon.log"), 0, Says: "2018-2019 Serials"),
        ["a file of another host among the numbered ones, of another year"] = new(() => new MadeLog()
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day, New).File("daemon.log.3.gz")
            .Lines("2015-11-01T00:00:00", "2016-02-01T00:00:00", Day, NewB, "ns9").File("daemon.log.2.gz")
            .Lines("2018-06-01T00:00:00", "2018-07-01T00:00:00", Day).File("daemon.log.1").Lines("2018-07-01T00:00:00", "2018-08-01T00:00:00", Day, New).File("daemon.log"),
            0, Silent: "do not fit the order"),
        ["a file of another host in the same folder, of another year"] = new(() => new MadeLog()
            .Lines("2018-05-01T00:00:00", "2018-06-01T00:00:00", Day, New).File("daemon.log").Lines("2015-11-01T00:00:00", "2016-02-01T00:00:00", Day, NewB, "ns9").File("other.log"), 0),
        ["two hosts in one file, one of them a day ahead"] = new(() => new MadeLog("UTC")
            .Turns("2018-12-20T00:00:00", "2019-01-10T00:00:00", 45, "ns1", 0, "ns2", 24 * 60).File("daemon.log", "2019-01-09T23:15:00"), 0, Silent: "the year is from: now"),
        ["two hosts in one file that was copied years later, and serials of one of them only"] = new(() =>
        {
            var log = new MadeLog();
            for (var day = MadeLog.At("2018-12-01T06:10:00"); day < MadeLog.At("2019-02-01T00:00:00"); day += Duration.FromDays(1))
            {
                log.Line(day.ToString("uuuu-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), New).Line(day.ToString("uuuu-MM-ddTHH:11:30", CultureInfo.InvariantCulture), host: "ns2");
            }

            return log.File("daemon.log");
        },
        0, Says: "the year is from: neighbour"),
        [".1 and .2.gz exchanged in name, times kept, no serials"] = new(() => new MadeLog()
            .Lines("2017-05-01T00:00:00", "2017-11-01T00:00:00", Day).File("daemon.log.3.gz", gzip: "2017-10-31T00:00:00")
            .Lines("2018-05-01T00:00:00", "2018-11-01T00:00:00", Day).File("daemon.log.2.gz", "2018-10-31T00:00:00", "2018-10-31T00:00:00")
            .Lines("2017-11-01T00:00:00", "2018-05-01T00:00:00", Day).File("daemon.log.1", "2018-04-30T00:00:00")
            .Lines("2018-11-01T00:00:00", "2019-01-10T00:00:00", Day).File("daemon.log", "2019-01-09T00:00:00"), 0, Says: "do not fit the order of the names"),
        [".2.gz and .3.gz exchanged in name, all copied in one minute, by their gzip headers"] = new(() => new MadeLog()
            .Lines("2016-11-01T00:00:00", "2017-05-01T00:00:00", Day).File("daemon.log.4.gz", gzip: "2017-04-30T00:00:00")
            .Lines("2017-11-01T00:00:00", "2018-05-01T00:00:00", Day).File("daemon.log.3.gz", gzip: "2018-04-30T00:00:00")
            .Lines("2017-05-01T00:00:00", "2017-11-01T00:00:00", Day).File("daemon.log.2.gz", gzip: "2017-10-31T00:00:00")
            .Lines("2018-05-01T00:00:00", "2018-11-01T00:00:00", Day).File("daemon.log.1.gz", gzip: "2018-10-31T00:00:00"), 0, Says: "do not fit the order of the names"),
        [".1 and .2.gz exchanged in name, each of a year, and a live file of one line"] = new(() => new MadeLog()
            .Lines("2016-07-20T05:10:00", "2017-07-20T00:00:00", 3 * Day, New).File("daemon.log.3.gz")
            .Lines("2018-07-20T05:10:00", "2019-07-19T00:00:00", 3 * Day, New).File("daemon.log.2.gz")
            .Lines("2017-07-20T05:10:00", "2018-07-20T00:00:00", 3 * Day, New).File("daemon.log.1")
            .Line("2019-07-20T18:00:00").File("daemon.log"), 0, Says: "do not fit the order of the names"),
        [".1 and .2 exchanged in name, one of them a single line, which could be a late one"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Now = MadeLog.At("2012-10-17T00:00:00") } }
            .Lines("2010-11-01T00:00:00", "2011-10-17T00:00:00", 3 * Day).File("daemon.log.3.gz", "2012-10-14T00:00:00", "2011-10-15T00:00:00")
            .Line("2012-10-05T06:00:00").File("daemon.log.2", "2012-10-14T00:00:00")
            .Lines("2011-10-19T00:00:00", "2012-10-05T04:00:00", 3 * Day).File("daemon.log.1", "2012-10-14T00:00:00").File("daemon.log", "2012-10-17T00:00:00"), 1),
        ["files that stand in their names' order but for a silence of a year, and by accident in another one without it"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Now = MadeLog.At("2018-07-30T00:00:00") } }
            .Lines("2014-11-26T20:00:00", "2015-10-27T00:00:00", Day).File("daemon.log.4.gz", "2018-07-29T00:00:00", "2015-10-26T20:00:00")
            .Lines("2015-10-29T19:00:00", "2016-09-25T00:00:00", Day).File("daemon.log.3", "2018-07-29T00:00:00").Lines("2016-10-03T17:00:00", "2016-11-26T18:00:00", Day).File("daemon.log.2", "2018-07-29T00:00:00")
            .Lines("2017-11-07T10:00:00", "2018-07-26T00:00:00", Day).File("daemon.log.1", "2018-07-29T00:00:00").Line("2018-07-29T20:00:00").File("daemon.log", "2018-07-29T00:00:00"), 744, Says: "do not fit the order of the names"),
        ["a late line that is all of the live file moves no file"] = new(() => new MadeLog()
            .Lines("2018-05-01T00:00:00", "2018-08-01T00:00:00", Day, New).File("daemon.log.2.gz").Lines("2018-08-01T00:00:00", "2018-09-20T00:00:00", Day, New).File("daemon.log.1")
            .Line("2018-08-02T12:00:00").File("daemon.log"), 1, Silent: "do not fit the order"),
        ["one line and its file's time"] = new(() => new MadeLog().Line("2018-06-01T12:00:00").File("daemon.log", "2018-06-01T12:00:01"), 0, Says: "2018 FileTime"),
        ["one line and nothing else"] = new(() => new MadeLog().Line("2018-06-01T12:00:00").File("daemon.log"), 1, Says: "year not sure"),
        ["one line with a new serial"] = new(() => new MadeLog().Line("2018-06-01T12:00:00", New).File("daemon.log"), 0, Says: "year 2018 from 1 serial minted close to their lines"),
    };
}
