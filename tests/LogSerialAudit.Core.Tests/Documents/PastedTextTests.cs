using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("> {0}")]
    [InlineData(">{0}")]
    [InlineData(">>> {0}")]
    [InlineData("> > > {0}")]
    [InlineData("| {0}")]
    [InlineData("> | {0}")]
    [InlineData("RM> {0}")]
    [InlineData("RM>> {0}")]
    [InlineData("  > {0}  ")]
    [InlineData(">\t{0}\r")]
    public void QuoteMarksAreTakenOff(string quoted)
    {
        var found = Finding.In(quoted.Replace("{0}", Finding.Complaint, StringComparison.Ordinal) + "\n");

        Assert.Equal(["1 " + Finding.Understood], found.Events);
        Assert.Equal(DocumentForm.Text, found.Form);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}")]
    [InlineData("- {0}")]
    [InlineData("# {0}")]
    [InlineData("{0} >")]
    [InlineData("|{0}")]
    [InlineData("letters> {0}")]
    public void WhatIsNoQuoteMarkIsNot(string line) =>
        Assert.Equal(DocumentForm.Log, Finding.In(line.Replace("{0}", Finding.Complaint, StringComparison.Ordinal) + "\n").Form);

    [Theory]
    [InlineData("zone balug.org/IN: serial  \n>>> number (1558725628) received from master 198.144.194.238#53 < ours  \n>>> (1558799284)")]
    [InlineData("zone balug.org/IN:\n>>> serial number (1558725628) received from master\n>>> 198.144.194.238#53 < ours (1558799284)")]
    [InlineData("\n>>> zone balug.org/IN: serial number (1558725628) received from master\n>>> 198.144.194.238#53 < ours (1558799284)")]
    [InlineData("zone\n>>> balug.org/IN: serial number (1558725628) received from master\n>>> 198.144.194.238#53 < ours (1558799284)")]
    [InlineData("zone balug.org/IN: serial number (15587\n>>> 25628) received from mas\n>>> ter 198.144.194.238#53 < ours (155\n>>> 8799284)")]
    [InlineData("zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53\n>>> < ours (1558799284)")]
    [InlineData("zone balug.org/IN: serial number\n>>>     (1558725628) received from master 198.144.194.238#53 < ours (1558799284)")]
    public void WrappedLinesAreJoined(string rest)
    {
        var found = Finding.In($"Hello,\n>>> May 30 10:05:36 ns named[11750]: {rest}\n>>>\n>>> Er?\n");

        Assert.Equal(["2 " + Finding.Understood], found.Events);
        Assert.Equal(found.Totals.Lines, 4 + rest.Count(c => c == '\n') + 0);
    }

    [Theory]
    [InlineData("> {0}\n>> {1}")]
    [InlineData("> {0}\n{1}")]
    [InlineData("> {0}\n>\n> {1}")]
    [InlineData("> {0}\n> and {1}")]
    [InlineData("> {0}\n> May 30 10:05:37 ns named[11750]: {1}")]
    [InlineData("> {0}\n> May 30 10:05:37 ns sshd[1]: x\n> {1}")]
    public void WhatIsNoWrapIsNotJoined(string text)
    {
        const string End = "198.144.194.238#53 < ours (1558799284)";
        var begin = Finding.Complaint[..^(End.Length + 1)];
        var found = Finding.In(text.Replace("{0}", begin, StringComparison.Ordinal).Replace("{1}", End, StringComparison.Ordinal) + "\n> " + Finding.Complaint + "\n");

        Assert.Equal([$"{text.Count(c => c == '\n') + 2} {Finding.Understood}"], found.Events);
    }

    [Theory]
    [InlineData("> ns named[1]: zone a.org/IN: transferred serial 15587\n> 25628", "1558725628")]
    [InlineData("> ns named[1]: zone a.org/IN: transferred serial 1558725628\n> 25628", "1558725628")]
    [InlineData("> ns named[1]: zone a.org/IN: transferred serial 1558\n> lines later it was over", "1558")]
    [InlineData("> ns named[1]: zone a.org/IN: transferred serial 1558\n>> 725628", "1558")]
    [InlineData("> ns named[1]: zone a.org/IN: transferred serial 1558725628\n> 1558799284", "1558725628")]
    public void ANumberThatWasCutIsMadeWholeAndNoOther(string text, string serial) =>
        Assert.Equal([$"1 ns/named[1] transferred a.org/IN {serial}"], Finding.In(text.Replace("> ns", "> May 30 10:05:36 ns", StringComparison.Ordinal) + "\n").Events);

    /// <summary>The name of a key has no blanks; and what is an event already, with a quote that is open, is no whole one.</summary>
    [Theory]
    [InlineData("zone a.org/IN: transferred serial 15: TSIG 'ke\n> y.example'", "transferred", "key.example")]
    [InlineData("zone a.org/IN: transferred serial 15: TSIG\n> 'key.example'", "transferred", "key.example")]
    [InlineData("zone a.org/IN: transferred serial\n> 15: TSIG 'ke\n> y.example'", "transferred", "key.example")]
    [InlineData("client 192.0.2.1#4711: received notify for zone 'a.org': TSIG 'ke\n> y.example'", "notify-received", "key.example")]
    [InlineData("client 192.0.2.1#4711: received notify for zone 'a.org': TSIG 'k\n> ey.exa\n> mple'", "notify-received", "key.example")]
    [InlineData("client 192.0.2.1#4711: received notify for zone 'a.org': TSIG 'ke\n> and so on", "notify-refused", "TSIG 'ke")]
    [InlineData("client 192.0.2.1#4711: received notify for zone 'a.org': TSIG 'ke\n>> y.example'", "notify-refused", "TSIG 'ke")]
    [InlineData("client 192.0.2.1#4711: received notify for zone 'a.org': not authoritative\n> 'so it says'", "notify-refused", "not authoritative")]
    public void AKeyThatWasCutIsMadeWhole(string text, string kind, string detail)
    {
        var found = Finding.In($"> May 30 10:05:36 ns named[1]: {text}\n");
        var events = found.Scan.Events.Read();

        Assert.Contains($" {kind} a.org", Assert.Single(found.Events), StringComparison.Ordinal);
        Assert.True(events.Read());
        Assert.Equal(detail, events.Detail.ToString());
    }

    [Fact]
    public void AListWithoutStampsIsRead()
    {
        var found = Finding.In("""
            excluding timestamps, we have:
            balug.org/IN: serial number (1558725628) received from master
            198.144.194.238#53 < ours (1558799284)
            zone sf-lug.com/IN: serial number (1558125318) received from master 198.144.194.238#53 < ours (1558799275)
            sflug.org/IN: serial number (1557434452) received from master 198.144.194.238#53 < ours (1557834269)
            """);

        Assert.Equal(
            [
                "2 rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
                "4 rollback-offered sf-lug.com/IN 1558125318/1558799275 198.144.194.238#53",
                "5 rollback-offered sflug.org/IN 1557434452/1557834269 198.144.194.238#53",
            ],
            found.Events);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("exiting")]
    [InlineData("2019-05-25 07:38:01.482+0000: starting up")]
    [InlineData("1.82 1559249859; SERIAL; date +%s")]
    [InlineData("1558799284 2019-05-25T15:48:04+00:00 2019-05-25T08:48:04-07:00 balug.org *")]
    [InlineData("balug.org. IN SOA ns1.balug.org. hostmaster.balug.org. 1559249859\n9000 1800 1814400 86400 @198.144.194.238 (ns1.balug.org.)")]
    [InlineData("zone balug.org/IN was offered (1558725628) and we held (1558799284)")]
    [InlineData("the message is: zone balug.org/IN: expired")]
    [InlineData("serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)")]
    public void OtherTextIsNoEvent(string text) =>
        Assert.Equal(["1 " + Finding.Understood], Finding.In($"> {Finding.Complaint}\n{text}\n> {text}\n").Events);

    [Fact]
    public void APlainLogIsNotTouched()
    {
        var log = string.Concat(Enumerable.Range(10, 50).Select(second => $"May 30 10:05:{second} ns named[1]: zone a.org/IN: loaded serial {second}\nrunning\nsome text\n  indented\n"));
        var found = Finding.In(log);

        Assert.Null(found.Document);
        Assert.Equal(100, found.Events.Length);
        Assert.Equal(200, found.Totals.Lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void ThePiecesInWhichATextComesDoNotMatter(int chunk)
    {
        var text = string.Concat(Enumerable.Repeat("some prose before it\n", 2000)) + "> " + Finding.Complaint + "\n";

        Assert.Equal(["2001 " + Finding.Understood], Finding.In(text, chunk).Events);
    }

    [Fact]
    public void TheDateOfAQuotedMailBoundsItsLines()
    {
        var found = Finding.In($"""
            Date: Sat, 1 Jun 2019 04:30:56 +0000

            > Date: Thu, 30 May 2019 14:28:19 -0700
            > {Finding.Complaint}
            >> Date: Thu, 30 May 2019 11:20:26 -0700
            >>> {Finding.Complaint}
            > {Finding.Complaint}
            {Finding.Complaint}
            """);

        Assert.Equal(
            ["2019-05-30T21:28:19Z", "2019-05-30T18:20:26Z", "2019-05-30T21:28:19Z", "2019-06-01T04:30:56Z"],
            found.Scan.Clock.Hosts.First(clock => clock.Host == "ns").Runs.Select(run => run.NotAfter.ToString()));
    }
}
