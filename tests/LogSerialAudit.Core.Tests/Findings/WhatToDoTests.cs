using LogSerialAudit.Findings;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>What is said to be done for a zone that is behind, and by when; cases are told as <see cref="MadeCase"/> says.</summary>
public sealed class WhatToDoTests
{
    private const string Or = ", or take what it has as it is: rndc retransfer a.example on the server of sec.log";

    [Theory]
    [InlineData("11:00 A {08:00}<{09:59}", "a.example: sec.log held 1558778340. Set the serial on the primary to 1558778341 or more (the time, date +%s)" + Or)]
    [InlineData("11:00 A 90<100", "a.example: sec.log held 100. Set the serial on the primary to 101 or more" + Or)]
    [InlineData("11:00 A 90<4294967295", "a.example: sec.log held 4294967295. Set the serial on the primary to 1 or more" + Or)]
    [InlineData("11:00 A 5<2147483653", "a.example: sec.log held 2147483653. Set the serial on the primary to 2147483654 or more" + Or)]
    [InlineData("11:00 A {10:59}<2019052501", "a.example: sec.log held 2019052501. For unixtime serials, take the two steps of RFC 1982: set 4166536148, wait until every secondary has it (\"transferred serial 4166536148\"), then set 1558781940 or the latest of that kind. Set the serial on the primary to 2019052502 or more for YYYYMMDDnn" + Or)]
    [InlineData("11:00 A {10:59}<{27T09:00}", "a.example: sec.log held 1558947600. Set the serial on the primary to 1558947601 or more, and raise it by hand until 2019-05-27T09:00:00Z, when the time in seconds is more again; or come back to the time in the two steps of RFC 1982: set 3706431247, wait until every secondary has it, then set the time (date +%s)" + Or)]
    [InlineData("11:00 s: A 90<100; 11:00 r: A 90<103", "a.example: r and s held 103. Set the serial on the primary to 104 or more, or take what it has as it is: rndc retransfer a.example on s, rndc retransfer a.example on r")]
    [InlineData("10:00 B gives 100; 11:00 A 90<100", "a.example: sec.log held 100. It came from 192.0.2.2: let 192.0.2.1 take the zone from there, or ask it no more. Only where what 192.0.2.1 has is right, set the serial on it to 101 or more")]
    [InlineData("10:00 A2 gives 100; 11:00 A 90<100", "a.example: sec.log held 100. Set the serial on the primary to 101 or more" + Or)]
    [InlineData("10:00 s: B gives 100; 11:00 s: A 90<100; 11:00 r: A 90<100", "a.example: r and s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example on s, rndc retransfer a.example on r")]
    [InlineData("09:00 A gives 2019052501; 10:00 A gives 2119052501; 11:00 A 2019052502<2119052501", "a.example: sec.log held 2119052501. Set the serial on the primary to 2119052502 or more; or come back to YYYYMMDDnn in the two steps of RFC 1982: set 4266536148, wait until every secondary has it (\"transferred serial 4266536148\"), then set 2019052502 or the latest of that kind" + Or)]
    [InlineData("11:00 A 2019052502<2052052501", "a.example: sec.log held 2052052501. Set the serial on the primary to 2052052502 or more; or come back to YYYYMMDDnn in the two steps of RFC 1982: set 4199536148, wait until every secondary has it (\"transferred serial 4199536148\"), then set 2019052502 or the latest of that kind" + Or)]
    [InlineData("10:00 r: A gives 103; 11:00 s: A 90<100", "a.example: s held 100. Set the serial on the primary to 104 or more, or take what it has as it is: rndc retransfer a.example on s")]
    [InlineData("10:00 r: A gives 2147483749; 11:00 s: A 90<100", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example on s; r has 2147483749, to which 101 is not newer (RFC 1982): that has to be forced")]
    [InlineData("11:00 A 90<100 @a.example/IN/outer", "a.example: sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example IN outer on the server of sec.log")]
    [InlineData("10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int", "a.example (view int): sec.log held 100. It has 91 in view ext: let the primary tell the views apart (by address, or by a key for each), and take nothing before; only where it does, set the serial on it to 101 or more")]
    [InlineData("10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 90<100 @a.example/IN/int", "a.example (view int): sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example IN int on the server of sec.log")]
    [InlineData("10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int; 12:00 A gives 92 @a.example/IN/ext", "a.example (view int): sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example IN int on the server of sec.log")]
    [InlineData("10:00 r: A gives 91 @a.example/IN/ext; 10:00 s: A gives 100 @a.example/IN/int; 11:00 s: A 91<100 @a.example/IN/int", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer a.example IN int on s")]
    [InlineData("11:00 A 90<100 @$(b)/IN", "$(b): sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer '$(b)' on the server of sec.log")]
    [InlineData("11:00 A 90<100 @-a.example/IN", @"-a.example: sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer '\-a.example' on the server of sec.log")]
    [InlineData("11:00 A 90<100 @@192.0.2.9/IN", @"@192.0.2.9: sec.log held 100. Set the serial on the primary to 101 or more, or take what it has as it is: rndc retransfer '\@192.0.2.9' on the server of sec.log")]
    [InlineData("10:00 s/unbound: | auth zone a.example. updated to serial 100; 11:00 s/unbound: | auth zone a.example.: soa probe serial is 90; 11:00 s/unbound: | auth_zone a.example. unchanged, new lease, wait", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: stop Unbound, remove its zonefile of a.example and start it again on s")]
    [InlineData("11:00 s/nsd: | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: nsd-control force_transfer a.example on s")]
    [InlineData("11:00 s/pdns_server: | Domain 'a.example' more recent than primary 192.0.2.1, our serial 100 > their serial 90", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: pdns_control retrieve a.example on s")]
    [InlineData("10:00 s/knotd: | [a.example.] refresh, remote 192.0.2.1@53, zone updated, 0.01 seconds, serial 90 -> 100; 11:00 s/knotd: | [a.example.] refresh, remote 192.0.2.1@53, remote serial 90, remote is outdated", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: knotc zone-retransfer a.example on s")]
    [InlineData("10:00 s/knot: | [a.example.] refresh, remote 192.0.2.1@53, zone updated, 0.01 seconds, serial 90 -> 100; 11:00 s/knot: | [a.example.] refresh, remote 192.0.2.1@53, remote serial 90, remote is outdated", "a.example: s held 100. Set the serial on the primary to 101 or more, or take what it has as it is: knotc zone-retransfer a.example on s")]
    [InlineData("11:00 A 90<100; 28T10:00 A notifies @b.example/IN", "a.example: sec.log held 100. Set the serial on the primary to 101 or more" + Or)]
    [InlineData("11:00 A 90<100; 28T12:00 A notifies @b.example/IN", "a.example: complaints stopped; do this only where the primary still has less than 100. Set the serial on the primary to 101 or more" + Or)]
    [InlineData("11:00 A 90<100; 11:30 A 90<100; 12:00 A 90<100; 14:00 A notifies", "a.example: complaints stopped; do this only where the primary still has less than 100. Set the serial on the primary to 101 or more" + Or)]
    public void WhatHealsAZoneIsSaid(string story, string statement) =>
        Assert.Equal(statement, Assert.Single(MadeCase.Of(story).Findings, finding => finding.Kind == FindingKind.RaiseSerial).Statement);

    /// <summary>Zones of one name are several where one server has them in two views; views of two servers are but names.</summary>
    [Theory]
    [InlineData("11:00 A 9<10 @a.example/IN/int; 11:00 A 19<20 @a.example/IN/ext", "a.example (view ext): retransfer a.example IN ext; a.example (view int): retransfer a.example IN int", "a.example (view int) 9 < 10, a.example (view ext) 19 < 20")]
    [InlineData("10:00 A gives 20 @a.example/IN/ext; 11:00 A 9<10 @a.example/IN/int; 12:00 A 19<20 @a.example/IN/ext; 13:00 A gives 11 @a.example/IN/int", "a.example (view ext): retransfer a.example IN ext", "a.example (view int) 9 < 10, a.example (view ext) 19 < 20")]
    [InlineData("10:00 A gives 20 @a.example/IN/ext; 11:00 A 9<10 @a.example/IN/int", "a.example (view int): retransfer a.example IN int", "a.example (view int) 9 < 10")]
    [InlineData("10:00 r: A gives 20 @a.example/IN/ext; 11:00 s: A 9<10 @a.example/IN/int", "a.example: retransfer a.example IN int", "a.example 9 < 10")]
    [InlineData("11:00 s: | zone a.example/IN: serial number (9) received from master 192.0.2.1#53 < ours (10); 11:00 s: | zone a.example/CH: serial number (19) received from master 192.0.2.1#53 < ours (20)", "a.example (class CH): retransfer a.example CH; a.example: retransfer a.example", "a.example 9 < 10, a.example (class CH) 19 < 20")]
    [InlineData("11:00 s: A 9<10 @a.example/IN/int; 11:00 r: A 9<12 @a.example/IN/ext", "a.example: retransfer a.example IN int, retransfer a.example IN ext", "a.example 9 < 10, a.example 9 < 12")]
    [InlineData("11:00 A 9<10 @a.example/IN/int; 11:00 A 9<10 @b.example/IN/ext", "a.example: retransfer a.example IN int; b.example: retransfer b.example IN ext", "a.example 9 < 10, b.example 9 < 10")]
    public void ViewsOfOneServerAreToldApart(string story, string toDo, string pairs)
    {
        var findings = MadeCase.Of(story).Findings;
        Assert.Equal(toDo, string.Join("; ", findings.Where(finding => finding.Kind == FindingKind.RaiseSerial).Select(finding => finding.Statement)
            .Select(told => $"{told.Split(": ")[0]}: {string.Join(", ", told.Split("rndc ").Skip(1).Select(command => command.Split(" on ")[0]))}").Order(StringComparer.Ordinal)));
        Assert.EndsWith("held: " + pairs, Assert.Single(findings, finding => finding.Kind == FindingKind.WentBack).Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11:00 A 90<100", "serials older than sec.log held: a.example 90 < 100")]
    [InlineData("11:00 A 2147483748<100", "serials not newer than sec.log held: a.example 2147483748 ? 100")]
    [InlineData("11:00 A 2147483749<100", "serials older than sec.log held: a.example 2147483749 < 100")]
    public void WhatIsNeitherOlderNorNewerIsNotCalledLess(string story, string said) =>
        Assert.EndsWith(said, Assert.Single(MadeCase.Of(story).Findings, finding => finding.Kind == FindingKind.WentBack).Statement, StringComparison.Ordinal);

    [Theory]
    [InlineData("11:00 A 90<100; 12:00 retransfer; 12:00 A gives 90", "a.example at sec.log: a lower serial was taken at 2019-05-25T12:00:00Z on an operator's word; 90 was taken after 100")]
    [InlineData("11:00 A 90<100; 12:00 A gives 90", "a.example at sec.log: a lower serial was taken at 2019-05-25T12:00:00Z though the zone had not expired in this log: on an operator's word, or after an expiry that is not logged; 90 was taken after 100")]
    [InlineData("11:00 A 90<100; 12:00 expired; 12:01 A gives 90", "a.example at sec.log: the zone expired at 2019-05-25T12:00:00Z and was not served; 90 was taken after 100")]
    [InlineData("11:00 A 90<100; - expired; - A gives 90", "a.example at sec.log: the zone expired and was not served; 90 was taken after 100")]
    public void WhyALowerSerialWasTakenIsSaidAsFarAsTheLogTells(string story, string statement) =>
        Assert.Equal(statement, Assert.Single(MadeCase.Of(story).Findings, finding => finding.Kind == FindingKind.LowerTaken).Statement);

    /// <summary>How it ended stands in other lines than the complaint.</summary>
    [Theory]
    [InlineData("11:00 A 90<100; 12:00 retransfer; 12:00 A gives 90", "complaint; 90 taken")]
    [InlineData("11:00 A 90<100; 12:00 A gives 90; 13:00 A gives 110; 14:00 A gives 90", "complaint; 90 taken")]
    [InlineData("10:00 A gives 90; 10:30 A gives 100; 11:00 A 90<100; 12:00 expired; 12:01 A gives 90", "complaint; expired; 90 taken")]
    [InlineData("11:00 A 90<100; 12:00 expired; 12:01 A gives 110", "complaint; expired; 110 taken")]
    [InlineData("11:00 A 90<100; 12:00 expired", "complaint; expired")]
    [InlineData("11:00 A 90<100; 12:00 expired @b.example/IN; 12:01 A gives 90", "complaint; 90 taken")]
    public void WhereALowerSerialWasTakenIsShown(string story, string lines) =>
        Assert.Equal(lines, string.Join("; ", Assert.Single(MadeCase.Of(story).Findings, finding => finding.Kind == FindingKind.LowerTaken).Exhibits
            .Select(exhibit => exhibit.Says.Contains("offered", StringComparison.Ordinal) ? "complaint" : exhibit.Says.Replace("a.example ", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("11:00 A 90<100; 12:00 A gives 110")]
    [InlineData("11:00 A 90<100; 12:00 expired; 12:01 A gives 90")]
    [InlineData("11:00 A 90<100; 12:00 retransfer; 12:00 A gives 90")]
    [InlineData("11:00 A gives 90; 12:00 A notifies")]
    public void NothingIsToDoWhereItIsOver(string story) =>
        Assert.DoesNotContain(MadeCase.Of(story, expire: "2").Findings, finding => finding.Kind is FindingKind.RaiseSerial or FindingKind.ExpiryPredicted);

    /// <summary>EXPIRE in hours.</summary>
    [Theory]
    [InlineData("10:00 A gives 100; 11:00 A 90<100", "48", "a.example expires on the server of sec.log between 2019-05-27T10:00:00Z and 2019-05-27T11:00:00Z, if every refresh since the first complaint is refused (EXPIRE 2 d, from --expire)")]
    [InlineData("11:00 A 90<100", "48", "a.example expires on the server of sec.log by 2019-05-27T11:00:00Z, if every refresh since the first complaint is refused (EXPIRE 2 d, from --expire)")]
    [InlineData("11:00 A 90<100; 12:00 A 90<100; 13:00 A 90<100", "2", "a.example expires on the server of sec.log by 2019-05-25T13:00:00Z, if every refresh since the first complaint is refused (EXPIRE 2 h, from --expire); the log goes on to 2019-05-25T13:00:00Z, so it should have, and no line says so")]
    [InlineData("10:00 A gives 100; 11:00 A 90<100; 12:30 A 90<100", "2", "a.example expires on the server of sec.log between 2019-05-25T12:00:00Z and 2019-05-25T13:00:00Z, if every refresh since the first complaint is refused (EXPIRE 2 h, from --expire); the first of these times is past where the log ends, 2019-05-25T12:30:00Z, and no line says that it has")]
    public void WhenAZoneExpiresIsSaidWithinBounds(string story, string expire, string statement) =>
        Assert.Equal(statement, Assert.Single(MadeCase.Of(story, expire: expire).Findings, finding => finding.Kind == FindingKind.ExpiryPredicted).Statement);

    [Fact]
    public void EXPIREIsThatOfTheVersionHeld()
    {
        var found = MadeCase.Of("10:00 A gives 100; 11:00 A 90<100", "", "a.example 90@09:00 100@10:00");
        Assert.Equal(
            "a.example expires on the server of sec.log between 2019-05-26T10:00:00Z and 2019-05-26T11:00:00Z, if every refresh since the first complaint is refused (EXPIRE 1 d, from revision 1.2 of the zone file)",
            Assert.Single(found.Findings, finding => finding.Kind == FindingKind.ExpiryPredicted).Statement);
    }

    [Theory]
    [InlineData("11:00 A 90<100", "")]
    [InlineData("11:00 s/pdns_server: | Domain 'a.example' more recent than primary 192.0.2.1, our serial 100 > their serial 90", "48")]
    public void NothingIsPredictedWithoutEXPIREOrForAServerThatDoesNotExpire(string story, string expire) =>
        Assert.DoesNotContain(MadeCase.Of(story, expire: expire).Findings, finding => finding.Kind == FindingKind.ExpiryPredicted);
}
