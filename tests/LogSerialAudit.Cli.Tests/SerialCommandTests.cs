using System.Globalization;

namespace LogSerialAudit.Cli.Tests;

public sealed class SerialCommandTests
{
    private static readonly string[] LinuxmafiaSerials =
        ["1557434452", "1557834269", "1558125318", "1558622463", "1558725628", "1558799275", "1558799278", "1558799284"];

    private const string LinuxmafiaTable = """
        1557434452 2019-05-09T20:40:52+00:00 2019-05-09T13:40:52-07:00
        1557834269 2019-05-14T11:44:29+00:00 2019-05-14T04:44:29-07:00
        1558125318 2019-05-17T20:35:18+00:00 2019-05-17T13:35:18-07:00
        1558622463 2019-05-23T14:41:03+00:00 2019-05-23T07:41:03-07:00
        1558725628 2019-05-24T19:20:28+00:00 2019-05-24T12:20:28-07:00
        1558799275 2019-05-25T15:47:55+00:00 2019-05-25T08:47:55-07:00
        1558799278 2019-05-25T15:47:58+00:00 2019-05-25T08:47:58-07:00
        1558799284 2019-05-25T15:48:04+00:00 2019-05-25T08:48:04-07:00

        """;

    [Fact]
    public async Task TheEightSerialsAreWrittenAsDateWritesThem()
    {
        var run = await Run.Of(["serial", .. LinuxmafiaSerials, "--local-zone", "US/Pacific"]);

        Assert.Equal(new Run(ExitCode.Done, LinuxmafiaTable, ""), run);
    }

    [Fact]
    public async Task StandardInputIsReadLineByLine()
    {
        var world = Run.World(string.Join("\r\n", LinuxmafiaSerials) + "\n\n  \n");

        Assert.Equal(new Run(ExitCode.Done, LinuxmafiaTable, ""), await Run.Of(world, "serial", "--local-zone", "US/Pacific", "-"));
    }

    [Fact]
    public async Task AForeignCultureChangesNothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = HostileCulture.Create();
        try
        {
            Assert.Equal(LinuxmafiaTable, (await Run.Of(["serial", .. LinuxmafiaSerials, "--local-zone", "US/Pacific"])).Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2019-05-26T03:48:04+12:00")]
    [InlineData(":Pacific/Auckland", "2019-05-26T03:48:04+12:00")]
    [InlineData("/usr/share/zoneinfo/Pacific/Auckland", "2019-05-26T03:48:04+12:00")]
    [InlineData("UTC", "2019-05-25T15:48:04+00:00")]
    [InlineData("", "2019-05-25T15:48:04+00:00")]
    [InlineData(null, "2019-05-25T15:48:04+00:00")]
    public async Task LocalTimeIsTheSystemsUnlessSaidOtherwise(string? zone, string local) => Assert.Equal(
        new Run(ExitCode.Done, $"1558799284 2019-05-25T15:48:04+00:00 {local}\n", ""),
        await Run.Of(Run.World(zone: zone), "serial", "1558799284"));

    [Fact]
    public async Task ASystemZoneWithoutANameIsTold() => Assert.Equal(
        new Run(
            ExitCode.Done,
            "1558799284 2019-05-25T15:48:04+00:00 2019-05-25T15:48:04+00:00\n",
            "logserialaudit: the system's time zone, <+0330>-3:30, is not known by name; UTC is used\n"),
        await Run.Of(Run.World(zone: "<+0330>-3:30"), "serial", "1558799284"));

    [Theory]
    [InlineData("2019052501", "2019052501 YYYYMMDDnn: 2019-05-25, nn 01 (as unixtime: 2033-12-24T15:55:01+00:00)")]
    [InlineData("42", "42 counter (as unixtime: 1970-01-01T00:00:42+00:00)")]
    [InlineData("0", "0 counter (as unixtime: 1970-01-01T00:00:00+00:00)")]
    [InlineData("3706282932", "3706282932 counter (as unixtime: 2087-06-12T19:02:12+00:00)")]
    [InlineData("2711201407", "2711201407 counter (as unixtime: 2055-11-30T15:30:07+00:00)")]
    [InlineData("4294967295", "4294967295 counter (as unixtime: 2106-02-07T06:28:15+00:00)")]
    [InlineData("2019-05-25T15:48:04Z", "1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00")]
    [InlineData("2019-05-25T08:48:04-07:00", "1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00")]
    [InlineData("2019-05-25 08:48:04-0700", "1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00")]
    [InlineData("2019-05-25T08:48:04.999-07", "1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00")]
    [InlineData("2019-05-26T03:48:04", "1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00")]
    [InlineData("2019-05-26T03:48", "1558799280 2019-05-25T15:48:00+00:00 2019-05-26T03:48:00+12:00")]
    [InlineData("2019-05-26", "1558785600 2019-05-25T12:00:00+00:00 2019-05-26T00:00:00+12:00")]
    [InlineData("2033-12-24T15:55:01Z", "2019052501 2033-12-24T15:55:01+00:00 2033-12-25T04:55:01+13:00")]
    [InlineData("now", "1559363456 2019-06-01T04:30:56+00:00 2019-06-01T16:30:56+12:00")]
    [InlineData("2019-09-29T02:30", "1569681000 2019-09-28T14:30:00+00:00 2019-09-29T03:30:00+13:00 (2019-09-29T02:30 is skipped in Pacific/Auckland, where clocks were set forward; read with the offset before)")]
    public async Task AValueIsExplained(string value, string line) =>
        Assert.Equal(new Run(ExitCode.Done, line + "\n", ""), await Run.Of("serial", value));

    [Fact]
    public async Task ALocalTimeThatOccursTwiceHasTwoSerials() => Assert.Equal(
        new Run(
            ExitCode.Done,
            """
            1572769800 2019-11-03T08:30:00+00:00 2019-11-03T01:30:00-07:00 (2019-11-03T01:30 occurs twice in America/Los_Angeles; this is the first time)
            1572773400 2019-11-03T09:30:00+00:00 2019-11-03T01:30:00-08:00 (2019-11-03T01:30 occurs twice in America/Los_Angeles; this is the second time)

            """,
            ""),
        await Run.Of("serial", "--local-zone", "America/Los_Angeles", "2019-11-03T01:30"));

    [Theory]
    [InlineData("4294967296", "4294967296 is not a serial: serials are 0 to 4294967295")]
    [InlineData("99999999999999999999", "99999999999999999999 is not a serial: serials are 0 to 4294967295")]
    [InlineData("-5", "-5 is not a serial: serials are 0 to 4294967295")]
    [InlineData("", "an empty word is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("abc", "abc is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("1e9", "1e9 is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("1.558.799.284", "1.558.799.284 is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("2019-02-29", "2019-02-29 is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("2019-05-25T24:01Z", "2019-05-25T24:01Z is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("2019-05-25T15:48:04X", "2019-05-25T15:48:04X is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    [InlineData("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z has no serial: seconds since 1970 in 32 bits end at 2106-02-07T06:28:15Z")]
    [InlineData("2106-02-07T06:28:16Z", "2106-02-07T06:28:16Z has no serial: seconds since 1970 in 32 bits end at 2106-02-07T06:28:15Z")]
    [InlineData("\u001b[2J", @"\x1b[2J is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now")]
    public async Task AValueThatIsNoneIsToldAndTheOthersAreAnswered(string value, string message) => Assert.Equal(
        new Run(
            ExitCode.Trouble,
            """
            1558799275 2019-05-25T15:47:55+00:00 2019-05-26T03:47:55+12:00
            1558799284 2019-05-25T15:48:04+00:00 2019-05-26T03:48:04+12:00

            """,
            $"logserialaudit: {message}\n"),
        await Run.Of("serial", "1558799275", value, "1558799284"));

    [Theory]
    [InlineData("1558725628", "1558799284", "1558725628 is older than 1558799284 by 73656 (20 h 27 min 36 s)")]
    [InlineData("1558799284", "1558725628", "1558799284 is newer than 1558725628 by 73656 (20 h 27 min 36 s)")]
    [InlineData("7", "7", "7 and 7 are equal")]
    [InlineData("0", "2147483648", "0 and 2147483648 have no order: they are 2147483648 apart (RFC 1982)")]
    [InlineData("5", "4294967290", "5 is newer than 4294967290 by 11, past 4294967295")]
    [InlineData("4294967290", "5", "4294967290 is older than 5 by 11, past 4294967295")]
    [InlineData("0", "2147483647", "0 is older than 2147483647 by 2147483647")]
    [InlineData("2019052501", "1558799284", "2019052501 is newer than 1558799284 by 460253217")]
    public async Task TwoValuesAreComparedByRfc1982(string first, string second, string comparison)
    {
        var run = await Run.Of("serial", "--compare", first, second);

        Assert.Equal((ExitCode.Done, comparison), (run.ExitCode, run.Output.Split('\n')[2]));
    }

    [Fact]
    public async Task CsvHasARowEach() => Assert.Equal(
        """
        serial,utc,local,scheme,note
        1558799284,2019-05-25T15:48:04Z,2019-05-26T03:48:04+12:00,unixtime,
        2019052501,,,YYYYMMDDnn,"2019-05-25, nn 01; as unixtime 2033-12-24T15:55:01Z"
        42,,,counter,as unixtime 1970-01-01T00:00:42Z

        """,
        (await Run.Of("serial", "1558799284", "2019052501", "42", "--format", "csv")).Output);

    [Fact]
    public async Task TsvAndColumns() => Assert.Equal(
        "scheme\tserial\nunixtime\t1558799284\n",
        (await Run.Of("serial", "1558799284", "--format=tsv", "--columns", "scheme, serial")).Output);

    [Fact]
    public async Task Json() => Assert.Equal(
        """{"serials":[{"serial":1558799284,"utc":"2019-05-25T15:48:04Z","local":"2019-05-26T03:48:04+12:00","scheme":"unixtime","note":null}]}""" + "\n",
        (await Run.Of("serial", "1558799284", "--format", "json")).Output);

    [Fact]
    public async Task ForASpreadsheet() => Assert.Equal(
        "\ufeffserial;utc\n1558799284;2019-05-25 15:48:04\n",
        (await Run.Of("serial", "1558799284", "--format", "csv", "--separator", ";", "--bom", "--dates", "spreadsheet", "--columns", "serial,utc")).Output);

    [Fact]
    public async Task AFileIsWrittenOnceUnlessForced()
    {
        var folder = Directory.CreateTempSubdirectory("serial-");
        try
        {
            var world = Run.World() with { CurrentDirectory = folder.FullName };
            var path = Path.Combine(folder.FullName, "a.txt");

            Assert.Equal(new Run(ExitCode.Done, "", ""), await Run.Of(world, "serial", "42", "-o", "a.txt"));
            Assert.Equal("42 counter (as unixtime: 1970-01-01T00:00:42+00:00)\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
            Assert.Equal(
                new Run(ExitCode.Trouble, "", $"logserialaudit: {path} exists; --force replaces it; see logserialaudit serial --help\n"),
                await Run.Of(world, "serial", "43", "-o", "a.txt"));
            Assert.Equal(ExitCode.Done, (await Run.Of(world, "serial", "44", "-o", "a.txt", "--force")).ExitCode);
            Assert.StartsWith("44 ", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Single(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
