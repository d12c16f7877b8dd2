namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <content>Lines that are out of the order of time.</content>
internal static partial class DatingCases
{
    private static Dictionary<string, DatingCase> Disorder() => new()
    {
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
            .Lines("2024-06-10T00:10:00", "2024-06-20T00:00:00", 60).File("daemon.log", "2024-06-19T23:10:00"), 2, Says: "lines 217 to 218 may be of a clock that was not set yet"),
        ["a block of lines in the wrong order"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 60).Lines("2024-06-11T00:00:00", "2024-06-12T00:00:00", 60)
            .Lines("2024-06-10T00:00:00", "2024-06-11T00:00:00", 60).Lines("2024-06-12T00:00:00", "2024-06-20T00:00:00", 60).File("daemon.log", "2024-06-19T23:00:00"), 0),
        ["a step back of months that lasts is a New Year"] = new(() => new MadeLog()
            .Lines("2023-06-01T00:00:00", "2023-10-10T00:00:00", Day, New).Lines("2024-03-02T00:00:00", "2024-06-20T00:00:00", Day, New).File("daemon.log"), 0),
        ["one line 25 hours late in June, and serials"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 10, New).Line("2024-06-08T23:00:00").Lines("2024-06-10T00:00:00", "2024-06-20T00:00:00", 10, New)
            .File("daemon.log"), 0, Says: "2024 Serials"),
        ["one line 25 hours late at New Year"] = new(() => new MadeLog()
            .Lines("2023-12-20T00:00:00", "2024-01-01T20:00:00", 10).Line("2023-12-31T19:00:00").Lines("2024-01-01T20:00:00", "2024-01-09T00:00:00", 10)
            .File("daemon.log", "2024-01-08T23:50:00"), 0),
        ["the last line of all 25 hours late at New Year, with --year of the log's end"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2024 } }
            .Lines("2023-12-20T00:00:00", "2024-01-01T20:00:00", 10, New).Line("2023-12-31T19:00:00").File("daemon.log"), 1),
        ["the last line of all 25 hours late at New Year, with --year of that line"] = new(() => new MadeLog { Options = Declared("America/Los_Angeles") with { Year = 2023 } }
            .Lines("2023-12-20T00:00:00", "2024-01-01T20:00:00", 10, New).Line("2023-12-31T19:00:00").File("daemon.log"), 0),
        ["a relay that held back one host for five hours, and sent it all at once"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T05:00:00", 10).Lines("2024-06-10T00:00:00", "2024-06-10T05:00:00", 10, host: "ns2")
            .Lines("2024-06-10T05:00:00", "2024-06-12T00:00:00", 10).Lines("2024-06-10T05:00:00", "2024-06-12T00:00:00", 10, host: "ns2").File("daemon.log", "2024-06-11T23:50:00"), 0),
        ["a clock three hours ahead, then set right"] = new(() => new MadeLog()
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 10, New).Lines("2024-06-10T03:00:00", "2024-06-10T09:00:00", 10).Lines("2024-06-10T06:00:00", "2024-06-20T00:00:00", 10, New)
            .File("daemon.log"), 0),
        ["a boot in January 1970, east of Greenwich"] = new(() => new MadeLog("Europe/Berlin")
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 60, New).Line("1970-01-01T00:00:12", isUnset: true).Line("1970-01-01T00:00:31", isUnset: true)
            .Lines("2024-06-10T00:10:00", "2024-06-20T00:00:00", 60, New).File("daemon.log"), 2),
        ["a boot in January 1970 that a log with years says itself"] = new(() => new MadeLog("UTC")
            .Stamped("2024-06-10T00:00:00+00:00", "2024-06-10T00:00:00").Stamped("1970-01-01T00:00:12+00:00", "1970-01-01T00:00:12")
            .Stamped("2024-06-10T00:10:00+00:00", "2024-06-10T00:10:00").File("daemon.log"), 0, Silent: "may be wrong"),
        ["a boot in January 1970 with its year, among lines without"] = new(() => new MadeLog("UTC")
            .Lines("2024-06-01T00:00:00", "2024-06-10T00:00:00", 60, New).Stamped("1970-01-01T00:00:12+00:00", "1970-01-01T00:00:12")
            .Lines("2024-06-10T00:10:00", "2024-06-20T00:00:00", 60, New).File("daemon.log"), 0, Says: "is 591 d after the last line"),
    };
}
