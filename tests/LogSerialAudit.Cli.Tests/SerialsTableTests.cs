namespace LogSerialAudit.Cli.Tests;

/// <summary>The table of a mailing list post of 2019-06-01, byte for byte.</summary>
public sealed class SerialsTableTests
{
    private const string Published = """
        1557434452 2019-05-09T20:40:52+00:00 2019-05-09T13:40:52-07:00 sflug.org
        1557834269 2019-05-14T11:44:29+00:00 2019-05-14T04:44:29-07:00 sflug.org *
        1558125318 2019-05-17T20:35:18+00:00 2019-05-17T13:35:18-07:00 sf-lug.com
        1558622463 2019-05-23T14:41:03+00:00 2019-05-23T07:41:03-07:00 sf-lug.org
        1558725628 2019-05-24T19:20:28+00:00 2019-05-24T12:20:28-07:00 balug.org
        1558799275 2019-05-25T15:47:55+00:00 2019-05-25T08:47:55-07:00 sf-lug.com *
        1558799278 2019-05-25T15:47:58+00:00 2019-05-25T08:47:58-07:00 sf-lug.org *
        1558799284 2019-05-25T15:48:04+00:00 2019-05-25T08:48:04-07:00 balug.org *

        """;

    /// <summary>The four distinct complaints as the post prints them, one with its stamp.</summary>
    private const string Complaints = """
        May 30 10:05:36 linuxmafia named[11750]: zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)
        May 30 10:30:43 linuxmafia named[11750]: zone sf-lug.org/IN: serial number (1558622463) received from master 198.144.194.238#53 < ours (1558799278)
        zone sf-lug.com/IN: serial number (1558125318) received from master 198.144.194.238#53 < ours (1558799275)
        zone sflug.org/IN: serial number (1557434452) received from master 198.144.194.238#53 < ours (1557834269)

        """;

    [Fact]
    public async Task TheSampleGivesTheEightLinesOfThePost() => Assert.Equal(
        new Run(ExitCode.Done, Published, ""),
        await Run.Of("report", "--table", "serials", "--format", "text", "--log-zone", "America/Los_Angeles", "samples/balug-2019-05/linuxmafia/daemon.log*"));

    [Fact]
    public async Task FourPastedLinesGiveThemToo() => Assert.Equal(
        new Run(ExitCode.Done, Published, ""),
        await Run.Of(Run.World(Complaints), "report", "--table", "serials", "--log-zone", "UTC", "--local-zone", "America/Los_Angeles", "-"));
}
