using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>How syslog daemons other than the common ones write their lines.</summary>
public sealed class SyslogVariantTests
{
    private static readonly EnvelopeReader Reader = new(new ProgramNames(["named"]));

    [Theory]
    // FreeBSD's syslogd -v, BusyBox
    [InlineData("May 30 10:05:36 <daemon.err> ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:36 <3.3> ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:36 ns1 <daemon.err> named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:36 ns1 daemon.info named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    // Solaris, syslog-ng
    [InlineData("May 30 10:05:36 ns1 named[17]: [ID 702911 local0.error] x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 s_sys@ns1 named[17]: x", "05-30 10:05:36 | s_sys@ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 ns1/192.0.2.1 named[17]: x", "05-30 10:05:36 | ns1/192.0.2.1 | named[17] | x")]
    // macOS
    [InlineData("2019-05-30 10:05:36.123456-0700  localhost named[17]: x", "2019-05-30 10:05:36.123456 -07:00 | localhost | named[17] | x")]
    // idents with a slash
    [InlineData("May 30 10:05:36 ns1 postfix/smtpd[1]: x", "05-30 10:05:36 | ns1 | postfix/smtpd[1] | x")]
    [InlineData("May 30 10:05:36 ns1 named/internal[1]: x", "05-30 10:05:36 | ns1 | named/internal[1] | x")]
    // RFC 6587
    [InlineData("59 <30>1 2019-05-30T17:05:36Z ns1 named 1 - - x", "2019-05-30 17:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("44 <30>1 2019-05-30T17:05:36Z ns1 named 1 - - x", "2019-05-30 17:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("35 <30>May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("2019-05-30 10:05:36 UTC ns1 named[1]: x", "2019-05-30 10:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-30 10:05:36 +0200 ns1 named[1]: x", "2019-05-30 10:05:36 +02:00 | ns1 | named[1] | x")]
    // A relay that puts a header before one
    [InlineData("May 30 10:05:37 relay May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:37 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:37 relay <30>May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:37 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:37 relay 2019-05-30T10:05:36.1+02:00 ns1 named: x", "2019-05-30 10:05:36.1 +02:00 | ns1 | named | x")]
    [InlineData("May 30 10:05:37 relay 1 2019-05-30T10:05:36Z ns1 named 1 - - x", "2019-05-30 10:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-30T10:05:37Z May 30 10:05:36 ns1 named[1]: x", "2019-05-30 10:05:37 +00:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-30T10:05:37Z May 30 10:05:36 named[1]: x", "2019-05-30 10:05:37 +00:00 | - | named[1] | x")]
    // A template that puts a blank where one is
    [InlineData("May 30 10:05:36 ns1 named[1]:  x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("May 30 10:05:36 ns1 named: \t x", "05-30 10:05:36 | ns1 | named | x")]
    [InlineData("May 30 10:05:36 ns1 named[1]:\tx", "05-30 10:05:36 | ns1 | named[1] | x")]
    // multilog, s6-log
    [InlineData("@400000005cefaafa075bcd15 zone a.org/IN: expired", "2019-05-30 10:05:36.123456789 +00:00 | - | - | zone a.org/IN: expired")]
    [InlineData("@400000005cefaafa075bcd15 ns1 named[1]: x", "2019-05-30 10:05:36.123456789 +00:00 | ns1 | named[1] | x")]
    // A time without a day
    [InlineData("20:39:25 zone a.org/IN: expired", "- | - | - | zone a.org/IN: expired")]
    [InlineData("20:39:25.482 zone a.org/IN: expired", "- | - | - | zone a.org/IN: expired")]
    [InlineData("20:39:25 ns1 named[1]: expired", "- | ns1 | named[1] | expired")]
    [InlineData("20:39:25 named[1]: expired", "- | - | named[1] | expired")]
    public void ALineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("May 30 10:05:36 <daemon.odd> ns1 named[1]: x", "05-30 10:05:36 | <daemon.odd> | - | ns1 named[1]: x")]
    [InlineData("May 30 10:05:36 <daemon.err ns1 named[1]: x", "05-30 10:05:36 | <daemon.err | - | ns1 named[1]: x")]
    [InlineData("May 30 10:05:36 ns1 example.org named[1]: x", "05-30 10:05:36 | ns1 | - | example.org named[1]: x")]
    [InlineData("May 30 10:05:36 ns1 3.3 named[1]: x", "05-30 10:05:36 | ns1 | - | 3.3 named[1]: x")]
    [InlineData("May 30 10:05:36 ns1 Daemon.err named[1]: x", "05-30 10:05:36 | ns1 | - | Daemon.err named[1]: x")]
    [InlineData("24:39:25 zone a.org/IN: expired", "- | - | - | 24:39:25 zone a.org/IN: expired")]
    [InlineData("20:60:25 zone a.org/IN: expired", "- | - | - | 20:60:25 zone a.org/IN: expired")]
    [InlineData("20:39 zone a.org/IN: expired", "- | - | - | 20:39 zone a.org/IN: expired")]
    [InlineData("-1:39:25 zone a.org/IN: expired", "- | - | - | -1:39:25 zone a.org/IN: expired")]
    [InlineData("20:39:25zone a.org/IN: expired", "- | - | - | 20:39:25zone a.org/IN: expired")]
    [InlineData("1.20:39:25 zone a.org/IN: expired", "- | - | - | 1.20:39:25 zone a.org/IN: expired")]
    // What a program says may have a time in it, and so may the message of one that is not named
    [InlineData("May 30 10:05:37 ns2 sshd[2]: May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:37 | ns2 | sshd[2] | May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("May 30 10:05:37 ns2 May 30 10:05:36 ns1 sshd[1]: x", "05-30 10:05:37 | ns2 | - | May 30 10:05:36 ns1 sshd[1]: x")]
    [InlineData("May 30 10:05:37 ns2 May 30 10:05:36 it was named: x", "05-30 10:05:37 | ns2 | - | May 30 10:05:36 it was named: x")]
    [InlineData("May 30 10:05:37 ns2 2019-05-32T10:05:36Z ns1 named[1]: x", "05-30 10:05:37 | ns2 | - | 2019-05-32T10:05:36Z ns1 named[1]: x")]
    [InlineData("May 30 10:05:37 r1 May 30 10:05:36 r2 May 30 10:05:35 ns1 named[1]: x", "05-30 10:05:37 | r1 | - | May 30 10:05:36 r2 May 30 10:05:35 ns1 named[1]: x")]
    [InlineData("@400000005cefaafa3b9aca00 zone a.org/IN: expired")]
    [InlineData("@400000005cefaafa075bcd1 zone a.org/IN: expired")]
    [InlineData("@500000005cefaafa075bcd15 zone a.org/IN: expired")]
    [InlineData("@400000005cefaafg075bcd15 zone a.org/IN: expired")]
    [InlineData("@400000005cefaafa075bcd15: zone a.org/IN: expired")]
    // More frames than one in a line, a length that is none
    [InlineData("34 <30>May 30 10:05:36 ns1 named[1]: x35 <30>May 30 10:05:36 ns1 named[1]: y")]
    [InlineData("33 <30>May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("-35 <30>May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("9999999 <30>May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("99999999999 <30>May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("35 <x>May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("35 May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("2019-05-30 10:05:36 UTX ns1 named[1]: x", "2019-05-30 10:05:36 | - | - | UTX ns1 named[1]: x")]
    [InlineData("2019-05-30 10:05:36 +0299 ns1 named[1]: x", "2019-05-30 10:05:36 | - | - | +0299 ns1 named[1]: x")]
    public void WhatLooksLikeOneIsLeftAlone(string line, string? expected = null) => Assert.Equal(expected ?? $"- | - | - | {line}", Read(line));

    [Theory]
    [InlineData("May 30 10:05:36 ns1 named/internal[1]: x", true)]
    [InlineData("May 30 10:05:36 ns1 a/named[1]: x", true)]
    [InlineData("May 30 10:05:36 ns1 postfix/smtpd[1]: x", false)]
    [InlineData("May 30 10:05:36 ns1 named-x/internal[1]: x", false)]
    public void AnIdentWithASlashIsKnownByItsFirstOrLastPart(string line, bool expected)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        Assert.Equal(expected, Reader.IsServer(envelope));
    }

    private static string Read(string line)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        return Shown.Envelope(envelope);
    }
}
