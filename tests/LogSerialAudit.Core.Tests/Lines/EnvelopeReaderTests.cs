using System.Text;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

public sealed class EnvelopeReaderTests
{
    private static readonly EnvelopeReader Reader = new(new ProgramNames(["named", "bind9"]));

    [Theory]
    [InlineData("May 25 09:23:51 linuxmafia named[11750]: zone a/IN: expired", "05-25 09:23:51 | linuxmafia | named[11750] | zone a/IN: expired")]
    [InlineData("<30>May 25 09:23:51 linuxmafia named[11750]: expired", "05-25 09:23:51 | linuxmafia | named[11750] | expired")]
    [InlineData("<0>May  5 09:23:51 ns named[1]: x", "05-05 09:23:51 | ns | named[1] | x")]
    [InlineData("<191>May 5 09:23:51 ns named[1]: x", "05-05 09:23:51 | ns | named[1] | x")]
    [InlineData("May 25 2019 09:23:51 ns named[1]: x", "2019-05-25 09:23:51 | ns | named[1] | x")]
    [InlineData("May 25 09:23:51.482 ns named[1]: x", "05-25 09:23:51.482 | ns | named[1] | x")]
    [InlineData("May 25 09:23:51 named[11750]: x", "05-25 09:23:51 | - | named[11750] | x")]
    [InlineData("May 25 09:23:51 named: x", "05-25 09:23:51 | - | named | x")]
    [InlineData("May 25 09:23:51 ns named: x", "05-25 09:23:51 | ns | named | x")]
    [InlineData("May 25 09:23:51 ns named[11750] x", "05-25 09:23:51 | ns | named[11750] | x")]
    [InlineData("May 25 09:23:51 ns named[11750]:x", "05-25 09:23:51 | ns | named[11750] | x")]
    [InlineData("May 25 09:23:51 ns named[11750]:", "05-25 09:23:51 | ns | named[11750] | -")]
    [InlineData("May 25 09:23:51  ns named[1]: x", "05-25 09:23:51 | ns | named[1] | x")]
    [InlineData("May 25 09:23:51 2001:db8::1 named[1]: x", "05-25 09:23:51 | 2001:db8::1 | named[1] | x")]
    [InlineData("May 25 09:23:51 ::1 named[1]: x", "05-25 09:23:51 | ::1 | named[1] | x")]
    [InlineData("May 25 09:23:51 fe80:: named[1]: x", "05-25 09:23:51 | fe80:: | named[1] | x")]
    [InlineData("May 25 09:23:51 192.0.2.1 named[1]: x", "05-25 09:23:51 | 192.0.2.1 | named[1] | x")]
    [InlineData("May 25 09:23:51 ns1.example.org named[1]: x", "05-25 09:23:51 | ns1.example.org | named[1] | x")]
    [InlineData("May 25 09:23:51 scl-1 desec-ns/named[1]: x", "05-25 09:23:51 | scl-1 | desec-ns/named[1] | x")]
    [InlineData("May 25 09:23:51 ns /usr/sbin/named: x", "05-25 09:23:51 | ns | /usr/sbin/named | x")]
    [InlineData("May 25 09:23:51 ns named[17]: [ID 702911 daemon.info] x", "05-25 09:23:51 | ns | named[17] | x")]
    [InlineData("May 25 09:23:51 ns named[17]: [ID 702911 x", "05-25 09:23:51 | ns | named[17] | [ID 702911 x")]
    [InlineData("May 25 09:23:51 ns named[17]: [other] x", "05-25 09:23:51 | ns | named[17] | [other] x")]
    [InlineData("May 25 09:23:51 ns named[x]: y", "05-25 09:23:51 | ns | - | named[x]: y")]
    [InlineData("May 25 09:23:51 ns named[99999999999]: y", "05-25 09:23:51 | ns | - | named[99999999999]: y")]
    [InlineData("May 25 09:23:51 ns last message repeated 3 times", "05-25 09:23:51 | ns | - | last message repeated 3 times")]
    [InlineData("May 25 09:23:51 ns -- MARK --", "05-25 09:23:51 | ns | - | -- MARK --")]
    [InlineData("<300x>May 25 09:23:51 ns named[1]: x", "- | - | - | <300x>May 25 09:23:51 ns named[1]: x")]
    [InlineData("<>May 25 09:23:51 ns named[1]: x", "- | - | - | <>May 25 09:23:51 ns named[1]: x")]
    [InlineData("<3000>May 25 09:23:51 ns named[1]: x", "- | - | - | <3000>May 25 09:23:51 ns named[1]: x")]
    [InlineData("Mxi 25 09:23:51 ns named[1]: x", "- | ns | named[1] | x")]
    [InlineData("Mxi 25 09:23:51.0 ns named[1]: x", "- | - | - | Mxi 25 09:23:51.0 ns named[1]: x")]
    public void AClassicSyslogLineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("2019-05-25T09:23:51.482916-07:00 ns1 named[1]: x", "2019-05-25 09:23:51.482916 -07:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-25T16:23:51Z ns1 named[1]: x", "2019-05-25 16:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("<30>2019-05-25T16:23:51Z ns1 named[1]: x", "2019-05-25 16:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-25T16:23:51Z 2001:db8::1 named[1]: x", "2019-05-25 16:23:51 +00:00 | 2001:db8::1 | named[1] | x")]
    [InlineData("2019-05-25T16:23:51Z ns1 named: x", "2019-05-25 16:23:51 +00:00 | ns1 | named | x")]
    [InlineData("2019-05-25T16:23:51Z ns1 sshd[5]: x", "2019-05-25 16:23:51 +00:00 | ns1 | sshd[5] | x")]
    [InlineData("2019-05-25T16:23:51Z ns1 last message repeated 3 times", "2019-05-25 16:23:51 +00:00 | ns1 | - | last message repeated 3 times")]
    [InlineData("2019-05-25T16:23:51Z named[1]: x", "2019-05-25 16:23:51 +00:00 | - | named[1] | x")]
    [InlineData("2019-05-25T16:23:51Z named: x", "2019-05-25 16:23:51 +00:00 | - | named | x")]
    public void AnIsoSyslogLineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("zone example.org/IN: expired")]
    [InlineData("zone example.org/IN: notify from 192.0.2.1#53: zone is up to date")]
    [InlineData("zone example.org/IN/named: expired")]
    [InlineData("zone 0/bind9: expired")]
    [InlineData("transfer of 'example.org/IN' from 192.0.2.1#53: Transfer status: success")]
    [InlineData("client @0x7fac45008098 127.0.0.1#50997: received notify for zone 'example.org'")]
    [InlineData("client 127.0.0.1#50997: received notify for zone 'example.org'")]
    [InlineData("client 2001:db8::1#50997: received notify for zone 'example.org'")]
    [InlineData("managed-keys-zone: loaded serial 0")]
    [InlineData("general: info: zone example.org/IN: expired")]
    [InlineData("general: debug 3: zone example.org/IN: expired")]
    [InlineData("info: zone example.org/IN: expired")]
    [InlineData("all zones loaded")]
    [InlineData("running")]
    public void AMessageOfBindBehindAnIsoStampIsNotTakenForAHost(string message)
    {
        foreach (var stamp in new[] { "2019-05-25T09:23:51.482", "2019-05-25T09:23:51.482Z", "2019-05-25T09:23:51.482+02:00" })
        {
            Assert.EndsWith($" | - | - | {message}", Read($"{stamp} {message}"), StringComparison.Ordinal);
        }

        Assert.Equal($"2019-05-25 09:23:51.482 | - | - | {message}", Read($"25-May-2019 09:23:51.482 {message}"));
    }

    [Theory]
    [InlineData("<30>1 2019-05-25T09:23:51.5Z ns1 named 11750 - - x", "2019-05-25 09:23:51.5 +00:00 | ns1 | named[11750] | x")]
    [InlineData("1 2019-05-25T09:23:51Z ns1 named 11750 ID47 - x", "2019-05-25 09:23:51 +00:00 | ns1 | named[11750] | x")]
    [InlineData("<30>1 - - - - - - x", "- | - | - | x")]
    [InlineData("<30>1 - ns1 named - - - x", "- | ns1 | named | x")]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named pid7 - - x", "2019-05-25 09:23:51 +00:00 | ns1 | named | x")]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named 1 - -", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | -")]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named 1 - - \uFEFFx", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a@1 b="c"] x""", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a@1 b="c"][d@1 e="f g"] x""", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="\] \" [ \\"] x""", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="] not yet"] x""", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="c"]""", "2019-05-25 09:23:51 +00:00 | ns1 | named[1] | -")]
    public void AnRfc5424LineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named 1 - x")]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named 1 - -x")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="c" x""")]
    [InlineData("""<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="c] x""")]
    [InlineData("<30>1 2019-05-25T09:23:51Z ns1 named 1")]
    [InlineData("<30>1 May 25 09:23:51 ns1 named 1 - - x")]
    [InlineData("<30>1 2019-02-30 ns1 named 1 - - x")]
    [InlineData("<30>2 2019-05-25T09:23:51Z ns1 named 1 - - x")]
    [InlineData("<30>1  2019-05-25T09:23:51Z ns1 named 1 - - x")]
    [InlineData("1 ")]
    public void WhatIsNotRfc5424IsAllMessage(string line) => Assert.Equal($"- | - | - | {line}", Read(line));

    [Theory]
    [InlineData("zone example.org/IN: expired")]
    [InlineData("general: info: zone example.org/IN: expired")]
    [InlineData("99-Bad-9999 99:99:99.999 general: info: zone example.org/IN: expired")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("<<<<<<<<<<<<<<<<<<<<")]
    public void ALineWithoutAStampIsAllMessage(string line) =>
        Assert.Equal($"- | - | - | {(line.Length == 0 ? "-" : line)}", Read(line));

    [Theory]
    [InlineData("May 25 09:23:51 ns named[1]: x", true)]
    [InlineData("May 25 09:23:51 ns bind9[1]: x", true)]
    [InlineData("May 25 09:23:51 ns chroot/named[1]: x", true)]
    [InlineData("May 25 09:23:51 ns named: x", true)]
    [InlineData("25-May-2019 09:23:51.482 x", true)]
    [InlineData("2019-05-25T09:23:51.482Z zone a/IN: expired", true)]
    [InlineData("zone a/IN: expired", true)]
    [InlineData("", true)]
    [InlineData("<30>1 - ns1 named - - - x", true)]
    [InlineData("May 25 09:23:51 ns unnamed[1]: zone a/IN: expired", false)]
    [InlineData("May 25 09:23:51 ns named2[1]: zone a/IN: expired", false)]
    [InlineData("May 25 09:23:51 ns sshd[1]: zone a/IN: expired", false)]
    [InlineData("May 25 09:23:51 ns kernel: zone a/IN: expired", false)]
    [InlineData("May 25 09:23:51 ns zone a/IN: expired", false)]
    [InlineData("2019-05-25T09:23:51Z ns sshd[1]: zone a/IN: expired", false)]
    [InlineData("<30>1 - ns1 sshd - - - zone a/IN: expired", false)]
    [InlineData("<30>1 - - - - - - zone a/IN: expired", false)]
    public void OnlyLinesOfKnownProgramsOrOfNoneAreAServers(string line, bool expected)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        Assert.Equal(expected, Reader.IsServer(envelope));
    }

    private static string Read(string line)
    {
        Reader.Read(Encoding.UTF8.GetBytes(line), out var envelope);
        return Shown.Envelope(envelope);
    }
}
