using LogSerialAudit.Lines;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What servers other than BIND write around their messages, with no syslog and within it. In brackets: the program that shows.</summary>
public sealed class ServerPrefixTests
{
    [Theory]

    // NSD.
    [InlineData("[2026-11-22 09:51:29.995] nsd[123]: info: xfrd: zone a has expired", "2026-11-22 09:51:29.995 | - | nsd[123] | xfrd: zone a has expired")]
    [InlineData("[1558725628] nsd[123]: error: xfrd: zone a has expired", "2019-05-24 19:20:28 +00:00 | - | nsd[123] | xfrd: zone a has expired")]
    [InlineData("[1558725628.482] nsd[123]: x", "2019-05-24 19:20:28.482 +00:00 | - | nsd[123] | x")]
    [InlineData("2024-09-25T12:00:00.123+02:00 nsd[1]: info: x", "2024-09-25 12:00:00.123 +02:00 | - | nsd[1] | x")]
    [InlineData("May 18 12:49:18 puck nsd[869]: [2020-05-18 12:49:18.583] nsd[869]: info: x", "2020-05-18 12:49:18.583 | puck | nsd[869] | x")]
    [InlineData("2020-05-18T12:49:18Z puck nsd[869]: [2020-05-18 14:49:18.583] nsd[869]: info: x", "2020-05-18 12:49:18 +00:00 | puck | nsd[869] | x")]
    [InlineData("[2026-13-22 09:51:29.995] nsd[123]: info: x", "- | - | - | [2026-13-22 09:51:29.995] nsd[123]: info: x")]
    [InlineData("[2026-11-22 09:51:29.995] nsd: info: x", "2026-11-22 09:51:29.995 | - | nsd | x")]
    [InlineData("[2026-11-22 09:51:29.995 nsd[123]: info: x", "- | - | - | [2026-11-22 09:51:29.995 nsd[123]: info: x")]
    [InlineData("[12345678] nsd[123]: x", "- | - | - | [12345678] nsd[123]: x")]
    [InlineData("[15587256281] nsd[123]: x", "- | - | - | [15587256281] nsd[123]: x")]

    // Unbound.
    [InlineData("[1558725628] unbound[123:0] info: service stopped", "2019-05-24 19:20:28 +00:00 | - | unbound[123] | service stopped")]
    [InlineData("[1558725628] unbound[123:a] debug: x", "2019-05-24 19:20:28 +00:00 | - | unbound[123] | x")]
    [InlineData("Nov 23 23:05:22 unbound[123:0] info: x", "11-23 23:05:22 | - | unbound[123] | x")]
    [InlineData("2026-11-23T23:05:22.123+01:00 unbound[123:0] info: x", "2026-11-23 23:05:22.123 +01:00 | - | unbound[123] | x")]
    [InlineData("Nov 23 23:05:22 ns unbound[123]: [123:0] info: x", "11-23 23:05:22 | ns | unbound[123] | x")]
    [InlineData("Nov 23 23:05:22 ns unbound[123]: [123:] info: x", "11-23 23:05:22 | ns | unbound[123] | [123:] info: x")]
    [InlineData("[1558725628] unbound[123:] info: x", "- | - | - | [1558725628] unbound[123:] info: x")]

    // Knot DNS.
    [InlineData("2026-11-22T09:51:29+0000 info: [a.] zone expired", "2026-11-22 09:51:29 +00:00 | - | - | [a.] zone expired (knotd)")]
    [InlineData("2026-11-22T09:51:29.482+02:00 error: [a.] x", "2026-11-22 09:51:29.482 +02:00 | - | - | [a.] x")]
    [InlineData("2026-11-22T09:51:29+0000 info: Knot DNS 3.2.6 starting", "2026-11-22 09:51:29 +00:00 | - | - | Knot DNS 3.2.6 starting (knotd)")]
    [InlineData("Nov 22 09:51:29 ns knotd[9]: info: [a.] zone expired", "11-22 09:51:29 | ns | knotd[9] | [a.] zone expired")]

    // PowerDNS.
    [InlineData("Nov 22 09:51:29 Domain 'a' is fresh", "11-22 09:51:29 | - | - | Domain 'a' is fresh (pdns_server)")]
    [InlineData("Nov 22 09:51:29 AXFR-in zone: 'a', primary: 'b', zone committed with serial 1", "11-22 09:51:29 | - | - | AXFR-in zone: 'a', primary: 'b', zone committed with serial 1 (pdns_server)")]
    [InlineData("Nov 22 09:51:29 ns pdns_server[9]: Domain 'a' is fresh", "11-22 09:51:29 | ns | pdns_server[9] | Domain 'a' is fresh")]
    [InlineData("Aug 17 22:03:14 scl-1 pdns_server[4]: Aug 17 22:03:14 Domain 'a' is fresh", "08-17 22:03:14 | scl-1 | pdns_server[4] | Domain 'a' is fresh")]
    [InlineData("Nov 22 09:51:29 Domain a more recent than master, our serial 2 > their serial 1", "11-22 09:51:29 | - | - | Domain a more recent than master, our serial 2 > their serial 1 (pdns_server)")]
    [InlineData("Nov 22 09:51:29 Domain is fresh", "11-22 09:51:29 | Domain | - | is fresh")]
    [InlineData("Nov 22 09:51:29 About to start", "11-22 09:51:29 | About | - | to start")]

    // CoreDNS.
    [InlineData("[INFO] plugin/file: Transferred: a. from b", "- | - | - | plugin/file: Transferred: a. from b (coredns)")]
    [InlineData("2026-11-22T09:51:29.123456789Z [ERROR] plugin/file: Zone a. is expired", "2026-11-22 09:51:29.123456789 +00:00 | - | - | plugin/file: Zone a. is expired (coredns)")]
    [InlineData("Nov 22 09:51:29 ns coredns[9]: [WARNING] plugin/file: x", "11-22 09:51:29 | ns | coredns[9] | plugin/file: x")]
    [InlineData("[NOTE] plugin/file: x", "- | - | - | [NOTE] plugin/file: x")]
    [InlineData("[INFO]plugin/file: x", "- | - | - | [INFO]plugin/file: x")]

    // BIND's own files show whose they are; another program's line does not.
    [InlineData("22-Nov-2026 09:51:29.123 general: info: zone a/IN: expired", "2026-11-22 09:51:29.123 | - | - | zone a/IN: expired (named)")]
    [InlineData("22-Nov-2026 09:51:29.123 zone a/IN: expired", "2026-11-22 09:51:29.123 | - | - | zone a/IN: expired (named)")]
    [InlineData("2026-11-22T09:51:29.123Z general: zone a/IN: expired", "2026-11-22 09:51:29.123 +00:00 | - | - | zone a/IN: expired (named)")]
    [InlineData("2026-11-22T09:51:29.123Z zone a/IN: expired", "2026-11-22 09:51:29.123 +00:00 | - | - | zone a/IN: expired")]
    [InlineData("[", "- | - | - | [")]
    [InlineData("[] x", "- | - | - | [] x")]

    // BIND up to 9.2; no host is called so before a tag without a number, but one may be before a tag with it.
    [InlineData("Nov 22 09:51:29.123 general: info: zone a/IN: expired", "11-22 09:51:29.123 | - | - | zone a/IN: expired (named)")]
    [InlineData("Nov 22 09:51:29.123 load: zone a/IN: expired", "11-22 09:51:29.123 | - | - | zone a/IN: expired (named)")]
    [InlineData("Nov 22 09:51:29.123 zone a/IN: expired", "11-22 09:51:29.123 | - | - | zone a/IN: expired (named)")]
    [InlineData("Nov 22 09:51:29.123 zone named[9]: zone a/IN: expired", "11-22 09:51:29.123 | zone | named[9] | zone a/IN: expired")]
    [InlineData("Nov 22 09:51:29.123 ns kernel: zone a/IN: expired", "11-22 09:51:29.123 | ns | kernel | zone a/IN: expired")]
    [InlineData("Nov 22 09:51:29 zone a/IN: expired", "11-22 09:51:29 | zone | a/IN | expired")]
    public void APrefixIsTakenOff(string line, string expected)
    {
        var reader = new EnvelopeReader(new ProgramNames(["named", "nsd", "unbound", "knotd", "pdns_server", "coredns"]));
        reader.Read(Shown.Bytes(line), out var envelope);
        ServerPrefix.Strip(ref envelope);
        var implied = System.Text.Encoding.UTF8.GetString(envelope.ImpliedProgram);

        Assert.Equal(expected, Shown.Envelope(envelope) + (implied.Length == 0 ? "" : $" ({implied})"));
    }

    [Theory]
    [InlineData("Nov 22 09:51:30 ns pdns_server: AXFR done for 'a', zone committed", "11-22 09:51:30 | ns | pdns_server | AXFR done for 'a', zone committed")]
    [InlineData("Nov 22 09:51:30 ns last message repeated 3 times", "11-22 09:51:30 | ns | - | last message repeated 3 times")]
    [InlineData("Nov 22 09:51:30 Backend transaction started for 'a' storage", "11-22 09:51:30 | - | - | Backend transaction started for 'a' storage")]
    [InlineData("Nov 22 09:51:30 TCP server: started", "11-22 09:51:30 | - | - | TCP server: started")]
    public void BehindALineThatNamesNoHostOnlyOneThatDoesForSureHasOne(string line, string expected)
    {
        var reader = new EnvelopeReader(new ProgramNames(["named", "pdns_server"]));
        reader.Read("Nov 22 09:51:29 Domain 'a' is fresh"u8, out _);
        reader.Read(Shown.Bytes(line), out var envelope);

        Assert.Equal(expected, Shown.Envelope(envelope));
    }

    [Fact]
    public void EachMessageOfPowerDnsIsKnownForOneBehindAStampAlone()
    {
        var samples = Catalogue.BuiltIn.Entries.Where(entry => entry.Server == "powerdns").SelectMany(entry => entry.Samples).ToList();
        Assert.True(samples.Count > 50);
        Assert.All(samples, sample =>
        {
            new EnvelopeReader(new ProgramNames(["named", "pdns_server"])).Read(Shown.Bytes($"Nov 22 09:51:29 {sample.Text}"), out var envelope);
            Assert.Equal($"11-22 09:51:29 | - | - | {sample.Text}", Shown.Envelope(envelope));
        });
    }
}
