using LogSerialAudit.Events;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>The command that is told is the one of the server that complained, and what a zone is called does nothing in a shell.</summary>
public sealed class RetransferTests
{
    [Theory]
    [InlineData("named", "192.0.2.1#53", "rndc retransfer a.example")]
    [InlineData("named-sdb", "192.0.2.1#53", "rndc retransfer a.example")]
    [InlineData("nsd", "192.0.2.1", "nsd-control force_transfer a.example")]
    [InlineData("nsd@int", "192.0.2.1", "nsd-control force_transfer a.example")]
    [InlineData("knotd", "192.0.2.1@53", "knotc zone-retransfer a.example")]
    [InlineData("knot", "192.0.2.1@53", "knotc zone-retransfer a.example")]
    [InlineData("pdns_server", "192.0.2.1", "pdns_control retrieve a.example")]
    [InlineData("pdns-auth", "192.0.2.1:53", "pdns_control retrieve a.example")]
    [InlineData("unbound", "192.0.2.1", "stop Unbound, remove its zonefile of a.example and start it again")]
    [InlineData("coredns", "192.0.2.1:53", "restart CoreDNS")]
    [InlineData("DNS", "192.0.2.1", "Start-DnsServerZoneTransfer -FullTransfer -Name a.example (PowerShell; where it still refuses, remove the secondary zone and add it again)")]
    [InlineData("Microsoft-Windows-DNS-Server-Service", "192.0.2.1", "Start-DnsServerZoneTransfer -FullTransfer -Name a.example (PowerShell; where it still refuses, remove the secondary zone and add it again)")]
    [InlineData("", "192.0.2.1#53", "rndc retransfer a.example")]
    [InlineData("", "2001:db8::1#53", "rndc retransfer a.example")]
    [InlineData("", "", "rndc retransfer a.example")]
    [InlineData("", "192.0.2.1@53", "knotc zone-retransfer a.example")]
    [InlineData("", "192.0.2.1", "nsd-control force_transfer a.example or pdns_control retrieve a.example, whichever server it is,")]
    public void EachServerHasItsOwn(string program, string primary, string command) => Assert.Equal(command, CommandFor(program, primary, "a.example"));

    [Theory]
    [InlineData("a.example", "IN", "", "rndc retransfer a.example")]
    [InlineData("a.example", "", "", "rndc retransfer a.example")]
    [InlineData("a.example", "CH", "", "rndc retransfer a.example CH")]
    [InlineData("a.example", "IN", "int", "rndc retransfer a.example IN int")]
    [InlineData("a.example", "CLASS65280", "int", "rndc retransfer a.example CLASS65280 int")]
    [InlineData("a.example", "IN", "our view", "rndc retransfer a.example IN '\"our view\"'")]
    [InlineData("a.example", "IN", "a'b", "rndc retransfer a.example IN '\"a'\\''b\"'")]
    [InlineData("a.example", "IN", "$(b)", "rndc retransfer a.example IN '\"$(b)\"'")]
    [InlineData(".", "IN", "", "rndc retransfer .")]
    [InlineData("0/25.2.0.192.in-addr.arpa", "IN", "", "rndc retransfer 0/25.2.0.192.in-addr.arpa")]
    [InlineData("a\\032b.example", "IN", "", "rndc retransfer 'a\\032b.example'")]
    [InlineData("-force", "IN", "", "rndc retransfer '\\-force'")]
    [InlineData("a.example;reboot", "IN", "", "rndc retransfer 'a.example;reboot'")]
    public void NamedIsToldClassAndView(string zone, string zoneClass, string view, string command) =>
        Assert.Equal(command, CommandFor("named", "192.0.2.1#53", zone, zoneClass, view));

    /// <summary>What of a name another shell would run is left to who types it.</summary>
    [Theory]
    [InlineData("a-b_c.example", "a-b_c.example")]
    [InlineData("0/25.2.0.192.in-addr.arpa", "0/25.2.0.192.in-addr.arpa")]
    [InlineData("-a.example", "ZONE")]
    [InlineData("$(b).example", "ZONE")]
    [InlineData("a.example;b", "ZONE")]
    [InlineData("a'b.example", "ZONE")]
    [InlineData(".", "ZONE")]
    [InlineData("@b", "ZONE")]
    [InlineData("bücher.example", "ZONE")]
    public void PowerShellIsGivenPlainNamesOnly(string zone, string name) =>
        Assert.StartsWith($"Start-DnsServerZoneTransfer -FullTransfer -Name {name} (PowerShell;", CommandFor("DNS", "192.0.2.1", zone), StringComparison.Ordinal);

    private static string CommandFor(string program, string primary, string zone, string zoneClass = "IN", string view = "")
    {
        var observer = new Observer("s", "s") { Program = program };
        var history = new SerialHistory(observer, new ZoneName(zone, zoneClass, view), ZoneSide.None, 0);
        return Retransfer.CommandFor(new EpisodeStore().Add(history, primary, new SerialNumber(90), new SerialNumber(100), new SourceLine("s.log", 1)));
    }
}
