using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>The dates of mails, and ISO 8601 without hyphens and colons, before a message.</summary>
public sealed class MailAndBasicDateTests
{
    [Theory]
    [InlineData("Thu, 30 May 2019 13:05:01 +0200 ns1 named[17]: x", "2019-05-30 13:05:01 +02:00 | ns1 | named[17] | x")]
    [InlineData("30 May 2019 13:05:01 +0200 ns1 named[17]: x", "2019-05-30 13:05:01 +02:00 | ns1 | named[17] | x")]
    [InlineData("Thu,  6 Jun 2019 13:05:01 -0730 named[17]: x", "2019-06-06 13:05:01 -07:30 | - | named[17] | x")]
    [InlineData("6 Jun 2019 13:05:01.25 -0000 named[17]: x", "2019-06-06 13:05:01.25 +00:00 | - | named[17] | x")]
    [InlineData("1 Jun 2019 13:05:01 GMT ns1 named[17]: x", "2019-06-01 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("Thu, 30 May 2019 13:05:01 UT ns1 named[17]: x", "2019-05-30 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("Thu, 30 May 2019 13:05:01 Z ns1 named[17]: x", "2019-05-30 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("Thu, 30 May 2019 13:05:01 +0200 (CEST) zone a/IN: expired", "2019-05-30 13:05:01 +02:00 | - | - | zone a/IN: expired")]
    [InlineData("Thu, 30 May 2019 13:05:01 CEST zone a/IN: expired", "2019-05-30 13:05:01 | - | - | zone a/IN: expired")]
    [InlineData("30 May 2019 13:05:01 zone a/IN: expired", "2019-05-30 13:05:01 | - | - | zone a/IN: expired")]
    [InlineData("30 May 2019 13:05:01 DNS named[17]: x", "2019-05-30 13:05:01 | DNS | named[17] | x")]
    [InlineData("30 May 2019 13:05:01 AXFR of domain 'a'", "2019-05-30 13:05:01 | - | - | AXFR of domain 'a'")]
    [InlineData("<30>Sat, 29 Feb 2020 13:05:01 +0200 ns1 named[17]: x", "2020-02-29 13:05:01 +02:00 | ns1 | named[17] | x")]
    [InlineData("[Thu, 30 May 2019 13:05:01 +0200] ns1 named[17]: x", "2019-05-30 13:05:01 +02:00 | ns1 | named[17] | x")]
    [InlineData("[2019-05-30 13:05:01 +0200] ns1 named[17]: x", "2019-05-30 13:05:01 +02:00 | ns1 | named[17] | x")]
    [InlineData("[2019-05-30 13:05:01 UTC] ns1 named[17]: x", "2019-05-30 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"time":"Thu, 30 May 2019 13:05:01 GMT","program":"named","message":"x"}""", "2019-05-30 13:05:01 +00:00 | - | named | x")]
    [InlineData("20190530T130501Z ns1 named[17]: x", "2019-05-30 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("20190530T130501.123+0200 ns1 named[17]: x", "2019-05-30 13:05:01.123 +02:00 | ns1 | named[17] | x")]
    [InlineData("20190530T130501,5-07 zone a/IN: expired", "2019-05-30 13:05:01.5 -07:00 | - | - | zone a/IN: expired")]
    [InlineData("20190530T130501 zone a/IN: expired", "2019-05-30 13:05:01 | - | - | zone a/IN: expired")]
    [InlineData("20190530 130501 ns1 named[17]: x", "2019-05-30 13:05:01 | ns1 | named[17] | x")]
    [InlineData("20190530 130501 named: x", "2019-05-30 13:05:01 | - | named | x")]
    [InlineData("20190530 130501.123 +0200 ns1 named[17]: x", "2019-05-30 13:05:01.123 +02:00 | ns1 | named[17] | x")]
    [InlineData("""{"time":"20190530T130501Z","program":"named","message":"x"}""", "2019-05-30 13:05:01 +00:00 | - | named | x")]
    [InlineData("daemon.log:20190530T130501Z ns1 named[17]: x", "(daemon.log) 2019-05-30 13:05:01 +00:00 | ns1 | named[17] | x")]
    [InlineData("daemon.log:Thu, 30 May 2019 13:05:01 +0200 ns1 named[17]: x", "(daemon.log) 2019-05-30 13:05:01 +02:00 | ns1 | named[17] | x")]
    public void ADateIsRead(string line, string expected) => Assert.Equal([expected], Wrapped.Read(line));

    [Fact]
    public void AZoneThatIsNoOffsetIsKept()
    {
        new EnvelopeReader(new ProgramNames(["named"])).Read("Thu, 30 May 2019 13:05:01 CEST ns1 named[17]: x"u8, out var envelope);
        Assert.Equal(ZoneWord.Of("CEST"), envelope.ReadStamp().ZoneWord);
        Assert.Equal("ns1", Shown.Text(envelope.Host));
    }

    [Theory]
    [InlineData("Fri, 30 May 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("Xxx, 30 May 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("Thu 30 May 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("Fri, 31 Apr 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("29 Feb 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("30 Mxi 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("30 May 0000 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("30 May 20190 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("30 May 2019 13:05:01 +02000 ns1 named[17]: x")]
    [InlineData("30 May 2019 13:05 +0200 ns1 named[17]: x")]
    [InlineData("30 May 2019 24:05:01 +0200 ns1 named[17]: x")]
    [InlineData("30 May 2019 13:05:01+x ns1 named[17]: x")]
    [InlineData("30 May 2019 13:05:01x ns1 named[17]: x")]
    [InlineData("Thu, 30 May 2019 13:05:01 +0200, somebody wrote:")]
    [InlineData("Thu, 30 May 2019 13:05:01 +0200 (CEST)")]
    [InlineData("        Thu, 30 May 2019 13:05:01 +0200")]
    [InlineData("Date: Thu, 30 May 2019 13:05:01 +0200")]
    [InlineData("130 May 2019 13:05:01 +0200 ns1 named[17]: x")]
    [InlineData("2019053001 zone a/IN: expired")]
    [InlineData("2019053001 130501 ns1 named[17]: x")]
    [InlineData("20190530 zone a/IN: expired again")]
    [InlineData("20190530 130501 zone a/IN: expired")]
    [InlineData("20190530 130501 ns1 sshd[17]: x")]
    [InlineData("20190530 1305012 ns1 named[17]: x")]
    [InlineData("20190530 13050 ns1 named[17]: x")]
    [InlineData("20191330T130501Z ns1 named[17]: x")]
    [InlineData("20190531T240501Z ns1 named[17]: x")]
    [InlineData("20190229T130501Z ns1 named[17]: x")]
    [InlineData("00000530T130501Z ns1 named[17]: x")]
    [InlineData("20190530T130501Zulu ns1 named[17]: x")]
    [InlineData("20190530T1305Z ns1 named[17]: x")]
    [InlineData("20190530T130501+2:00 ns1 named[17]: x")]
    [InlineData("120190530T130501Z ns1 named[17]: x")]
    [InlineData("20190530-130501 ns1 named[17]: x")]
    public void WhatIsNoDateIsNone(string line) => Assert.StartsWith("- | ", Wrapped.Read(line)[0], StringComparison.Ordinal);
}
