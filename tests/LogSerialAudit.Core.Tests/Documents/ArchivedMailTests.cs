using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Passages of a mail of 2019 as a list's archive shows it: quoted three deep, wrapped, with data of other kinds beside the log lines.</summary>
public sealed class ArchivedMailTests
{
    private const string Mail = """
        [BALUG-Admin] Root Cause Analysis (RCA)*: Re: S/N bobble

        Sat Jun 1 04:30:56 UTC 2019

        534      dd bs=4194304 if=/var/local/balug/balug-sda | ssh -ax -l root
        192.168.55.2 'dd bs=4194304 of=/var/local/balug/balug-sda'
        Oldest issue detection still in linuxmafia.com log files examined:
        May 25 09:23:51
        last reported in those logs:
        May 30 13:54:57
        excluding timestamps, looking at unique S/N complaints, we have:
        balug.org/IN: serial number (1558725628) received from master__
        198.144.194.238#53 < ours (1558799284)
        sf-lug.com/IN: serial number (1558125318) received from master__
        198.144.194.238#53 < ours (1558799275)
        sf-lug.org/IN: serial number (1558622463) received from master__
        198.144.194.238#53 < ours (1558799278)
        sflug.org/IN: serial number (1557434452) received from master__
        198.144.194.238#53 < ours (1557834269)
        1557834269 2019-05-14T11:44:29+00:00 2019-05-14T04:44:29-07:00 sflug.org *
        1.82 1559249859; SERIAL; date +%s
        2019-04-29 06:04:16.775+0000: starting up
        v 2019-05-31 03:39:45.011+0000: starting up * (current examination,
        2019-05-28 1734690
        berkeleylug.org. IN SOA ns0.berkeleylug.org.__
        hostmaster.berkeleylug.org. 1558682705 10800 3600__
        1209600 86400 @198.144.194.238 (ns0.berkeleylug.org.)

        > Date: Thu, 30 May 2019 14:28:19 -0700

        > balug.org.              86400   IN      NS      ns1.balug.org.
        >
        >>> Date: Thu, 30 May 2019 11:20:26 -0700
        >>
        >>> Magic 8-ball (i.e., logcheck on ns1.linuxmafia.com) says:
        >>>
        >>> System Events
        >>> =-=-=-=-=-=-=
        >>> May 30 10:05:36 linuxmafia named[11750]: zone balug.org/IN: serial__
        >>> number (1558725628) received from master 198.144.194.238#53 < ours__
        >>> (1558799284)
        >>> May 30 10:30:43 linuxmafia named[11750]: zone sf-lug.org/IN:__
        >>> serial number (1558622463) received from master 198.144.194.238#53__
        >>> < ours (1558799278)
        >>> May 30 10:32:42 linuxmafia named[11750]: zone balug.org/IN: serial__
        >>> number (1558725628) received from master 198.144.194.238#53 < ours__
        >>> (1558799284)
        >>> May 30 10:57:43 linuxmafia named[11750]: zone balug.org/IN: serial__
        >>> number (1558725628) received from master 198.144.194.238#53 < ours__
        >>> (1558799284)
        >>>
        >>> Er?
        """;

    [Theory]
    [InlineData("  ")]
    [InlineData("")]
    public void WhatAPersonFindsInItIsFoundAndNothingElse(string blanks)
    {
        var found = Finding.In(Mail.Replace("__", blanks, StringComparison.Ordinal));

        Assert.Equal(
            [
                "12 rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
                "14 rollback-offered sf-lug.com/IN 1558125318/1558799275 198.144.194.238#53",
                "16 rollback-offered sf-lug.org/IN 1558622463/1558799278 198.144.194.238#53",
                "18 rollback-offered sflug.org/IN 1557434452/1557834269 198.144.194.238#53",
                "39 linuxmafia/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
                "42 linuxmafia/named[11750] rollback-offered sf-lug.org/IN 1558622463/1558799278 198.144.194.238#53",
                "45 linuxmafia/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
                "48 linuxmafia/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
            ],
            found.Events);
        Assert.Equal((DocumentForm.Text, 8, 52), (found.Form, found.Document!.LogLines, found.Totals.Lines));
    }

    [Fact]
    public void TheQuotedMailsDateBoundsItsLines()
    {
        var found = Finding.In(Mail.Replace("__", "", StringComparison.Ordinal));

        Assert.Equal("2019-05-30T18:20:26Z", Assert.Single(found.Scan.Clock.Hosts.First(clock => clock.Host == "linuxmafia").Runs).NotAfter.ToString());
        Assert.Equal("2019-06-01T04:30:56Z", found.Document!.First.ToString());
    }
}
