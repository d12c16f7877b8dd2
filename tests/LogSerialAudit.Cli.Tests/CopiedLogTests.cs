using System.Globalization;
using LogSerialAudit.Cli.Tests.World;
using NodaTime;

namespace LogSerialAudit.Cli.Tests;

/// <summary>
/// A log beside a copy of it that differs in the name of the host or in its times is counted once; the logs of two servers that say
/// the same are not.
/// </summary>
public sealed class CopiedLogTests
{
    private const string Complaint = "zone example.org/IN: serial number (1558725628) received from master 192.0.2.1#53 < ours (1558799284)";

    /// <summary>When the secondary asks, in seconds: a refresh comes at three quarters to all of its interval.</summary>
    private static readonly int[] Moments = [0, 1611, 3302, 4750, 6488, 8013];

    /// <summary>What it is; the original log; the other log; complaints by observer; what the coverage says of names.</summary>
    public static TheoryData<string, string, string, string, string> Counted => new()
    {
        { "under an address", Log("ns2[712]"), Log("192.0.2.7[712]"), "ns2,6", "192.0.2.7 named[712] is ns2" },
        { "under an alias, delayed by a second", Log("ns2[712]"), Log("dns-b.example.net[712]", late: [1]), "ns2,6", "dns-b.example.net named[712] is ns2" },
        { "under an alias, delayed by nought to two seconds", Log("ns2[712]"), Log("dns-b[712]", late: [0, 2, 1, 1, 0, 2]), "ns2,6", "dns-b named[712] is ns2" },
        { "under the full name, by seconds later", Log("ns2[1]"), Log("ns2.example.org[1]", late: [4, 2, 5]), "ns2,6", "ns2.example.org is ns2" },
        { "delayed by a second", Log("ns2[712]"), Log("ns2[712]", late: [1]), "ns2,6", "" },
        { "delayed by nought to four seconds", Log("ns2[712]"), Log("ns2[712]", late: [0, 3, 1, 4, 2]), "ns2,6", "" },
        { "first the copy", Log("ns2[712]", late: [1]), Log("ns2[712]"), "ns2,6", "" },
        { "a copy of the half", Log("ns2[712]"), Log("ns2[712]", late: [2], first: 2, count: 3), "ns2,6", "" },
        { "a copy that begins before", Log("ns2[712]", first: 1), Log("192.0.2.7[712]", late: [1]), "ns2,6", "192.0.2.7 named[712] is ns2" },
        { "what only the copy has is of the same server", Log("ns2[712]", first: 1), Log("ns2.example.org[712]", count: 5), "ns2,6", "ns2.example.org is ns2" },
        { "a relay with its own name before two hosts' lines", Log("ns2[712]") + Log("ns3[99]", shift: 77), Log("relay[712]") + Log("relay[99]", shift: 77), "ns2,6 ns3,6", "relay named[712] is ns2, relay named[99] is ns3" },
        { "stamped anew by a clock three minutes ahead", Differing(0), Differing(180), "ns2,6", "" },
        { "three logs' worth in two", Log("ns2[712]") + Log("ns2.example.org[712]"), Log("192.0.2.7[712]", late: [1]), "ns2,6", "ns2.example.org is ns2, 192.0.2.7 named[712] is ns2" },
    };

    /// <summary>What it is; one log; the other; complaints by observer.</summary>
    public static TheoryData<string, string, string, string> CountedTwice => new()
    {
        { "two secondaries that ask in the same seconds", Log("ns2[712]"), Log("ns3[713]"), "ns2,6 ns3,6" },
        { "two containers", Log("ns2[1]"), Log("ns3[1]"), "ns2,6 ns3,6" },
        { "without process numbers", Log("ns2"), Log("ns3"), "ns2,6 ns3,6" },
        { "one asks once at another time", Log("ns2[712]"), Log("ns3[712]", late: [0, 0, 0, 9, 0, 0]), "ns2,6 ns3,6" },
        { "delays as no relay has them", Log("ns2[712]"), Log("ns3[712]", late: [0, 5, 1, 4, 0, 2]), "ns2,6 ns3,6" },
        { "only four lines", Log("ns2[712]", count: 4), Log("ns3[712]", count: 4), "ns2,4 ns3,4" },
        { "many lines at one moment", string.Concat(Enumerable.Repeat(Log("ns2[712]", count: 1), 6)), string.Concat(Enumerable.Repeat(Log("ns3[712]", count: 1), 6)), "ns2,6 ns3,6" },
        { "another time of the day", Log("ns2[712]"), Log("ns3[712]", shift: 20_000), "ns2,6 ns3,6" },
        { "a short name that may be of two hosts", Log("ns2[1]"), Log("ns2.example.org[1]") + Log("ns2.example.net[1]"), "ns2,6 ns2.example.org,6 ns2.example.net,6" },
        { "another program", Log("ns2[712]"), Log("ns3[712]").Replace(" named", " bind9", StringComparison.Ordinal), "ns2,6 ns3,6" },
        { "another primary", Log("ns2[712]"), Log("ns3[712]").Replace("192.0.2.1#", "192.0.2.2#", StringComparison.Ordinal), "ns2,6 ns3,6" },
        { "the same of three zones again three minutes later", OfThreeZones(0), OfThreeZones(180), "ns2,6" },
        { "one server's later lines", Log("ns2[712]", count: 3), Log("ns2[712]", first: 3), "ns2,6" },
    };

    [Theory]
    [MemberData(nameof(Counted))]
    public async Task ACopyIsCountedOnce(string what, string original, string copy, string complaints, string names)
    {
        var (told, note) = await Read(original, copy);
        Assert.Equal((what, complaints, names), (what, told, note));
        Assert.Equal(complaints.Split(' ').Order(), (await Read(copy, original)).Complaints.Replace(".example.org", "", StringComparison.Ordinal).Replace("dns-b.example.net", "ns2", StringComparison.Ordinal).Replace("dns-b", "ns2", StringComparison.Ordinal).Split(' ').Order());
    }

    [Theory]
    [MemberData(nameof(CountedTwice))]
    public async Task WhatTwoServersSayIsCountedTwice(string what, string one, string other, string complaints) =>
        Assert.Equal((what, complaints, ""), await Read(one, other) is var (told, note) ? (what, told, note) : default);

    [Fact]
    public void TheTablesAreOfOneLength() => Assert.Equal(Counted.Count, CountedTwice.Count);

    private static async Task<(string Complaints, string Names)> Read(string one, string other)
    {
        using var folder = new LogFolder();
        string[] args = ["report", "--log-zone", "UTC", "--format", "csv", folder.Write("daemon.log", one), folder.Write("loghost.log", other)];
        var told = await Run.Of([.. args, "--columns", "observer,complaints"]);
        var coverage = await Run.Of([.. args, "--table", "coverage", "--columns", "note"]);
        const string Names = "by lines that both have, ";
        var notes = coverage.Output.Split('\n').SelectMany(row => row.Trim('"').Split("; ")).Where(said => said.StartsWith(Names, StringComparison.Ordinal)).Select(said => said[Names.Length..]);
        var rows = told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))
            .GroupBy(row => row[0]).Select(observer => string.Create(CultureInfo.InvariantCulture, $"{observer.Key},{observer.Sum(row => int.Parse(row[1], CultureInfo.InvariantCulture))}"));
        return (string.Join(' ', rows), string.Join(", ", notes));
    }

    /// <summary>A complaint of another serial at each moment.</summary>
    private static string Differing(int shift) =>
        string.Concat(Moments.Select((_, place) => Log("ns2[712]", first: place, count: 1, shift: shift).Replace("1558725628", $"155872562{place}", StringComparison.Ordinal)));

    /// <summary>Three complaints at one moment.</summary>
    private static string OfThreeZones(int shift) =>
        string.Concat(new[] { "org", "net", "com" }.Select(domain => Log("ns2[712]", count: 1, shift: shift).Replace("example.org", $"example.{domain}", StringComparison.Ordinal)));

    /// <summary>A complaint at each moment.</summary>
    /// <param name="host">The host and the process number.</param>
    /// <param name="late">By how many seconds each line is late, over and over.</param>
    /// <param name="first">The first moment.</param>
    /// <param name="count">How many moments at most.</param>
    /// <param name="shift">Seconds added to all.</param>
    private static string Log(string host, int[]? late = null, int first = 0, int count = 6, int shift = 0)
    {
        var (name, number) = host.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? (host[..at], host[at..]) : (host, "");
        return string.Concat(Moments.Select((moment, place) => (Place: place, Moment: moment)).Skip(first).Take(count).Select(each =>
            $"{Instant.FromUtc(2019, 5, 25, 18, 0, 0).PlusTicks((each.Moment + shift + (late is null ? 0 : late[each.Place % late.Length])) * NodaConstants.TicksPerSecond):uuuu-MM-dd'T'HH:mm:ss'Z'} {name} named{number}: {Complaint}\n"));
    }
}
