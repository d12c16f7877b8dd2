using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What the text says of an episode is no more than the lines show.</summary>
public sealed class EpisodeTextTests
{
    private const string Complaint = "12:00:00Z ns2 named[7]: zone e.org/IN: serial number (90) received from master 192.0.2.1#53 < ours (100)";

    /// <summary>What is logged behind a complaint of 90 &lt; 100; a line of the report.</summary>
    public static TheoryData<string, string> Ends => new()
    {
        { "13:00:00Z ns2 named[7]: zone e.org/IN: notify from 192.0.2.1#4000: serial 110", "by 110: announced, not seen transferred" },
        { "13:00:00Z ns2 named[7]: zone e.org/IN: transferred serial 110", "by 110 Timeline" },
        { "13:00:00Z ns2 named[7]: refresh_callback: zone e.org/IN: serial: new 100, old 100", "by 100 Timeline" },
        { "13:00:00Z ns2 named[7]: zone e.org/IN: transferred serial 90", "took 90; why is not known: neither an expiry nor a command is in these logs, which may leave out either" },
        { "13:00:00Z ns2 named[7]: received control channel command 'retransfer e.org'|13:00:01Z ns2 named[7]: zone e.org/IN: transferred serial 90", "took 90 on an operator's word Timeline" },
        { "13:00:00Z ns2 named[7]: received control channel command 'retransfer f.org'|13:00:01Z ns2 named[7]: zone e.org/IN: transferred serial 90", "took 90; why is not known" },
        { "13:00:00Z ns2 named[7]: received control channel command 'refresh e.org'|13:00:01Z ns2 named[7]: zone e.org/IN: transferred serial 90", "took 90; why is not known" },
        { "13:00:00Z ns2 named[7]: zone e.org/IN: expired|13:00:01Z ns2 named[7]: zone e.org/IN: transferred serial 90", "then took 90 Timeline" },
        { "13:00:00Z ns2 named[7]: zone e.org/IN: loaded serial 80|13:00:01Z ns2 named[7]: zone e.org/IN: transferred serial 90", "not by the primary: this server itself went back to 80, then took 90 Loaded below" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task TheEndSaysWhatTheLinesShow(string lines, string said)
    {
        using var folder = new LogFolder();
        var log = folder.Write("ns.log", string.Concat(lines.Split('|').Prepend(Complaint).Select(line => $"2019-05-25T{line}\n")));
        var report = (await Run.Of("report", log)).Output;

        Assert.Contains(said, string.Join(' ', report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>Where the line stands that has no time; the episode, and what is to be done.</summary>
    [Theory]
    [InlineData("behind", "caught-up,,,110", false)]
    [InlineData("before", "open,,,", true)]
    [InlineData("elsewhere", "open,,,", true)]
    [InlineData("quoted", "open,,,", true)]
    public async Task ALineWithoutATimeEndsAnEpisodeByItsPlace(string where, string row, bool isToDo)
    {
        const string Complained = "25-May-2019 12:00:00.000 zone e.org/IN: serial number (90) received from master 192.0.2.1#53 < ours (100)\n";
        const string Taken = "zone e.org/IN: transferred serial 110\n";
        using var folder = new LogFolder();
        string[] logs = where switch
        {
            "behind" => ["ns1=" + folder.Write("a.log", Complained + Taken)],
            "before" => ["ns1=" + folder.Write("a.log", Taken + Complained)],
            "quoted" => ["ns1=" + folder.Write("a.log", "From: a@e.org\nSubject: logs\nDate: Thu, 30 May 2019 12:00:00 +0000\n\n" + Complained + Taken)],
            _ => ["ns1=" + folder.Write("a.log", Complained), "ns1=" + folder.Write("b.log", Taken)],
        };
        var report = string.Join(' ', (await Run.Of(["report", .. logs])).Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(
            $"state,ended_utc,ended_local,ended_by_serial\n{row}\n",
            (await Run.Of(["report", "--format", "csv", "--columns", "state,ended_utc,ended_local,ended_by_serial", .. logs])).Output);
        Assert.Equal(isToDo, report.Contains("To do: ", StringComparison.Ordinal));
        Assert.Equal(isToDo, report.Contains("90 < 100 not seen to heal", StringComparison.Ordinal));
        Assert.Equal(!isToDo, report.Contains("90 < 100 healed, undated", StringComparison.Ordinal));
        Assert.Equal(!isToDo, report.Contains("healed-1 (note, strong) healed: e.org by 110 on ns1, in a line without a time that stands behind the complaints. rests on a.log:2 (e.org 110 taken)", StringComparison.Ordinal));
        Assert.Equal(!isToDo, report.Contains("ended undated by 110", StringComparison.Ordinal));
        Assert.Equal(!isToDo, report.Contains("for 1 zone, 2019-05-25T00:00:00Z to 2019-05-25T00:00:00Z or later:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4294967290", "5", "11, past the wrap at 4294967296 (RFC 1982)")]
    [InlineData("90", "100", "10\n")]
    [InlineData("1558725628", "1558799284", "73656, which is 20 h 27 min 36 s\n")]
    [InlineData("2147483748", "100", "2147483648: neither is newer (RFC 1982)\n")]
    public async Task HowFarBehindIsSaidAsSerialsAreReckoned(string offered, string held, string said)
    {
        using var folder = new LogFolder();
        var log = folder.Write("ns.log", $"2019-05-25T{Complaint.Replace("(90)", $"({offered})", StringComparison.Ordinal).Replace("(100)", $"({held})", StringComparison.Ordinal)}\n");

        Assert.Contains($"behind   {said}", (await Run.Of("report", log)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachStampOfTheCoverageHasItsOwnDigits()
    {
        using var folder = new LogFolder();
        var log = folder.Write("ns.log", "2019-05-25T12:00:00Z ns2 named[7]: x\n2019-05-25T13:00:00.250Z ns2 named[7]: x\n");

        Assert.Equal(
            "first_utc,last_utc\n2019-05-25T12:00:00Z,2019-05-25T13:00:00.250Z\n",
            (await Run.Of("report", "--format", "csv", "--table", "coverage", "--columns", "first_utc,last_utc", log)).Output);
    }
}
