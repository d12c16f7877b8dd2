using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>Episodes in the words of servers that do not name both serials, or write addresses another way than BIND.</summary>
public sealed class ServerEpisodeTests
{
    private const string Knot = "[a.example.] refresh, remote 192.0.2.1@53,";
    private const string OldNsd = "xfrd: zone a.example ignoring old serial from 192.0.2.1";

    /// <summary>What happens; the steps; the episodes.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        // Knot names what it is offered.
        { "the held serial is the history's", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated", "192.0.2.1@53 90<100 11:00 open" },
        { "or that of a refresh before", $"10:00 | {Knot} remote serial 100, zone is up-to-date; 11:00 | {Knot} remote serial 90, remote is outdated", "192.0.2.1@53 90<100 11:00 open" },
        { "the log begins too late", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot} remote serial 90, remote is outdated", "192.0.2.1@53 90< x2 11:00-12:00 open" },
        { "what is replaced tells that it caught up", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot} zone updated, 0.00 seconds, serial 100 -> 110", "192.0.2.1@53 90< 11:00 caught-up 12:00 by 110" },
        { "or that it was forced", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot} zone updated, 0.00 seconds, serial 100 -> 90", "192.0.2.1@53 90< 11:00 forced 12:00 by 90" },
        { "nothing tells either", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot} zone updated, 0.00 seconds, serial none -> 110", "192.0.2.1@53 90< 11:00 unknown" },
        { "the same serial heals whatever was held", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot} remote serial 100, zone is up-to-date", "192.0.2.1@53 90< 11:00 caught-up 12:00 by 100" },
        { "not that of another primary", $"11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | {Knot.Replace("2.1@", "2.2@", StringComparison.Ordinal)} remote serial 100, zone is up-to-date", "192.0.2.1@53 90< 11:00 open" },
        { "a history that is behind the offer is not believed", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 80; 11:00 | {Knot} remote serial 90, remote is outdated", "192.0.2.1@53 90< 11:00 open" },
        { "expired, and taken", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [a.example.] zone expired; 12:00 | {Knot} zone updated, 0.00 seconds, serial none -> 90", "192.0.2.1@53 90<100 11:00 expired 12:00 by 90" },
        { "an outdated zone is no complaint", $"10:00 | {Knot} remote serial 100, zone is up-to-date; 11:00 | {Knot} remote serial 110, zone is outdated", "" },

        // NSD named no serial at first.
        { "neither is known", $"10:00 | {OldNsd}", "A? < 10:00 open" },
        { "the held one is the history's", $"10:00 | zone a.example serial 0 is updated to 100; 11:00 | {OldNsd}", "A? <100 11:00 open" },
        { "it ends as others do", $"10:00 | zone a.example serial 0 is updated to 100; 11:00 | {OldNsd}; 12:00 | zone a.example serial 100 is updated to 110", "A? <100 11:00 caught-up 12:00 by 110" },
        { "taken from another primary", "11:00 | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1@53; 12:00 | xfrd: zone a.example committed \"received update to serial 110 at 2019-05-25T12:00:00 from 192.0.2.2@53\"; 12:00 | zone a.example serial 100 is updated to 110", "192.0.2.1@53 90<100 11:00 open" },
        { "taken from this one", "11:00 | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1@53; 12:00 | xfrd: zone a.example committed \"received update to serial 110 at 2019-05-25T12:00:00 from 192.0.2.1@53\"; 12:00 | zone a.example serial 100 is updated to 110", "192.0.2.1@53 90<100 11:00 caught-up 12:00 by 110" },
        { "forced", "11:00 | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1; 12:00 | zone a.example serial is updated to 90", "A? 90<100 11:00 forced 12:00 by 90" },

        // PowerDNS leaves the port out here and there.
        { "the transfer's line has no port", "10:00 | Domain 'a.example' more recent than master 192.0.2.1:5300, our serial 100 > their serial 90; 11:00 | AXFR-in zone: 'a.example', primary: '192.0.2.1', zone committed with serial 110", "192.0.2.1:5300 90<100 10:00 caught-up 11:00 by 110" },
        { "IPv6 in brackets", "10:00 | Domain 'a.example' more recent than primary [2001:db8::1]:5300, our serial 100 > their serial 90; 11:00 | AXFR-in zone: 'a.example', primary: '2001:db8::1', zone committed with serial 110", "[2001:db8::1]:5300 90<100 10:00 caught-up 11:00 by 110" },
        { "IPv6 that only looks like a port", "10:00 | Domain 'a.example' more recent than primary 2001:db8::1, our serial 100 > their serial 90; 11:00 | AXFR-in zone: 'a.example', primary: '2001:db8::2', zone committed with serial 110", "2001:db8::1 90<100 10:00 open" },
        { "another port is another server", "10:00 | Domain 'a.example' more recent than master 192.0.2.1:5300, our serial 100 > their serial 90; 11:00 | AXFR-in zone: 'a.example', primary: '192.0.2.1:5301', zone committed with serial 110", "192.0.2.1:5300 90<100 10:00 open" },
        { "it is fresh again, and does not say by what", "10:00 | Domain 'a.example' more recent than master, our serial 100 > their serial 90; 11:00 | Domain 'a.example' is fresh", "? 90<100 10:00 caught-up 11:00 by 100" },
        { "the held serial has changed meanwhile", "10:00 | Domain 'a.example' more recent than master, our serial 100 > their serial 90; 10:30 | AXFR done for 'a.example', zone committed with serial number 110; 11:00 | Domain 'a.example' more recent than master, our serial 110 > their serial 90; 12:00 | Domain 'a.example' is fresh (not presigned, no RRSIG check)", "? 90<100 10:00 caught-up 10:30 by 110; ? 90<110 11:00 caught-up 12:00 by 110" },
        { "another zone is fresh", "10:00 | Domain 'a.example' more recent than master, our serial 100 > their serial 90; 11:00 | Domain 'b.example' is fresh", "? 90<100 10:00 open" },
        { "it was fresh before", "10:00 | Domain 'a.example' is fresh; 11:00 | Domain 'a.example' more recent than master, our serial 100 > their serial 90", "? 90<100 11:00 open" },

        // Unbound probes.
        { "a probe that finds less", "10:00 | auth zone a.example. updated to serial 100; 11:00 | auth zone a.example.: soa probe serial is 90; 11:00 | auth_zone a.example. unchanged, new lease, wait", "? 90<100 11:00 open" },
        { "a probe that finds the same", "10:00 | auth zone a.example. updated to serial 100; 11:00 | auth zone a.example.: soa probe serial is 100; 11:00 | auth_zone a.example. unchanged, new lease, wait", "" },
        { "a probe with nothing before it", "11:00 | auth zone a.example.: soa probe serial is 90; 11:00 | auth_zone a.example. unchanged, new lease, wait", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void TheEpisodesAreThese(string what, string steps, string expected)
    {
        Assert.NotEmpty(what);
        var story = Story.Of(steps);

        Assert.Equal(expected, story.ToldInOneLine());
        Assert.Equal(story.Told(), story.ToldAgain());
    }

    /// <summary>What happens; the steps; whether a command is the reason.</summary>
    public static TheoryData<string, string, bool> Commands => new()
    {
        { "Knot is told to", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [a.example.] control, received command 'zone-retransfer'; 12:00 | {Knot} zone updated, 0.00 seconds, serial 100 -> 90", true },
        { "a refresh looks at the serial first", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [a.example.] control, received command 'zone-refresh'; 12:00 | {Knot} zone updated, 0.00 seconds, serial 100 -> 90", false },
        { "another zone is told to", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [b.example.] control, received command 'zone-retransfer'; 12:00 | {Knot} zone updated, 0.00 seconds, serial 100 -> 90", false },
        { "Knot's catalog took the zone away and gave it back", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [a.example.] zone purged; 12:00 | [a.example.] zone added from catalog; 12:00 | {Knot} zone updated, 0.00 seconds, serial none -> 90", true },
        { "it only gave it", $"10:00 | {Knot} zone updated, 0.00 seconds, serial none -> 100; 11:00 | {Knot} remote serial 90, remote is outdated; 12:00 | [a.example.] zone added from catalog; 12:00 | {Knot} zone updated, 0.00 seconds, serial none -> 90", false },
        { "BIND's configuration is without the zone for a while", "11:00 A 90<100; 12:00 | zone a.example/IN: (secondary) removed; 12:00 A gives 90", true },
        { "BIND's catalog took it away", "11:00 A 90<100; 12:00 | catz: deleting zone 'a.example' from catalog 'c.example' - success; 12:00 A gives 90", true },
        { "BIND's catalog changed it", "11:00 A 90<100; 12:00 | catz: modifying zone 'a.example' from catalog 'c.example' - success; 12:00 A gives 90", false },
        { "BIND is told to", "11:00 A 90<100; 12:00 | received control channel command 'retransfer a.example IN'; 12:00 A gives 90", true },
        { "BIND is told to forget the zone, and its file", "11:00 A 90<100; 12:00 | received control channel command 'delzone -clean a.example'; 12:00 A gives 90", true },
        { "a refresh of BIND's looks at the serial first", "11:00 A 90<100; 12:00 | received control channel command 'refresh a.example'; 12:00 A gives 90", false },
        { "NSD is told to", "11:00 | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1; 12:00 | control cmd:  force_transfer a.example; 12:00 | zone a.example serial 100 is updated to 90", true },
        { "NSD's transfer looks at the serial first", "11:00 | xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1; 12:00 | control cmd:  transfer a.example; 12:00 | zone a.example serial 100 is updated to 90", false },
        { "PowerDNS is told to", "10:00 | Domain 'a.example' more recent than master 192.0.2.1:5300, our serial 100 > their serial 90; 11:00 | Retrieval request for zone 'a.example' from primary '192.0.2.1:5300' received from operator; 11:00 | AXFR-in zone: 'a.example', primary: '192.0.2.1', zone committed with serial 90", true },
        { "a notification is none", "10:00 | Domain 'a.example' more recent than master 192.0.2.1:5300, our serial 100 > their serial 90; 11:00 | Notification request for zone 'a.example' received from operator; 11:00 | AXFR-in zone: 'a.example', primary: '192.0.2.1', zone committed with serial 90", false },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void ALowerSerialIsTakenOnCommandWhereOneIsLogged(string what, string steps, bool expected)
    {
        Assert.NotEmpty(what);
        var episode = Assert.Single(Story.Of(steps).Episodes);

        Assert.Equal(EpisodeState.Forced, episode.State);
        Assert.Equal(expected, episode.IsCommanded);
    }
}
