namespace LogSerialAudit.Core.Tests.History;

public sealed class EpisodeTests
{
    /// <summary>What happens; the steps; the episodes.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "nothing", "", "" },
        { "health", "10:00 A gives 100; 11:00 A notifies; 12:00 A notifies 110; 12:00 A gives 110", "" },
        { "one complaint", "10:00 A 90<100", "A 90<100 10:00 open" },
        { "complaints of one pair are one episode", "10:00 A 90<100; 11:00 A 90<100; 12:00 A 90<100", "A 90<100 x3 10:00-12:00 open" },

        // Caught up.
        { "a transfer from that primary", "10:00 A 90<100; 11:00 A gives 110; 12:00 A gives 120", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "an equal serial is enough", "10:00 A 90<100; 11:00 A gives 100", "A 90<100 10:00 caught-up 11:00 by 100" },
        { "a transfer from a primary that no line names", "10:00 A 90<100; 11:00 transferred 110", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "a transfer from another primary does not heal", "10:00 A 90<100; 11:00 B gives 110", "A 90<100 10:00 open" },
        { "nor one that is named only afterwards", "10:00 A 90<100; 11:00 transferred 110; 11:00 B status success; 12:00 A notifies", "A 90<100 10:00 open" },
        { "nor one that its totals name", "10:00 A 90<100; 11:00 started; 11:00 transferred 110; 11:00 B completed 110", "A 90<100 10:00 open" },
        { "nor one whose notifies come in between", "10:00 A 90<100; 11:00 transferred 110; 11:00 | zone a.example/IN: sending notifies (serial 110); 11:01 B status success", "A 90<100 10:00 open" },
        { "one that is named afterwards heals its own", "10:00 A 90<100; 11:00 transferred 110; 11:01 A status success", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "a transfer of before names no later one", "09:00 B gives 100; 10:00 A 90<100; 11:00 transferred 110", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "a debug line between connection and serial", "10:00 A 90<100; 11:00 started; 11:00 B connected; 11:00 finished; 11:00 transferred 110; 11:00 B status success", "A 90<100 10:00 open" },
        { "a failed one, then one from another", "10:00 A 90<100; 11:00 A fails; 11:01 B gives 110", "A 90<100 10:00 open" },
        { "an IXFR that falls back to AXFR", "10:00 A 90<100; 11:00 started; 11:00 A connected; 11:00 | transfer of 'a.example/IN' from 192.0.2.1#53: resetting; 11:00 A connected; 11:00 transferred 110", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "an IXFR that fails, then AXFR from the next", "10:00 A 90<100; 11:00 started; 11:00 A connected; 11:00 A status IXFR failed; 11:00 | zone a.example/IN: retrying with AXFR from 192.0.2.2#53 due to previous IXFR failure; 11:00 transferred 110", "A 90<100 10:00 open" },
        { "another server at the same address", "10:00 A 90<100; 11:00 A2 gives 110", "A 90<100 10:00 open" },
        { "the same address, where one line has no port", "10:00 | Zone \"a.example\" (IN) SOA serial# (90) rcvd from [192.0.2.1] is < ours (100); 11:00 A gives 110", "A? 90<100 10:00 caught-up 11:00 by 110" },
        { "only totals are logged", "10:00 A 90<100; 11:00 A status success; 11:00 A completed 110", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "the totals of a failed transfer", "10:00 A 4294967290<100; 11:00 A fails", "A 4294967290<100 10:00 open" },
        { "the totals of a transfer whose status is not known", "10:00 A 90<100; 11:00 A completed 110", "A 90<100 10:00 open" },
        { "a primary that has as much, seen by IXFR", "10:00 A 90<100; 11:00 A not-newer 100/100", "A 90<100 10:00 caught-up 11:00 by 100" },
        { "a primary that has less, seen by IXFR", "10:00 A 90<100; 11:00 A not-newer 95/100", "A 90<100 10:00 open" },
        { "a refresh that sees an equal serial", "10:00 A 90<100; 11:00 checked 100/100", "A 90<100 10:00 caught-up 11:00 by 100" },
        { "a lower one that is refuted", "10:00 A 90<100; 10:01 B notifies 110; 11:00 A 90<100", "A 90<100 x2 10:00-11:00 open" },
        { "a zone loaded from disk is not healed", "10:00 A 90<100; 11:00 starts; 11:00 loaded 100", "A 90<100 10:00 open" },
        { "and complains on", "10:00 A 90<100; 11:00 loaded 100; 12:00 A 90<100", "A 90<100 x2 10:00-12:00 open" },
        { "it falls back again", "10:00 A 90<100; 11:00 A gives 110; 12:00 A 90<110; 13:00 A gives 120", "A 90<100 10:00 caught-up 11:00 by 110; A 90<110 12:00 caught-up 13:00 by 120" },

        // A NOTIFY.
        { "a NOTIFY of a lower serial is no complaint", "10:00 A gives 100; 11:00 A notifies; 12:00 A notifies", "" },
        { "and no healing", "10:00 A 90<100; 11:00 A notifies", "A 90<100 10:00 open" },
        { "a NOTIFY of a newer serial, if nothing speaks against it", "10:00 A 90<100; 11:00 A notifies 110", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "the first of several", "10:00 A 90<100; 11:00 A notifies 110; 12:00 A notifies 120", "A 90<100 10:00 caught-up 11:00 by 110" },
        { "a complaint speaks against it", "10:00 A 90<100; 11:00 A notifies 110; 12:00 A 90<100", "A 90<100 x2 10:00-12:00 open" },
        { "a NOTIFY from elsewhere", "10:00 A 90<100; 11:00 B notifies 110", "A 90<100 10:00 open" },
        { "a NOTIFY older than held", "10:00 A 90<100; 11:00 A notifies 95", "A 90<100 10:00 open" },
        { "a NOTIFY, and the transfer it announces", "10:00 A 90<100; 11:00 A notifies 110; 11:05 A gives 110", "A 90<100 10:00 caught-up 11:05 by 110" },
        { "a NOTIFY that came true before the next fall", "10:00 A 90<100; 11:00 A notifies 110; 12:00 A 90<110", "A 90<100 10:00 caught-up 11:00 by 110; A 90<110 12:00 open" },
        { "a NOTIFY that did not come true", "10:00 A 90<100; 11:00 A notifies 110; 12:00 A 91<100", "A 90<100 10:00 continued 12:00; A 91<100 12:00 open" },

        // Expired.
        { "expired, and a lower serial is taken", "10:00 A 90<100; 11:00 A 90<100; 12:00 expired; 12:00:01 A gives 90", "A 90<100 x2 10:00-11:00 expired 12:00 by 90" },
        { "expired, and a newer one is taken later", "10:00 A 90<100; 12:00 expired; 14:00 A gives 110; 15:00 A gives 120", "A 90<100 10:00 expired 12:00 by 110" },
        { "expired, and another primary's is taken", "10:00 A 90<100; 12:00 expired; 14:00 B gives 95", "A 90<100 10:00 expired 12:00 by 95" },
        { "expired for good", "10:00 A 90<100; 12:00 expired; 13:00 A is down", "A 90<100 10:00 expired 12:00" },
        { "expired twice", "10:00 A 90<100; 12:00 expired; 12:01 expired", "A 90<100 10:00 expired 12:00" },
        { "expired, loaded from disk, and the same again", "10:00 A 90<100; 12:00 expired; 13:00 loaded 100; 14:00 A 90<100", "A 90<100 10:00 expired 12:00; A 90<100 14:00 open" },
        { "expired long after it had caught up", "10:00 A 90<100; 11:00 A gives 110; 12:00 expired", "A 90<100 10:00 caught-up 11:00 by 110" },

        // Forced.
        { "retransferred by the operator", "10:00 A 90<100; 11:00 retransfer; 11:00 A gives 90; 12:00 A gives 95", "A 90<100 10:00 forced 11:00 by 90" },
        { "to an undefined distance", "10:00 A 90<100; 11:00 retransfer; 11:00 A gives 2147483748", "A 90<100 10:00 forced 11:00 by 2147483748" },
        { "from another primary", "10:00 A 90<100; 11:00 retransfer; 11:00 B gives 95", "A 90<100 10:00 forced 11:00 by 95" },
        { "a secondary that lost its own copy was not forced", "10:00 A 90<100; 11:00 loaded 80; 11:01 A gives 90", "A 90<100 10:00 unknown" },

        // Continued.
        { "the offered serial changes", "10:00 A 90<100; 11:00 A 91<100; 12:00 A 91<100", "A 90<100 10:00 continued 11:00; A 91<100 x2 11:00-12:00 open" },
        { "the held serial changes", "10:00 A 90<100; 10:30 B gives 105; 11:00 A 90<105", "A 90<100 10:00 continued 11:00; A 90<105 11:00 open" },
        { "there and back", "10:00 A 90<100; 11:00 A 91<100; 12:00 A 90<100", "A 90<100 10:00 continued 11:00; A 91<100 11:00 continued 12:00; A 90<100 12:00 open" },

        // Several at once.
        { "two primaries are two episodes", "10:00 A 90<100; 10:01 B 80<100; 11:00 A 90<100; 12:00 A gives 110", "A 90<100 x2 10:00-11:00 caught-up 12:00 by 110; B 80<100 10:01 open" },
        { "two zones", "10:00 A 90<100; 10:01 A 90<100 @b.example/IN; 11:00 A gives 110 @b.example/IN", "A 90<100 10:00 open; A 90<100 10:01 caught-up 11:00 by 110 @b.example/IN" },
        { "two views", "10:00 A 90<100 @a.example/IN/int; 10:01 A 90<100 @a.example/IN/ext; 11:00 A gives 110 @a.example/IN/ext", "A 90<100 10:00 open @a.example/IN/int; A 90<100 10:01 caught-up 11:00 by 110 @a.example/IN/ext" },
        { "two classes", "10:00 A 90<100; 10:01 | zone a.example/CH: transferred serial 110", "A 90<100 10:00 open" },
        { "two sides", "10:00 A 90<100 @a.example/IN (unsigned); 10:01 | zone a.example/IN (signed): transferred serial 110", "A 90<100 10:00 open @a.example/IN (unsigned)" },
        { "a zone in other letters", "10:00 A 90<100; 11:00 A 90<100 @A.Example/IN; 12:00 A gives 110 @a.EXAMPLE/IN", "A 90<100 x2 10:00-11:00 caught-up 12:00 by 110" },
        { "names with slashes and escapes", @"10:00 A 90<100 @0/25.2.0.192.in-addr.arpa/IN; 10:01 A 90<100 @a\032b.example/IN; 10:02 A 1<2 @./IN", @"A 90<100 10:00 open @0/25.2.0.192.in-addr.arpa/IN; A 90<100 10:01 open @a\032b.example/IN; A 1<2 10:02 open @./IN" },
        { "a primary with an IPv6 address", "10:00 V6 90<100; 11:00 V6 notifies 110", "V6 90<100 10:00 caught-up 11:00 by 110" },

        // Unknown and open.
        { "the complaints stop while the primary talks on", "10:00 A 90<100; 11:00 A 90<100; 12:00 A 90<100; 15:01 A notifies", "A 90<100 x3 10:00-12:00 unknown" },
        { "about another zone", "10:00 A 90<100; 11:00 A 90<100; 15:00 A gives 7 @b.example/IN", "A 90<100 x2 10:00-11:00 unknown" },
        { "not for long enough", "10:00 A 90<100; 11:00 A 90<100; 12:00 A 90<100; 15:00 A notifies", "A 90<100 x3 10:00-12:00 open" },
        { "another primary talks on", "10:00 A 90<100; 11:00 A 90<100; 18:00 B gives 7 @b.example/IN", "A 90<100 x2 10:00-11:00 open" },
        { "the primary is down", "10:00 A 90<100; 11:00 A 90<100; 18:00 A is down; 19:00 A is down", "A 90<100 x2 10:00-11:00 open" },
        { "the primary is lame", "10:00 A 90<100; 11:00 A 90<100; 18:00 A is lame", "A 90<100 x2 10:00-11:00 open" },
        { "a single complaint has no rhythm", "10:00 A 90<100; 26T10:00 A notifies", "A 90<100 10:00 open" },
        { "the secondary is shut down", "10:00 A 90<100; 11:00 A 90<100; 12:00 stops; 12:00 exits", "A 90<100 x2 10:00-11:00 open" },
        { "one long pause is not the rhythm", "10:00 A 90<100; 10:10 A 90<100; 14:00 A 90<100; 14:10 A 90<100; 14:30 A notifies", "A 90<100 x4 10:00-14:10 open" },
        { "repetitions have their share of the pause", "10:00 ns1: A 90<100; 12:00 ns1: A 90<100 x4; 13:31 ns1: A notifies", "ns1: A 90<100 x5 10:00-12:00 unknown" },

        // Several primaries take turns (multi-master yes).
        { "ahead counts with the serials before it", "10:00 checked 90/100; 10:00 ahead; 11:00 checked 90/100; 11:00 ahead", "? 90<100 x2 10:00-11:00 open" },
        { "ahead without serials counts for nothing", "10:00 ahead", "" },
        { "each ahead has its own pair", "10:00 checked 90/100; 10:00 ahead; 11:00 ahead", "? 90<100 10:00 open" },
        { "the debug line of a complaint is no second one", "10:00 checked 90/100; 10:00 A 90<100; 11:00 checked 90/100; 11:00 A 90<100", "A 90<100 x2 10:00-11:00 open" },
        { "nor does an ahead of another zone take it", "10:00 checked 90/100; 10:00 ahead @b.example/IN; 10:01 A 90<100", "A 90<100 10:01 open" },
        { "any transfer heals what was ahead", "10:00 checked 90/100; 10:00 ahead; 11:00 B gives 110", "? 90<100 10:00 caught-up 11:00 by 110" },
        { "a refresh at the other primary does not heal this one", "10:00 checked 90/100; 10:00 A 90<100; 10:00 checked 100/100; 11:00 checked 90/100; 11:00 A 90<100; 11:00 checked 100/100", "A 90<100 x2 10:00-11:00 open" },

        // Serials without an ordinary order.
        { "over the end of the numbers", "10:00 A 4294967290<5; 11:00 A gives 4294967295", "A 4294967290<5 10:00 forced 11:00 by 4294967295" },
        { "over the end and on", "10:00 A 4294967280<4294967290; 11:00 A gives 3", "A 4294967280<4294967290 10:00 caught-up 11:00 by 3" },
        { "serial 0 is offered", "10:00 A 0<100; 11:00 A gives 100", "A 0<100 10:00 caught-up 11:00 by 100" },
        { "serial 0 is held", "10:00 A 4294967290<0; 11:00 A gives 0", "A 4294967290<0 10:00 caught-up 11:00 by 0" },
        { "an undefined distance", "10:00 A 2147483748<100; 11:00 A notifies 2147483748", "A 2147483748<100 10:00 open" },

        // Repeated lines.
        { "rsyslog repeats", "10:00 ns1: A 90<100; 11:00 ns1: A 90<100 x3", "ns1: A 90<100 x4 10:00-11:00 open" },
        { "syslogd repeats", "10:00 ns1: A 90<100; 11:00 ns1: again 3", "ns1: A 90<100 x4 10:00-11:00 open" },
        { "what syslogd repeats is another line", "10:00 ns1: A 90<100; 10:30 ns1: A notifies; 11:00 ns1: again 3", "ns1: A 90<100 10:00 open" },

        // Lines without a time.
        { "a pasted list", "- A 90<100; - A 91<101 @b.example/IN", "A 90<100 - open; A 91<101 - open @b.example/IN" },
        { "a pasted line, then the log itself", "- A 90<100; 10:00 A 90<100", "A 90<100 10:00 open" },
        { "a pasted line within the log itself", "10:00 A 90<100; - A 90<100; 11:00 A 90<100", "A 90<100 x2 10:00-11:00 open" },
        { "a pasted line of another pair", "10:00 A 90<100; - A 91<100", "A 90<100 10:00 open; A 91<100 - open" },
        { "a pasted transfer ends nothing that has a time", "10:00 A 90<100; - A gives 110; 11:00 A 90<100", "A 90<100 x2 10:00-11:00 open" },
        { "a log without times", "- A 90<100; - A 90<100; - A gives 110", "A 90<100 x2 - caught-up - by 110" },
        { "a line without a time behind the complaint ends it", "10:00 A 90<100; - A gives 110", "A 90<100 10:00 caught-up - by 110" },
        { "so does the very serial that is held", "10:00 A 90<100; - A not-newer 100/100", "A 90<100 10:00 caught-up - by 100" },
        { "and one that is only announced", "10:00 A 90<100; - A notifies 110", "A 90<100 10:00 caught-up - by 110" },
        { "not one of another primary", "10:00 A 90<100; - B gives 110", "A 90<100 10:00 open" },
        { "nor one of another zone", "10:00 A 90<100; - A gives 110 @b.example/IN", "A 90<100 10:00 open" },
        { "nor one before the complaint", "09:00 A notifies; - A gives 110; 10:00 A 90<100", "A 90<100 10:00 open" },
        { "nor one at the head of the log", "- A gives 110; 10:00 A 90<100", "A 90<100 10:00 open" },
        { "nor one where time goes back from line to line", "12:00 A notifies; 11:00 A 90<100; - A gives 110; 10:00 A notifies", "A 90<100 11:00 open" },
        { "one late line turns no log round", "10:00 A 90<100; 11:00 A notifies; - A gives 110; 10:59 A notifies; 12:00 A notifies", "A 90<100 10:00 caught-up - by 110" },
        { "a complaint of the next pair confirms it", "10:00 A 90<100; - A gives 110; 12:00 A 90<110", "A 90<100 10:00 caught-up - by 110; A 90<110 12:00 open" },
        { "a complaint without a time behind it contradicts it", "10:00 A 90<100; - A gives 110; - A 90<100", "A 90<100 10:00 open" },
        { "and what was announced", "10:00 A 90<100; 11:00 A notifies 110; - A 90<100", "A 90<100 10:00 open" },
        { "not one about another primary", "10:00 A 90<100; - A gives 110; - B 90<100", "A 90<100 10:00 caught-up - by 110; B 90<100 - open" },
        { "a complaint of less held contradicts it", "10:00 A 90<100; - A gives 110; 12:00 A 91<100", "A 90<100 10:00 continued 12:00; A 91<100 12:00 open" },
        { "a later serial with a time was not the first", "10:00 A 90<100; - A gives 110; 12:00 A gives 120", "A 90<100 10:00 caught-up - by 110" },
        { "a lower serial without a time", "10:00 A 90<100; - A gives 90; 12:00 A gives 110", "A 90<100 10:00 forced - by 90" },
        { "an expiry without a time", "10:00 A 90<100; - expired", "A 90<100 10:00 expired -" },
        { "and the serial after it", "10:00 A 90<100; - expired; - A gives 90", "A 90<100 10:00 expired - by 90" },
        { "or one with a time", "10:00 A 90<100; - expired; 12:00 A gives 90", "A 90<100 10:00 expired - by 90" },
        { "an expiry that a complaint contradicts", "10:00 A 90<100; - expired; 11:00 A 90<100", "A 90<100 x2 10:00-11:00 open" },
        { "a transfer that only the next line names", "10:00 A 90<100; - transferred 110; - B status success", "A 90<100 10:00 open" },
        { "a complaint without a time, then what heals it", "- A 90<100; 10:00 A gives 110", "A 90<100 - caught-up 10:00 by 110" },
        { "the same between lines with times", "09:00 A gives 100; - A 90<100; 10:00 A gives 110", "A 90<100 - caught-up 10:00 by 110" },
        { "what came before it does not heal it", "09:00 A gives 110; - A 90<100; 10:00 A notifies", "A 90<100 - open" },
        { "where time goes back nothing shows what came before it", "12:00 A gives 110; 11:00 A notifies; - A 90<100; 10:00 A gives 110 @b.example/IN", "A 90<100 - open" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void AStoryHasItsEpisodes(string what, string steps, string episodes)
    {
        Assert.NotEmpty(what);
        Assert.Equal(episodes, Story.Of(steps).ToldInOneLine());
    }

    /// <summary>A file whose lines have no times may be of any time, and so may the lines of a log that a text quotes.</summary>
    [Theory]
    [InlineData(false, "A 90<100 10:00 caught-up - by 110")]
    [InlineData(true, "A 90<100 10:00 open")]
    public void WhatIsQuotedHasNoPlace(bool isQuoted, string episodes) =>
        Assert.Equal(episodes, Story.OfLog(Story.Log("10:00 A 90<100; - A gives 110"), isQuoted).ToldInOneLine());

    [Fact]
    public void APastedListIsLeftOutWhereTheLogItIsFromIsRead() => Assert.Equal(
        "ns1: A 90<100 x2 10:00-11:00 open; pasted: A 91<100 - open",
        string.Join("; ", Story.OfFiles(("pasted", "- A 90<100; - A 91<100"), ("log", "10:00 ns1: A 90<100; 11:00 ns1: A 90<100")).Told().Order(StringComparer.Ordinal)));

    [Fact]
    public void TwoHostsInOneFileAreTwoObservers() => Assert.Equal(
        "ns1: A 90<100 x2 10:00-11:00 caught-up 12:00 by 110; ns2: A 90<100 10:01 open",
        Story.Of("10:00 ns1: A 90<100; 10:01 ns2: A 90<100; 11:00 ns1: A 90<100; 12:00 ns1: A gives 110").ToldInOneLine());

    [Fact]
    public void ASerialThatIsADateIsNoInstantAndHasNoDepth()
    {
        var episode = Assert.Single(Story.Of("10:00 A gives 2019052501; 11:00 A 2019052401<2019052501").Episodes);
        Assert.Null(episode.History.InstantOf(episode.Held));
        Assert.Null(episode.Behind);
    }

    [Fact]
    public void OneDateAmongSecondsHasNoDepthEither()
    {
        var episode = Assert.Single(Story.Of("08:00 A gives 1558770000; 09:00 A gives 1558774800; 10:00 A gives 1558778400; 11:00 A 1558778400<2019052501").Episodes);
        Assert.Null(episode.History.InstantOf(new(2019052501)));
        Assert.Null(episode.Behind);
    }

    [Fact]
    public void SecondsTellHowFarBehindThePrimaryIs()
    {
        var episode = Assert.Single(Story.Of("10:00 A 1558725628<1558778400").Episodes);
        Assert.Equal(52772, episode.Behind?.TotalSeconds);
    }

    [Fact]
    public void CountersHaveNoDepth()
    {
        var episode = Assert.Single(Story.Of("10:00 A 90<100").Episodes);
        Assert.Null(episode.Behind);
    }
}
