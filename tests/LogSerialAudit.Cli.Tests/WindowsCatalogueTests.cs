using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>The catalogue that is off unless asked for.</summary>
public sealed class WindowsCatalogueTests
{
    private const string Log = """
        2019-05-25T16:23:51Z win1 DNS[4]: Zone example.org version 42 is newer than version 41 on DNS server at 192.0.2.1. The zone was not updated.
        2019-05-25 16:24:51Z Zone example.com version 6 is newer than version 5 on DNS server at 192.0.2.1. The zone was not updated.

        """;

    [Fact]
    public async Task ItIsReadWhereItIsAskedFor()
    {
        using var folder = new LogFolder();
        string[] report = ["report", "--format", "csv", "--columns", "zone,offered_serial,held_serial", folder.Write("events.txt", Log)];

        Assert.Equal("zone,offered_serial,held_serial\n", (await Run.Of(report)).Output);
        Assert.Equal("zone,offered_serial,held_serial\nexample.org,41,42\nexample.com,5,6\n", (await Run.Of([.. report, "--catalogue", "windows"])).Output);
    }

    [Fact]
    public async Task WhatIsToBeDoneIsToldInItsOwnWords()
    {
        using var folder = new LogFolder();
        var report = (await Run.Of("report", "--catalogue", "windows", folder.Write("events.txt", Log.Split('\n')[0] + "\n"))).Output;

        Assert.Contains(
            "or take what it has as it is: Start-DnsServerZoneTransfer -FullTransfer -Name example.org (PowerShell; where it still refuses, remove the secondary zone and add it again) on win1.",
            string.Join(' ', report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        Assert.DoesNotContain("rndc", report.Split("\nLimits")[0].Split("What these logs")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsSamplesAreWell()
    {
        var run = await Run.Of("messages", "--check", "windows");

        Assert.StartsWith("windows: 17 entries, 20 samples, all well\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherNameIsAFile() =>
        Assert.Equal("logserialaudit: nosuch: no such catalogue file\n", (await Run.Of("messages", "--check", "nosuch")).Errors);
}
