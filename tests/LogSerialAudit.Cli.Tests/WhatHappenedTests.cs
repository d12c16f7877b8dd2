namespace LogSerialAudit.Cli.Tests;

/// <summary>What the first screen says of how many there are.</summary>
public sealed class WhatHappenedTests
{
    private const string Expired = "2019-05-25T12:00:00Z ns2 named[7]: zone z{0:00000}.org/IN: expired\n";
    private const string Returned = "2019-05-25T12:00:01Z ns2 named[7]: zone z{0:00000}.org/IN: transferred serial 5\n";
    private const string Refused = "2019-05-25T12:00:00Z ns2 named[7]: zone z{0:00000}.org/IN: serial number (90) received from master 192.0.{1}.{2}#53 < ours (100)\n";

    [Theory]
    [InlineData(3, "What all of it rests on, is told below.")]
    [InlineData(5, "2 more like this, and what all of it rests on, is told below.")]
    [InlineData(1003, "1000 more like this, and what all of it rests on, is told below.")]
    public async Task ZonesThatExpiredAreCountedAlsoWhereAFindingCountsThem(int zones, string said) =>
        Assert.Contains($"\n{said}\n", await Told(string.Concat(Enumerable.Range(0, zones).Select(zone => Of(Expired, zone)))), StringComparison.Ordinal);

    [Fact]
    public async Task IncidentsAreCountedAlsoWhereAFindingCountsThem()
    {
        var report = await Told(string.Concat(Enumerable.Range(0, 1005).Select(zone => Of(Refused, zone))));
        Assert.Contains("\n1003 more like this, and what all of it rests on, is told below.\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAnIncidentOfManyZonesAtLeastThoseThatAreToldAreToDo()
    {
        var report = await Told(string.Concat(Enumerable.Range(0, 1005).Select(zone => Of(Refused, zone).Replace(Address(zone), Address(0), StringComparison.Ordinal))));
        Assert.Contains("\n  and 1000 more zones\n", report, StringComparison.Ordinal);
        Assert.Contains("\n  and at least 998 more zones to do, below\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AZoneThatIsStillExpiredIsToldBeforeAThousandThatAreServedAgain()
    {
        var report = await Told(string.Concat(Enumerable.Range(0, 1003).Select(zone => Of(Expired, zone) + (zone == 1002 ? "" : Of(Returned, zone)))));
        Assert.Contains("\nz01002.org expired on ns2 at 2019-05-25T12:00:00Z", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIncidentThatIsNotOverIsToldBeforeAThousandThatAre()
    {
        var report = await Told(string.Concat(Enumerable.Range(0, 1003).Select(zone => Of(Refused, zone) + (zone == 1002 ? "" : Of(Returned, zone).Replace("serial 5", "serial 101", StringComparison.Ordinal)))));
        Assert.Contains($"\n{Address(1002)} offered ns2 older serials than it held, for 1 zone", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfThoseThatAFilterShowsOnlyTheToldOnesAreCounted()
    {
        var log = string.Concat(Enumerable.Range(0, 1005).Select(zone => Of(Expired, zone)));
        Assert.Contains("\n7 more like this, ", (await Run.Of(Run.World(log), "report", "--zone", "z0000*", "-")).Output, StringComparison.Ordinal);
    }

    private const string Two = "2019-05-25T12:00:00Z ns2 named[7]: zone a.org/IN: transferred serial 100\n2019-05-25T13:00:00Z ns2 named[7]: zone a.org/IN: serial number (90) received from master 192.0.2.1#53 < ours (100)\n"
        + "2019-05-25T14:00:00Z ns2 named[7]: zone a.org/IN: transferred serial 101\n2019-05-29T13:00:00Z ns2 named[7]: zone a.org/IN: serial number (91) received from master 192.0.2.2#53 < ours (101)\n";

    [Theory]
    [InlineData("", 1)]
    [InlineData("2019-05-29T14:00:00Z ns2 named[7]: zone a.org/IN: transferred serial 102\n", 0)]
    public async Task WhatIsToBeDoneStandsOnlyWhereItIsNotOver(string end, int toDo)
    {
        var report = await Told(Two + end);
        Assert.Equal(3, report.Split(" offered ns2 older serials").Length);
        Assert.Equal(toDo, report.Split("\nTo do: ").Length - 1);
    }

    private const string Complaint = "2025-07-31T10:00:00Z ns1 named[1]: zone a.org/IN: transferred serial 6\n2025-07-31T11:00:00Z ns1 named[1]: zone a.org/IN: serial number (4) received from primary 192.0.2.1#53 < ours (6)\n";

    private const string Mail = "From: a@e.org\nSubject: logs\nDate: Fri, 1 Aug 2025 13:00:00 +0000\n\n";
    private const string Undated = "01/08/2025 12:00:00 ns1 named[1]: zone ";

    /// <summary>What stands before the complaint and behind it, of which the day could be the month; what is said. In a mail it has no place.</summary>
    [Theory]
    [InlineData("", "", "To do: a.org: ns1 held 6. Set the serial on the primary to 7 or more,")]
    [InlineData("", Undated + "a.org/IN: transferred serial 7\n", "4 < 6 healed, undated Cause: ")]
    [InlineData("", Undated + "a.org/IN: transferred serial 5\n", "4 < 6 lower taken, undated Cause: ")]
    [InlineData("", Undated + "b.org/IN: transferred serial 7\n", "To do: a.org: ns1 held 6. Set the serial on the primary to 7 or more,")]
    [InlineData(Mail, Undated + "a.org/IN: transferred serial 7\n", "To do: a.org: a line without a time shows that ns1 took 7; do this only where complaints came after that. Set the serial on the primary to 8 or more,")]
    [InlineData(Mail, Undated + "a.org/IN: transferred serial 5\n", "To do: a.org: ns1 held 6. Set the serial on the primary to 7 or more,")]
    public async Task ASerialThatWasTakenWhoKnowsWhenIsSaidBeforeWhatIsToBeDone(string before, string line, string said) =>
        Assert.Contains(said, InOneLine(await Told(before + Complaint + line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("May 25 12:00:00 ", " (year-unsure):")]
    [InlineData("2019-05-25T12:00:00Z ", ":")]
    public async Task AFirstComplaintWhoseYearIsNotSureIsMarked(string stamp, string mark) =>
        Assert.Contains($"since 2019-05-25T{(mark.Length > 1 ? "00" : "12")}:00:00Z{mark} ", InOneLine(await Told(stamp + Of(Refused, 0)["2019-05-25T12:00:00Z ".Length..])), StringComparison.Ordinal);

    private const string Dated = "2019-05-23T12:00:00Z ns2 named[7]: zone a.org/IN: transferred serial {0}\n2019-05-25T12:00:00Z ns2 named[7]: zone a.org/IN: transferred serial {1}\n"
        + "2019-05-25T13:00:00Z ns2 named[7]: zone a.org/IN: serial number ({2}) received from master 192.0.2.1#53 < ours ({1})\n";

    /// <summary>Who has the newer content is what is acted upon: it is said how sure it is.</summary>
    [Theory]
    [InlineData("2019052301", "2019052501", "2019052401", "Meanwhile (possible): ns2 served older content ")]
    [InlineData("1", "9", "5", "Meanwhile: whether ns2 or ")]
    [InlineData("5", "9", "5", "Meanwhile (possible): ns2 served newer content ")]
    [InlineData("5", "9", "4", "Meanwhile: whether ns2 or ")]
    [InlineData("2019052301", "2019052501", "1558702740", "Meanwhile: ns2 served older content ")]
    public async Task WhatIsOnlyPossibleOfTheContentIsMarked(string before, string held, string offered, string said) =>
        Assert.Contains(said, InOneLine(await Told(Dated.Replace("{0}", before, StringComparison.Ordinal).Replace("{1}", held, StringComparison.Ordinal).Replace("{2}", offered, StringComparison.Ordinal))), StringComparison.Ordinal);

    /// <summary>Lines without a host are a server's by its name on the command line; a log's name is none.</summary>
    [Theory]
    [InlineData("ns2=-", "25-May-2019 12:00:00.000 ", "rndc retransfer a.org on ns2.")]
    [InlineData("ns2=-", "2019-05-25T12:00:00Z ns3 named[7]: ", "rndc retransfer a.org on ns3.")]
    [InlineData("-", "25-May-2019 12:00:00.000 ", "rndc retransfer a.org on the server of stdin.")]
    [InlineData("-", "2019-05-25T12:00:00Z ns3 named[7]: ", "rndc retransfer a.org on ns3.")]
    public async Task ACommandIsToBeGivenOnAServer(string path, string before, string said) =>
        Assert.Contains(said, InOneLine((await Run.Of(Run.World(before + "zone a.org/IN: serial number (90) received from master 192.0.2.1#53 < ours (100)\n"), "report", path)).Output), StringComparison.Ordinal);

    private const string Many = "2019-05-25T12:00:0{0}Z ns2 named[7]: zone a{0}.org/IN: serial number (90) received from master 192.0.2.{0}#53 < ours (100)\n";

    [Fact]
    public async Task OfEachKindOfFindingTheFirstIsToldAndHowManyMoreThereAre()
    {
        var report = await Told(string.Concat(Enumerable.Range(0, 9).Select(zone => Many.Replace("{0}", $"{zone}", StringComparison.Ordinal))) + Of(Expired, 1));
        Assert.Contains("\nexpired-1 (", report, StringComparison.Ordinal);
        Assert.Contains(" ... 17 more (4 went-back, 4 likely-cause, 4 content-served, 5 raise-serial): --table findings ", InOneLine(report), StringComparison.Ordinal);
    }

    private static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> Told(string log) => (await Run.Of(Run.World(log), "report", "-")).Output;

    private static string Of(string line, int zone) => line.Replace("{0:00000}", $"{zone:00000}", StringComparison.Ordinal).Replace("192.0.{1}.{2}", Address(zone), StringComparison.Ordinal);

    private static string Address(int zone) => $"192.0.{zone / 250}.{zone % 250}";
}
