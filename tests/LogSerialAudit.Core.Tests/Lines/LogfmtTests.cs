using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Lines of pairs, and lines with the name of their stream.</summary>
public sealed class LogfmtTests
{
    [Theory]
    [InlineData("time=\"2019-05-30T17:05:36Z\" level=info msg=\"zone a.org/IN: expired\"", "2019-05-30 17:05:36 +00:00 | - | - | zone a.org/IN: expired")]
    [InlineData("time=2019-05-30T17:05:36.5Z host=ns1 program=named pid=17 message=x", "2019-05-30 17:05:36.5 +00:00 | ns1 | named[17] | x")]
    [InlineData("ts=1559235936.5 msg=\"May 30 10:05:36 ns1 named[17]: x\"", "2019-05-30 17:05:36.5 +00:00 | ns1 | named[17] | x")]
    [InlineData("msg=\"a \\\"b\\\" \\\\ c\" time=2019-05-30T17:05:36Z", "2019-05-30 17:05:36 +00:00 | - | - | a \"b\" \\ c")]
    [InlineData("time=2019-05-30T17:05:36Z a.b-c_d@e= msg=x", "2019-05-30 17:05:36 +00:00 | - | - | x")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 named/0a1b 30-May-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | named/0a1b | - | zone a.org/IN: expired")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 i-0a1b May 30 17:05:36 ns1 named[17]: x", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named[17] | x")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 i-0a1b [1559235936] nsd[17]: x", "2019-05-30 17:05:36.123456 +00:00 | i-0a1b | nsd[17] | x")]
    public void ALineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("time=2019-05-30T17:05:36Z msg=\"x")]
    [InlineData("time=2019-05-30T17:05:36Z msg=\"x\\\"")]
    [InlineData("time=2019-05-30T17:05:36Z msg=\"x\\")]
    [InlineData("time=2019-05-30T17:05:36Z msg=\"x\"y")]
    [InlineData("time=2019-05-30T17:05:36Z msg=\"x\" y")]
    [InlineData("time=2019-05-30T17:05:36Z msg=x msg=y")]
    [InlineData("time=2019-05-30T17:05:36Z msg=x\"y")]
    [InlineData("time=2019-05-30T17:05:36Z =x msg=y")]
    [InlineData("time=2019-05-30T17:05:36Z our serial=1 msg=y")]
    [InlineData("time=2019-05-32T17:05:36Z msg=x")]
    [InlineData("msg=\"zone a.org/IN: expired\"")]
    [InlineData("time=2019-05-30T17:05:36Z level=info")]
    [InlineData("time = 2019-05-30T17:05:36Z msg=x")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 sshd: 30-May-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | - | - | sshd: 30-May-2019 10:05:36.482 zone a.org/IN: expired")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 ns1 sshd[3]: 30-May-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | ns1 | sshd[3] | 30-May-2019 10:05:36.482 zone a.org/IN: expired")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 i-0a1b zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | - | - | i-0a1b zone a.org/IN: expired")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 i-0a1b 30-Mxi-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | - | - | i-0a1b 30-Mxi-2019 10:05:36.482 zone a.org/IN: expired")]
    [InlineData("2019-05-30T17:05:36.123456+00:00 i-0a1b x 30-May-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 17:05:36.123456 +00:00 | - | - | i-0a1b x 30-May-2019 10:05:36.482 zone a.org/IN: expired")]
    public void WhatLooksLikeOneIsLeftAlone(string line, string? expected = null) => Assert.Equal(expected ?? $"- | - | - | {line}", Read(line));

    private static string Read(string line)
    {
        var number = 1L;
        Assert.True(new LineReader(new ProgramNames(["named", "nsd"])).Read(Shown.Bytes(line), ref number, out var envelope));
        return Shown.Envelope(envelope);
    }
}
