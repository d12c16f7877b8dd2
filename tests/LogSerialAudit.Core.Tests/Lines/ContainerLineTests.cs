namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What container runtimes, and the tools that show their logs, put around lines.</summary>
public sealed class ContainerLineTests
{
    private const string Stamp = "2019-05-30T17:05:36.1Z";
    private const string Read = "2019-05-30 17:05:36.1 +00:00";

    [Theory]
    // CRI (containerd, CRI-O, podman's k8s-file)
    [InlineData($"{Stamp} stdout F x", $"{Read} | - | - | x")]
    [InlineData($"{Stamp} stderr F 30-May-2019 17:05:36.100 general: info: x", $"{Read} | - | - | general: info: x")]
    [InlineData($"{Stamp} stdout F:a:b x", $"{Read} | - | - | x")]
    [InlineData($"{Stamp} stdout F May 30 10:05:36 ns1 named[1]: x", $"{Read} | ns1 | named[1] | x")]
    [InlineData($"{Stamp} stdout F ", $"{Read} | - | - | -")]
    [InlineData("2019-05-30T10:05:36.123456789-07:00 stdout F x", "2019-05-30 10:05:36.123456789 -07:00 | - | - | x")]
    // docker logs -t, podman logs -t, kubectl logs --timestamps
    [InlineData($"{Stamp} 30-May-2019 17:05:36.100 general: info: x", $"{Read} | - | - | 30-May-2019 17:05:36.100 general: info: x")]
    [InlineData($"{Stamp} zone a/IN: expired", $"{Read} | - | - | zone a/IN: expired")]
    // kubectl logs --prefix
    [InlineData($"[pod/bind-0/named] {Stamp} x", $"{Read} | bind-0 | - | x")]
    [InlineData("[pod/bind-0/named] 30-May-2019 17:05:36.100 x", "2019-05-30 17:05:36.100 | bind-0 | - | x")]
    [InlineData("[pod/bind-0/named] x", "- | bind-0 | - | x")]
    // docker compose, docker-compose, docker service logs
    [InlineData("named-1  | 30-May-2019 17:05:36.100 x", "2019-05-30 17:05:36.100 | named-1 | - | x")]
    [InlineData($"named_1   | {Stamp} x", $"{Read} | named_1 | - | x")]
    [InlineData("named-1  | x", "- | named-1 | - | x")]
    [InlineData("\u001b[36mnamed-1  | \u001b[0mx", "- | named-1 | - | x")]
    [InlineData("\u001b[1;32mnamed-1  |\u001b[0m x", "- | named-1 | - | x")]
    [InlineData("dns.1.kz2x@node1    | May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    // docker's drivers syslog and journald: the tag is the container's number, and the process the runtime's
    [InlineData("May 30 10:05:36 ns1 3f2a1b4c5d6e[812]: general: info: x", "05-30 10:05:36 | ns1 | - | general: info: x")]
    [InlineData("May 30 10:05:36 ns1 docker/bf2a1b4c5d6e[812]: x", "05-30 10:05:36 | ns1 | - | x")]
    [InlineData("May 30 10:05:36 ns1 internetsystemsconsortium/bind9/dns/bf2a1b4c5d6e[812]: x", "05-30 10:05:36 | ns1 | - | x")]
    [InlineData("2019-05-30T10:05:36-07:00 ns1 bf2a1b4c5d6e[812]: x", "2019-05-30 10:05:36 -07:00 | ns1 | - | x")]
    [InlineData("<30>1 2019-05-30T10:05:36Z ns1 bf2a1b4c5d6e 812 bf2a1b4c5d6e - x", "2019-05-30 10:05:36 +00:00 | ns1 | - | x")]
    [InlineData("""{"__REALTIME_TIMESTAMP":"1559235936100000","_HOSTNAME":"ns1","SYSLOG_IDENTIFIER":"bf2a1b4c5d6e","_PID":"812","MESSAGE":"x"}""", "2019-05-30 17:05:36.100000 +00:00 | ns1 | - | x")]
    public void ALineIsTakenApart(string line, string expected) => Assert.Equal([expected], Wrapped.Read(line));

    [Theory]
    [InlineData($"{Stamp} stdout X x", $"{Read} | - | - | stdout X x")]
    [InlineData($"{Stamp} stdlog F x", $"{Read} | - | - | stdlog F x")]
    [InlineData($"{Stamp} stdout Fx", $"{Read} | - | - | stdout Fx")]
    [InlineData($"{Stamp} stdoutF x", $"{Read} | - | - | stdoutF x")]
    [InlineData($"{Stamp} stderr", $"{Read} | - | - | stderr")]
    [InlineData("stdout F x")]
    [InlineData("May 30 10:05:36 ns1 bf2a1b4c5d6[812]: x", "05-30 10:05:36 | ns1 | bf2a1b4c5d6[812] | x")]
    [InlineData("May 30 10:05:36 ns1 bf2a1b4c5d6ef[812]: x", "05-30 10:05:36 | ns1 | bf2a1b4c5d6ef[812] | x")]
    [InlineData("May 30 10:05:36 ns1 bf2a1b4c5d6g[812]: x", "05-30 10:05:36 | ns1 | bf2a1b4c5d6g[812] | x")]
    [InlineData("May 30 10:05:36 ns1 BF2A1B4C5D6E[812]: x", "05-30 10:05:36 | ns1 | BF2A1B4C5D6E[812] | x")]
    [InlineData("May 30 10:05:36 ns1 podman/bf2a1b4c5d6e[812]: x", "05-30 10:05:36 | ns1 | podman/bf2a1b4c5d6e[812] | x")]
    [InlineData("May 30 10:05:36 ns1 bind9/dns/named[812]: x", "05-30 10:05:36 | ns1 | bind9/dns/named[812] | x")]
    [InlineData("30-May-2019 17:05:36.100 stdout F x", "2019-05-30 17:05:36.100 | - | - | stdout F x")]
    [InlineData("[pod/bind-0] x")]
    [InlineData("[pod/bind-0/named]x")]
    [InlineData("[pod//named] x")]
    [InlineData("[node/bind-0/named] x")]
    [InlineData("named-1| x")]
    [InlineData("named-1  |x")]
    [InlineData("named 1  | x")]
    [InlineData(" named-1  | x")]
    [InlineData("| x")]
    [InlineData("\u001b[36named-1  | x")]
    public void WhatLooksLikeOneIsLeftAlone(string line, string? expected = null) => Assert.Equal([expected ?? $"- | - | - | {line}"], Wrapped.Read(line));

    [Fact]
    public void PartsOfALineAreJoinedByStream()
    {
        Assert.Equal(
            ["2: 2019-05-30 17:05:02 +00:00 | - | - | b1b2", "1: 2019-05-30 17:05:01 +00:00 | - | - | a1a2a3", "2019-05-30 17:05:06 +00:00 | - | - | c"],
            Wrapped.Read(
                "2019-05-30T17:05:01Z stdout P a1",
                "2019-05-30T17:05:02Z stderr P b1",
                "2019-05-30T17:05:03Z stdout P a2",
                "2019-05-30T17:05:04Z stderr F b2",
                "2019-05-30T17:05:05Z stdout F a3",
                "2019-05-30T17:05:06Z stdout F c"));
        Assert.Equal(
            ["2019-05-30 17:05:01 +00:00 | - | - | a", "2: 2019-05-30 17:05:02 +00:00 | - | - | b1b2", "2019-05-30 17:05:04 +00:00 | - | - | c"],
            Wrapped.Read(
                """{"log":"a\n","stream":"stdout","time":"2019-05-30T17:05:01Z"}""",
                """{"log":"b1","stream":"stdout","time":"2019-05-30T17:05:02Z"}""",
                """{"log":"b2\n","stream":"stdout","time":"2019-05-30T17:05:03Z"}""",
                """{"log":"c\n","stream":"stdout","time":"2019-05-30T17:05:04Z"}"""));
        Assert.Equal(
            ["1: 2019-05-30 17:05:01 +00:00 | - | - | ab"],
            Wrapped.Read(
                """{"log":"a","logtag":"P","stream":"stdout","time":"2019-05-30T17:05:01Z"}""",
                """{"log":"b","logtag":"F","stream":"stdout","time":"2019-05-30T17:05:02Z"}"""));
    }

    [Fact]
    public void WhatIsNoPartIsNotJoined()
    {
        // Others than docker use its names and write no line ends.
        Assert.Equal(
            ["2019-05-30 17:05:01 +00:00 | - | - | a", "2019-05-30 17:05:02 +00:00 | - | - | b"],
            Wrapped.Read(
                """{"log":"a","stream":"stdout","time":"2019-05-30T17:05:01Z"}""",
                """{"log":"b","stream":"stdout","time":"2019-05-30T17:05:02Z"}"""));

        // A last part that never comes, and another form in between.
        Assert.Equal(
            ["05-30 10:05:02 | ns1 | named[1] | x", "1: 2019-05-30 17:05:01 +00:00 | - | - | a1"],
            Wrapped.Read("2019-05-30T17:05:01Z stdout P a1", "May 30 10:05:02 ns1 named[1]: x"));

        // Too long to be a line: left out, and what follows is read.
        var part = new string('x', 16_384);
        Assert.Equal(
            ["2019-05-30 17:05:03 +00:00 | - | - | b"],
            Wrapped.Read([.. Enumerable.Repeat($"2019-05-30T17:05:01Z stdout P {part}", 17), "2019-05-30T17:05:02Z stdout F a", "2019-05-30T17:05:03Z stdout F b"]));
        Assert.Equal(16 * part.Length, Wrapped.Read([.. Enumerable.Repeat($"2019-05-30T17:05:01Z stdout P {part}", 16)])[0].Count(letter => letter == 'x'));
    }
}
