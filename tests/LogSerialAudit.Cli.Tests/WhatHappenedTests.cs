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

    private static async Task<string> Told(string log) => (await Run.Of(Run.World(log), "report", "-")).Output;

    private static string Of(string line, int zone) => line.Replace("{0:00000}", $"{zone:00000}", StringComparison.Ordinal).Replace("192.0.{1}.{2}", Address(zone), StringComparison.Ordinal);

    private static string Address(int zone) => $"192.0.{zone / 250}.{zone % 250}";
}
