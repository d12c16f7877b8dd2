namespace LogSerialAudit.Core.Tests.Messages;

public sealed class NearMissTests
{
    /// <summary>What looks like a message of BIND and is none, or is one that says nothing of serials or transfers.</summary>
    public static TheoryData<string> NotInTheCatalogue =>
    [
        // A serial that is none.
        "zone balug.org/IN: serial number (4294967296) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (15587992840)",
        "zone balug.org/IN: serial number (155...25628) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: serial number () received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: serial number (-1) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: transferred serial 4294967296",
        "zone balug.org/IN: transferred serial 15587...",
        "zone balug.org/IN: loaded serial 99999999999999999999",
        "zone balug.org/IN: loaded serial",
        "zone balug.org/IN: loaded serial ",
        "transfer of 'e.test/IN' from 192.0.2.1#53: Transfer completed: 1 messages, 6 records, 175 bytes, 0.001 secs (17.../sec)",
        "transfer of 'e.test/IN' from 192.0.2.1#53: Transfer completed: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial ...",
        "transfer of 'e.test/IN' from 192.0.2.1#53: connected using ...42852",

        // A line that was cut short.
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53",
        "zone balug.org/IN: serial number (1558725628) received from master",
        "zone balug.org/IN: serial number (1558725628",
        "zone balug.org/IN: serial",
        "zone balug.org/IN:",
        "zone balug.org/IN",
        "zone ",
        "zone",
        "",
        "transfer of 'balug.org/IN' from 198.144.194.238#53: Transfer status:",
        "transfer of 'balug.org/IN' from 198.144.194.238#53: Transfer status: ",
        "client @0x7f0b3b703c98 192.0.2.1#4711: received notify for zone 'balug.org",

        // Another word, another place, something behind.
        "zone balug.org/IN: serial number (1558725628) received from slave 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 > ours (1558799284)",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144..238#53 < ours (1558799284)",
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284) again",
        " zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: Serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone balug.org/IN: no serial number match",
        "zone balug.org/IN: serial number match",
        "zone balug.org/IN: expired policy",
        "zone balug.org/IN: expires",
        "zone balug.org/IN: ahead of us",
        "zone balug.org/IN: loaded; checking validity",
        "zone balug.org/IN: loaded",
        "zone balug.org/IN: loaded serial 5 (unsigned)",
        "zone balug.org/IN: sending notifies",
        "zone balug.org/IN: Transfer started",
        "zone_maintenance: zone balug.org/IN: enter",
        "zone balug.org/IN: notify from 192.0.2.1#53: zone is up to date.",
        "zone balug.org/IN: zone serial (5/6/7) has gone backwards",
        "Zone \"balug.org\" (class 1) SOA serial# (5) rcvd from [198.144.194.238] is > ours (6)",
        "Zone \"balug.org\" (IN) SOA serial# (5) rcvd from [198.144.194.238] is < ours (6): ",

        // The same words about notifies are no transfer.
        "zone balug.org/IN: got TLS configuration for zone transfer",
        "zone balug.org/IN: got TLS configuration for a notify",
        "zone balug.org/IN: could not get TLS configuration for dynamic update: not found",

        // Transfers out and clients.
        "client 192.0.2.1#4711: transfer of 'e.test/IN': AXFR starting",
        "client 192.0.2.1#4711: transfer of 'e.test/IN': AXFR started (serial 5 -> )",
        "client 192.0.2.1#4711: transfer of 'e.test/IN': sending TCP message of 500 bytes",
        "client 192.0.2.1#4711: zone transfer 'e.test' denied",
        "client 192.0.2.1#4711: query (cache) 'www.example.org/A/IN' denied",
        "client 192.0.2.1#4711 (www.example.org): query: www.example.org IN A +E(0)K (192.0.2.2)",
        "client @0x7f0b3b703c98 192.0.2.1#4711 (e.test): rate limit drop NXDOMAIN response to 192.0.2.0/24",
        "client: received notify for zone 'balug.org'",

        // Servers.
        "Running",
        "running on Linux x86_64",
        "exiting now",
        "all zones loaded.",
        "starting BIND",
        "received control channel command ''",
        "received control channel command 'reload",
        "received SIGHUP signal",
        "the working directory is now '/var/cache/bind'",
        "journal file dy.test.db.jnl does not exist, creating it",
        "dy.test.db.jnl: journal file corrupt: expected serial 5, got",
        "catz: updating catalog zone 'catalog.example' with serial",
    ];

    [Theory]
    [MemberData(nameof(NotInTheCatalogue))]
    public void ANearMissIsNotTaken(string message) => Assert.Equal("-", Found.In(message));

    [Theory]
    [InlineData("zone a.org/IN: transferred serial 0", "transferred zone=a.org class=IN serial=0")]
    [InlineData("zone a.org/IN/x: expired: expired", "-")]
    [InlineData("zone a.org/IN: refresh: failure trying master 192.0.2.1#53 (source 0.0.0.0#0): x (source 0.0.0.0#0): y",
        "refresh-failed zone=a.org class=IN peer=192.0.2.1#53 detail=x (source 0.0.0.0#0): y")]
    [InlineData("client 192.0.2.1#4711: view a: received notify for zone 'b': received notify for zone 'c.org'",
        "notify-refused zone=b view=a peer=192.0.2.1#4711 detail=received notify for zone 'c.org'")]
    [InlineData("received control channel command 'reload zone e.org/IN: expired'",
        "command detail=reload zone e.org/IN: expired")]
    public void AMessageThatQuotesAnotherIsNotConfused(string message, string expected) =>
        Assert.Equal(expected, Found.In(message));
}
