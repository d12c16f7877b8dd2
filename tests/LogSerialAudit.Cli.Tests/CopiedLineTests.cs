using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A line that stands in two logs is one event, and a line that may be its own is not left out.</summary>
public sealed class CopiedLineTests
{
    private const string Complaint = "zone example.org/IN: serial number (1558725628) received from master 192.0.2.1#53 < ours (1558799284)";
    private const string AtOrigin = "May 25 18:00:00 ns2 named[7]: " + Complaint + "\n";

    /// <summary>What it is; the origin's log, in Berlin; the other log; the episodes by observer; the note on what was left out.</summary>
    public static TheoryData<string, string, string, string, string> Logs => new()
    {
        { "a log host's copy in ISO form", AtOrigin, "2019-05-25T18:00:00.123456+02:00 ns2 named[7]: " + Complaint, "ns2,1", "1 event that another log has too counted there" },
        { "a log host's copy in UTC", AtOrigin, "2019-05-25T16:00:00Z ns2 named[7]: " + Complaint, "ns2,1", "1 event that another log has too counted there" },
        { "a copy in RFC 5424", AtOrigin, "<30>1 2019-05-25T16:00:00Z ns2 named 7 - - " + Complaint, "ns2,1", "1 event that another log has too counted there" },
        { "a copy with the priority", AtOrigin, "<30>" + AtOrigin, "ns2,1", "1 event that another log has too counted there" },
        { "twice in one second, and copied", AtOrigin + AtOrigin, AtOrigin + AtOrigin, "ns2,2", "2 events that another log has too counted there" },
        { "twice in one log, once in the other", AtOrigin, AtOrigin + AtOrigin, "ns2,2", "1 event that another log has too counted there" },
        { "twice in one log is twice", AtOrigin + AtOrigin, "", "ns2,2", "" },
        { "another server in the same second", AtOrigin, AtOrigin.Replace("ns2", "ns3", StringComparison.Ordinal), "ns2,1 ns3,1", "" },
        { "a server of another domain", AtOrigin.Replace("ns2", "ns2.example.org", StringComparison.Ordinal), AtOrigin.Replace("ns2", "ns2.example.net", StringComparison.Ordinal), "ns2.example.org,1 ns2.example.net,1", "" },
        { "a copy under the host's full name", AtOrigin, AtOrigin.Replace("ns2", "ns2.example.org", StringComparison.Ordinal), "ns2,1", "1 event that another log has too counted there" },
        { "a copy in capitals", AtOrigin, AtOrigin.Replace("ns2", "NS2", StringComparison.Ordinal), "ns2,1", "1 event that another log has too counted there" },
        { "a copy with the program's folder", AtOrigin, AtOrigin.Replace("named", "/usr/sbin/named", StringComparison.Ordinal), "ns2,1", "1 event that another log has too counted there" },
        { "a copy without the process number", AtOrigin, AtOrigin.Replace("[7]", "", StringComparison.Ordinal), "ns2,1", "1 event that another log has too counted there" },
        { "without a number it may be either process", AtOrigin + AtOrigin.Replace("[7]", "[8]", StringComparison.Ordinal), AtOrigin.Replace("[7]", "", StringComparison.Ordinal), "ns2,3", "" },
        { "a name that is no label of the other", AtOrigin, AtOrigin.Replace("ns2", "ns2a.example.org", StringComparison.Ordinal), "ns2,1 ns2a.example.org,1", "" },
        { "an address that begins as a name does", AtOrigin.Replace("ns2", "192", StringComparison.Ordinal), AtOrigin.Replace("ns2", "192.0.2.7", StringComparison.Ordinal), "192,1 192.0.2.7,1", "" },
        { "another process", AtOrigin, AtOrigin.Replace("[7]", "[8]", StringComparison.Ordinal), "ns2,2", "" },
        { "another pair", AtOrigin, AtOrigin.Replace("1558725628", "1558725629", StringComparison.Ordinal), "ns2,1 ns2,1", "" },
        { "another primary", AtOrigin, AtOrigin.Replace("192.0.2.1", "192.0.2.2", StringComparison.Ordinal), "ns2,1 ns2,1", "" },
        { "a second later may be its own", AtOrigin, AtOrigin.Replace("18:00:00", "18:00:01", StringComparison.Ordinal), "ns2,2", "" },
        { "clocks some minutes apart", Minutes(0, 1, 2, 3, 4, 5), Minutes(4, 5, 6, 7, 8, 9), "ns2,1 ns2,1 ns2,1 ns2,1 ns2,1 ns2,1", "6 events that another log has too counted there" },
        { "the next log, with the same words again", Minutes(0, 1, 2), Minutes(4, 5, 6), "ns2,1 ns2,1 ns2,1 ns2,1 ns2,1 ns2,1", "" },
        { "logs that name no host", AtOrigin.Replace("ns2 ", "", StringComparison.Ordinal), AtOrigin.Replace("ns2 ", "", StringComparison.Ordinal), "daemon.log,1 loghost.log,1", "" },
    };

    /// <summary>A lower serial each minute, from the first one on.</summary>
    private static string Minutes(params int[] minutes) => string.Concat(minutes.Select((minute, place) =>
        AtOrigin.Replace("18:00:00", $"18:{minute:00}:00", StringComparison.Ordinal).Replace("1558725628", $"155872562{place}", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task EachIsCountedOnce(string what, string origin, string copy, string episodes, string note)
    {
        using var folder = new LogFolder();
        string[] args = ["--log-zone", "Europe/Berlin", "--year", "2019", "--format", "csv", folder.Write("daemon.log", origin), folder.Write("loghost.log", copy)];

        var told = await Run.Of(["report", .. args, "--columns", "observer,complaints"]);
        var coverage = await Run.Of(["report", .. args, "--table", "coverage", "--columns", "note"]);

        Assert.Equal((what, $"observer,complaints {episodes}"), (what, string.Join(' ', told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
        var notes = coverage.Output.Split('\n').SelectMany(row => row.Trim('"').Split("; ")).Where(said => said.Contains("another log", StringComparison.Ordinal));
        Assert.Equal(note.Length == 0 ? [] : [note], notes);
    }
}
