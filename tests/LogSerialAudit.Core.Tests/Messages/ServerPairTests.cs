using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Each server names the pair of serials in an order of its own, or only one, or none.</summary>
public sealed class ServerPairTests
{
    [Theory]

    // BIND: the offered one first.
    [InlineData("named", "zone a.test/IN: serial number (5) received from primary 192.0.2.1#53 < ours (6)", "offered 5 held 6 from 192.0.2.1#53")]
    [InlineData("named", "zone a.test/IN: serial number (5) received from master 192.0.2.1#53 < ours (6)", "offered 5 held 6 from 192.0.2.1#53")]

    [InlineData("named", "Zone \"a.test\" SOA serial# (5) rcvd from [192.0.2.1] lower than ours (6)", "offered 5 held 6 from 192.0.2.1")]

    // NSD: the held one first, or none.
    [InlineData("nsd", "xfrd: zone a.test ignoring old serial (6/5) from 192.0.2.1", "offered 5 held 6 from 192.0.2.1")]
    [InlineData("nsd", "xfrd: zone a.test ignoring old serial (local: 6, remote: 5) from 192.0.2.1@5300", "offered 5 held 6 from 192.0.2.1@5300")]
    [InlineData("nsd", "xfrd: zone a.test ignoring old serial from 192.0.2.1", "offered ? held ? from 192.0.2.1")]

    // Knot DNS: the offered one only.
    [InlineData("knotd", "[a.test.] refresh, remote 192.0.2.1@53, remote serial 5, remote is outdated", "offered 5 held ? from 192.0.2.1@53")]
    [InlineData("knotd", "[a.test.] refresh, remote 192.0.2.1@53, remote serial 5, master is outdated", "offered 5 held ? from 192.0.2.1@53")]
    [InlineData("knotd", "[a.test.] refresh, outgoing, 192.0.2.1@53: remote serial 5, master is outdated", "offered 5 held ? from 192.0.2.1@53")]
    [InlineData("knotd", "[a.test.] refresh, remote 2001:db8::1@853 QUIC, key k., remote serial 5, remote is outdated", "offered 5 held ? from 2001:db8::1@853")]

    // PowerDNS: the held one first.
    [InlineData("pdns_server", "Domain 'a.test' more recent than primary 192.0.2.1, our serial 6 > their serial 5", "offered 5 held 6 from 192.0.2.1")]
    [InlineData("pdns_server", "Domain 'a.test' more recent than master [2001:db8::1]:5300, our serial 6 > their serial 5", "offered 5 held 6 from [2001:db8::1]:5300")]
    [InlineData("pdns", "Domain a.test more recent than master, our serial 6 > their serial 5", "offered 5 held 6 from ?")]

    // Not this message, or of another server.
    [InlineData("nsd", "xfrd: zone a.test ignoring old serial (6) from 192.0.2.1", null)]
    [InlineData("nsd", "xfrd: zone a.test ignoring old serial (local: 6, remote: 4294967296) from 192.0.2.1", null)]
    [InlineData("nsd", "zone a.test/IN: serial number (5) received from primary 192.0.2.1#53 < ours (6)", null)]
    [InlineData("named", "xfrd: zone a.test ignoring old serial (6/5) from 192.0.2.1", null)]
    [InlineData("named", "Zone \"a.test\" SOA serial# (5) rcvd from [192.0.2.1] higher than ours (6)", null)]
    [InlineData("named", "Zone \"a.test\" (class 1) SOA serial# (5) rcvd from [192.0.2.1] lower than ours (6)", null)]
    [InlineData("knotd", "refresh, remote 192.0.2.1@53, remote serial 5, remote is outdated", null)]
    [InlineData("knotd", "[a.test.] refresh, remote 192.0.2.1@53, remote serial , remote is outdated", null)]
    [InlineData("pdns_server", "Domain 'a.test' more recent than primary 192.0.2.1, our serial 6 > their serial five", null)]
    [InlineData("pdns_server", "Domain 'a.test' more recent than", null)]
    [InlineData("unbound", "auth zone a.test. more recent than primary", null)]
    public void ThePairIsReadRight(string program, string message, string? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        var match = default(MessageMatch);
        var found = Catalogue.BuiltIn.ForProgram(Encoding.UTF8.GetBytes(program))!.TryMatch(bytes, ref match)
            && match.Entry.Kind == EventKind.RollbackOffered;
        var peer = Encoding.UTF8.GetString(match.Peer.Of(bytes));

        Assert.Equal(expected, !found ? null : $"offered {Shown(match.Serial)} held {Shown(match.Previous)} from {(peer.Length == 0 ? "?" : peer)}");
    }

    private static string Shown(LogSerialAudit.Serials.SerialNumber? serial) => serial?.ToString() ?? "?";
}
