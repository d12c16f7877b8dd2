namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Lines that grep, or zgrep, found: its prefix is taken off where a line with a stamp stands behind it.</summary>
public sealed class GrepLineTests
{
    [Theory]
    [InlineData("daemon.log:May 30 10:05:36 ns1 named[1]: x", "(daemon.log) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("/var/log/daemon.log.1:123:May 30 10:05:36 ns1 named[1]: x", "(/var/log/daemon.log.1) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("/var/log/daemon.log.1-122-May 30 10:05:36 ns1 named[1]: x", "(/var/log/daemon.log.1) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("daemon.log-20190530-May 30 10:05:36 ns1 named[1]: x", "(daemon.log) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("daemon.log-20190530:May 30 10:05:36 ns1 named[1]: x", "(daemon.log-20190530) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("daemon.log-20190530:7:May 30 10:05:36 ns1 named[1]: x", "(daemon.log-20190530) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("123:May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("123-May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("a:b/2019-05-30/c:d.log:12:May 30 10:05:36 ns1 named[1]: x", "(a:b/2019-05-30/c:d.log) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("logs of ns1/daemon.log:May 30 10:05:36 ns1 named[1]: x", "(logs of ns1/daemon.log) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("(standard input):May 30 10:05:36 ns1 named[1]: x", "((standard input)) 05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("named.log:30-May-2019 10:05:36.123 general: info: x", "(named.log) 2019-05-30 10:05:36.123 | - | - | general: info: x")]
    [InlineData("syslog:2019-05-30T17:05:36Z ns1 named[1]: x", "(syslog) 2019-05-30 17:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("syslog:<30>1 2019-05-30T17:05:36Z ns1 named 1 - - x", "(syslog) 2019-05-30 17:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("j.txt:4月 21 10:05:36 ns1 named[1]: x", "(j.txt) 04-21 10:05:36 | ns1 | named[1] | x")]
    [InlineData("0.log:2019-05-30T17:05:36Z stdout F x", "(0.log) 2019-05-30 17:05:36 +00:00 | - | - | x")]
    [InlineData("0.log:[pod/bind-0/named] 2019-05-30T17:05:36Z x", "(0.log) 2019-05-30 17:05:36 +00:00 | bind-0 | - | x")]
    [InlineData("j.json:3:{\"MESSAGE\":\"x\",\"SYSLOG_IDENTIFIER\":\"named\",\"__REALTIME_TIMESTAMP\":\"1559235936123456\"}", "(j.json) 2019-05-30 17:05:36.123456 +00:00 | - | named | x")]
    public void TheLineBehindThePrefixIsTakenApart(string line, string expected) => Assert.Equal([expected], Wrapped.Read(line));

    [Theory]
    [InlineData("zone a/IN: 30-May-2019 10:05:36.123 general: info: x")]
    [InlineData("zone a: May 30 10:05:36 ns1 named[1]: zone b/IN: expired")]
    [InlineData("client 192.0.2.1#53: view x:y: May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("daemon.log May 30 10:05:36 ns1 named[1]: x")]
    [InlineData(":May 30 10:05:36 ns1 named[1]: x")]
    [InlineData("daemon.log:Mxx 30 10:05:36x ns1 named[1]: x")]
    [InlineData("daemon.log:zone a/IN: expired")]
    [InlineData("daemon.log:")]
    [InlineData("Binary file daemon.log.2.gz matches")]
    [InlineData("--")]
    [InlineData("j.json:3:{\"MESSAGE\":\"x\"")]
    [InlineData("::::::::::::::::::::::::::::::")]
    [InlineData("------------------------------")]
    [InlineData("a:{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":{\"j\":1}}}}}}}}}}")]
    public void WhatHasNoStampBehindAPrefixIsLeftAlone(string line) => Assert.Equal([$"- | - | - | {line}"], Wrapped.Read(line));

    [Fact]
    public void APlainStampIsNeverSearchedForAnother() => Assert.Equal(
        ["05-30 10:05:36 | ns1 | sshd[1] | user:May 30 10:05:36 ns1 named[1]: x"],
        Wrapped.Read("May 30 10:05:36 ns1 sshd[1]: user:May 30 10:05:36 ns1 named[1]: x"));
}
