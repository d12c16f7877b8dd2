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
    [InlineData("May 30 10:05:36 ns1 named[17] <Notice>: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 ns1 org.isc.named[17] <Error>: x", "05-30 10:05:36 | ns1 | org.isc.named[17] | x")]
    [InlineData("May 30 10:05:36  named[17] <Info>: x", "05-30 10:05:36 | - | named[17] | x")]
    [InlineData("May 30 10:05:36 ns1  named[17]: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 ns1 named[17] x", "05-30 10:05:36 | ns1 | named[17] | x")]
    // AIX
    [InlineData("May 30 10:05:36 ns1 daemon:info named[17]: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 ns1 auth|security:notice named[17]: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 Message forwarded from ns1: named[17]: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("May 30 10:05:36 relay Message forwarded from ns1: named[17]: x", "05-30 10:05:36 | ns1 | named[17] | x")]
    // OpenWrt's logread, without and with -t
    [InlineData("Thu May 30 10:05:36 2019 daemon.info named[17]: x", "2019-05-30 10:05:36 | - | named[17] | x")]
    [InlineData("Thu May  2 10:05:36 2019 daemon.err named: x", "2019-05-02 10:05:36 | - | named | x")]
    [InlineData("Thu May 30 10:05:36 2019 user.notice root: zone a.org/IN: expired", "2019-05-30 10:05:36 | - | root | zone a.org/IN: expired")]
    [InlineData("Thu May 30 10:05:36 2019 [1559210736.482] daemon.info named[17]: x", "2019-05-30 10:05:36.482 +00:00 | - | named[17] | x")]
    // The year behind the time of day
    [InlineData("Thu May 30 10:05:36 2019 ns1 named[17]: x", "2019-05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("Thu May 30 10:05:36 2019 named[17]: x", "2019-05-30 10:05:36 | - | named[17] | x")]
    [InlineData("Thu May 30 10:05:36 2019 zone a.org/IN: expired", "2019-05-30 10:05:36 | - | - | zone a.org/IN: expired")]
    [InlineData("2019-05-30T10:05:36Z 2001:db8:: named[17]: x", "2019-05-30 10:05:36 +00:00 | 2001:db8:: | named[17] | x")]
    [InlineData("May 30 10:05:36 2019 ns1 named[17]: x", "2019-05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("<30>May  2 10:05:36 2019 ns1 named: x", "2019-05-02 10:05:36 | ns1 | named | x")]
    [InlineData("May 2 10:05:36 2019 ns1 sshd[3]: x", "2019-05-02 10:05:36 | ns1 | sshd[3] | x")]
    // Go's log package
    [InlineData("2019/05/30 10:05:36 [INFO] x", "2019-05-30 10:05:36 | - | - | [INFO] x")]
    [InlineData("2019/05/30 10:05:36.123456 ns1 named[17]: x", "2019-05-30 10:05:36.123456 | ns1 | named[17] | x")]
    // Seconds since 1970
    [InlineData("1559235936 ns1 named[17]: x", "2019-05-30 17:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("1559235936 ns1 named: x", "2019-05-30 17:05:36 +00:00 | ns1 | named | x")]
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
    // What is shown of a log: indented, or without its stamps
    [InlineData("\tMay 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("   30-May-2019 10:05:36.482 zone a.org/IN: expired", "2019-05-30 10:05:36.482 | - | - | zone a.org/IN: expired")]
    [InlineData("named[1]: zone a.org/IN: expired", "- | - | named[1] | zone a.org/IN: expired")]
    [InlineData("  named[1]: zone a.org/IN: expired", "- | - | named[1] | zone a.org/IN: expired")]
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
    [InlineData("May 30 10:05:36 ns1 named[17] <Odd>: x", "05-30 10:05:36 | ns1 | named[17] | <Odd>: x")]
    [InlineData("May 30 10:05:36 ns1 named[17] <Notice> x", "05-30 10:05:36 | ns1 | named[17] | <Notice> x")]
    [InlineData("May 30 10:05:36 ns1 named[17]: <Notice>: x", "05-30 10:05:36 | ns1 | named[17] | <Notice>: x")]
    [InlineData("May 30 10:05:36 ns1 sshd[17] <Notice>: named[1]: x", "05-30 10:05:36 | ns1 | sshd[17] | named[1]: x")]
    [InlineData("May 30 10:05:36 ns1 local7:err|error: x", "05-30 10:05:36 | ns1 | - | local7:err|error: x")]
    [InlineData("May 30 10:05:36 ns1 daemon:odd named[17]: x", "05-30 10:05:36 | ns1 | - | daemon:odd named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 Daemon:info named[17]: x", "05-30 10:05:36 | ns1 | - | Daemon:info named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 |security:info named[17]: x", "05-30 10:05:36 | ns1 | - | |security:info named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 <daemon:info> named[17]: x", "05-30 10:05:36 | ns1 | - | <daemon:info> named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 sshd[2]: daemon:info named[17]: x", "05-30 10:05:36 | ns1 | sshd[2] | daemon:info named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 sshd: Message forwarded from ns2: named[17]: x", "05-30 10:05:36 | ns1 | sshd | Message forwarded from ns2: named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 Message forwarded from a man: named[17]: x", "05-30 10:05:36 | ns1 | - | Message forwarded from a man: named[17]: x")]
    [InlineData("Thu May 30 10:05:36 2019 daemon.odd named[17]: x", "2019-05-30 10:05:36 | daemon.odd | named[17] | x")]
    [InlineData("Thu May 30 10:05:36 2019 [1559210736x] daemon.info named[17]: x", "2019-05-30 10:05:36 | [1559210736x] | named[17] | x")]
    [InlineData("Thu May 30 10:05:36.5 2019 daemon.info named[17]: x")]
    [InlineData("2019-05-30T10:05:36Z sshd: named[17]: x", "2019-05-30 10:05:36 +00:00 | - | - | sshd: named[17]: x")]
    [InlineData("Thu May 30 10:05:36 2019 sshd: daemon.info named[17]: x", "2019-05-30 10:05:36 | - | - | sshd: daemon.info named[17]: x")]
    // Another day of the week, no such day
    [InlineData("Fri May 30 10:05:36 2019 daemon.info named[17]: x")]
    [InlineData("Thu May 32 10:05:36 2019 daemon.info named[17]: x")]
    [InlineData("Thu May 30 10:05:36 201x daemon.info named[17]: x")]
    [InlineData("Thx May 30 10:05:36 2019 daemon.info named[17]: x")]
    // A host may be called like a year
    [InlineData("May 30 10:05:36 2019 named[17]: x", "05-30 10:05:36 | 2019 | named[17] | x")]
    [InlineData("May 30 10:05:36 2019 named[17]: client: x", "05-30 10:05:36 | 2019 | named[17] | client: x")]
    [InlineData("May 30 10:05:36 2019 ns1 a word: x", "05-30 10:05:36 | 2019 | - | ns1 a word: x")]
    [InlineData("May 30 10:05:36 1999 ns1 named[17]: x", "05-30 10:05:36 | 1999 | - | ns1 named[17]: x")]
    [InlineData("Feb 29 10:05:36 2019 ns1 named[17]: x", "02-29 10:05:36 | 2019 | - | ns1 named[17]: x")]
    [InlineData("May 30 10:05:36 20190 ns1 named[17]: x", "05-30 10:05:36 | 20190 | - | ns1 named[17]: x")]
    [InlineData("May 30 10:05:36 ns1 2019 ns2 named[17]: x", "05-30 10:05:36 | ns1 | - | 2019 ns2 named[17]: x")]
    [InlineData("2019/05/32 10:05:36 [INFO] x")]
    [InlineData("2019/05-30 10:05:36 [INFO] x")]
    [InlineData("05/30/19 10:05:36 [INFO] x")]
    [InlineData("2019/05/30 10:05 [INFO] x")]
    [InlineData("named: zone a.org/IN: expired")]
    [InlineData("sshd[1]: zone a.org/IN: expired")]
    [InlineData("named[1] of zone a.org/IN: expired", "- | - | named[1] | of zone a.org/IN: expired")]
    [InlineData("zone named[1]: zone a.org/IN: expired")]
    [InlineData(" \tMay 32 10:05:36 ns1 named[1]: x")]
    // A number is no time by itself
    [InlineData("1559235936 zone a.org/IN: expired")]
    [InlineData("1559235936 ns1 sshd[17]: x")]
    [InlineData("1559235936 named[17]: x")]
    [InlineData("155923593 ns1 named[17]: x")]
    [InlineData("0559235936 ns1 named[17]: x")]
    [InlineData("1559235936x ns1 named[17]: x")]
    [InlineData("15592359361 ns1 named[17]: x")]
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
    [InlineData("2019-05-30 10:05:36 +0299 ns1 named[1]: x", "- | ns1 | named[1] | x")]
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
