namespace LogSerialAudit.Cli.Tests;

/// <summary>Mails through the whole program: what is found, dated and said of them.</summary>
public sealed class MailTests
{
    private const string Complaint = "zone balug.org/IN: serial number (7) received from master 198.144.194.238#53 < ours (8)";

    private const string Mailbox = $"""
        From root at example.com  Wed May 30 18:20:26 2018
        From: root at example.com (logcheck)
        Date: Wed, 30 May 2018 11:20:26 -0700
        Subject: System Events

        May 30 10:05:36 linuxmafia named[11750]: {Complaint}

        From rick at example.com  Thu May 31 18:20:26 2018
        From: rick at example.com (Rick)
        Date: Thu, 31 May 2018 11:20:26 -0700
        Content-Type: multipart/mixed; boundary=b

        --b

        > May 30 10:05:36 linuxmafia named[11750]: {Complaint}
        Without stamps:
        balug.org/IN: serial number (7) received from master 198.144.194.238#53
        < ours (8)
        sflug.org/IN: serial number (7) received from master 198.144.194.238#53
        < ours (9)
        --b
        Content-Type: application/x-7z-compressed; name=syslog.1.7z

        --b--
        """;

    [Fact]
    public async Task CoverageSaysWhatItWasAndWhatOfItWasNotRead() =>
        Assert.Equal(
            """
            file,bytes,lines,events,skipped,unreadable_bytes,first_utc,last_utc,year_source,log_zone,note
            "'-",833,24,4,20,0,2018-05-30T17:05:36Z,2018-05-30T17:05:36Z,mail-date,America/Los_Angeles,"2 mails of 2018-05-30 to 2018-05-31, 4 log lines; the attachment syslog.1.7z, at line 23, is not read; 2 undated lines, of which 1 repeats dated complaints; 1 event that another log or mail has too counted there; year 2018 from the mail's date, no serial close to its line"

            """,
            await Csv("coverage"));

    [Fact]
    public async Task AQuotedLineIsCountedOnceAndAnUndatedOneOnlyWhereNoDatedOneSaysTheSame() =>
        Assert.Equal(
            """
            zone,observer,first_seen_utc,complaints,year_source,dating,source
            balug.org,linuxmafia,2018-05-30T17:05:36Z,1,mail-date,,"'-:6"
            sflug.org,stdin,,1,,undated,"'-:19"

            """,
            await Csv("episodes", "--columns", "zone,observer,first_seen_utc,complaints,year_source,dating,source"));

    [Theory]
    [InlineData("1 Jun 2018", "serial number (1527189628) received from master 192.0.2.1#53 < ours (1527263284)", "2018-05-30T17:05:36Z serials ")]
    [InlineData("1 Jun 2018", "transferred serial 1527699931", "2018-05-30T17:05:36Z serials ")]
    [InlineData("1 Jun 2018", "serial number (17) received from master 192.0.2.1#53 < ours (18)", "2018-05-30T17:05:36Z mail-date ")]
    [InlineData("1 Aug 2018", "transferred serial 1496163931", "2017-05-30T17:05:36Z serials ")]
    [InlineData("1 Aug 2018", "serial number (1495653628) received from master 192.0.2.1#53 < ours (1495727284)", "2018-05-30T17:05:36Z mail-date year-unsure")]
    public async Task SerialsInQuotedLinesSayTheirYearBeforeTheMailsDateDoes(string sent, string message, string expected)
    {
        var mail = $"From: rick at example.com (Rick)\nDate: {sent} 11:20:26 -0700\nSubject: see\n\n> May 30 10:05:36 ns2 named[7]: zone a.example/IN: {message}\n";
        var run = await Run.Of(
            Run.World(mail), "report", "-", "--log-zone", "America/Los_Angeles", "--format", "csv", "--table", "events", "--columns", "at_utc,dating");
        var coverage = await Run.Of(
            Run.World(mail), "report", "-", "--log-zone", "America/Los_Angeles", "--format", "csv", "--table", "coverage", "--columns", "year_source");
        var (at, source) = (run.Output.Split('\n')[1].Split(','), coverage.Output.Split('\n')[1]);

        Assert.Equal(expected, $"{at[0]} {source} {at[1]}");
    }

    private static async Task<string> Csv(string table, params string[] more)
    {
        var run = await Run.Of(Run.World(Mailbox), ["report", "-", "--log-zone", "America/Los_Angeles", "--format", "csv", "--table", table, .. more]);
        Assert.Equal("", run.Errors);
        return run.Output;
    }
}
