namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Lines that were shortened to fit a terminal: none is half read, and all are counted.</summary>
public sealed class ShortenedLineTests
{
    private const string Head = "May 30 10:05:36 ns named[11750]: ";

    [Theory]
    [InlineData(Head + "zone balug.org/IN: transferred serial 15587\u2026")]
    [InlineData(Head + "zone balug.org/IN: transferred serial 15587...")]
    [InlineData(Head + "zone balug.org/IN: serial number (1558725628) received from mast\u2026 (1558799284)")]
    [InlineData(Head + "zone balug.org/IN: serial number (1558\u2026")]
    [InlineData(Head + "zone balug.org/IN: noti\u2026")]
    [InlineData(Head + "client @0x7f2c45008098 192.0.2.1#3345: received notify for zone 'balug...")]
    [InlineData(Head + "transfer of 'balug.org/IN' from 192.0.2.1#53: Transfer completed: 1 messages, 8 recor...")]
    public void AShortenedLineIsNoEventAndIsCounted(string line)
    {
        foreach (var before in new[] { "", Finding.Complaint + "\n" })
        {
            var found = Finding.In($"{before}{line}\n{line}\r\n");

            Assert.Equal(before.Length == 0 ? 0 : 1, found.Events.Length);
            Assert.Equal((2L, before.Length == 0 ? 1L : 2L), found.Scan.Shortened);
        }
    }

    [Theory]
    [InlineData(Head + "shutting down...")]
    [InlineData(Head + "zone balug.org/IN: transferred serial 15587")]
    [InlineData(Head + "zone balug.org/IN: something else. ..")]
    [InlineData("May 30 10:05:36 ns sshd[11750]: zone balug.org/IN: transferred serial 15587\u2026")]
    [InlineData(Head + "x\u2026 is in the beginning of a line that goes on for as long as this one")]
    [InlineData("")]
    public void AWholeLineIsNotCounted(string line) => Assert.Equal(default, Finding.In($"{Finding.Complaint}\n{line}\n").Scan.Shortened);
}
