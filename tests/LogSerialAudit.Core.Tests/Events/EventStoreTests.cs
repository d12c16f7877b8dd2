using System.Globalization;
using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Core.Tests.Events;

public sealed class EventStoreTests
{
    private static readonly string[] Texts =
    [
        "", "192.0.2.1#53", "2001:db8::1#53", "success", "up to date", "1 messages, 6 records, 212 bytes, 0.001 secs (212000 bytes/sec)",
        "192.0.2.1#12345", "192.0.2.1#54321", "192.0.2.1#00053", "192.0.2.1#123456", "192.0.2.1#1234", "192.0.2.1#1234x", "192.0.2.1@12345", "192.0.2.1 12345",
        "2001:db8::1#65535", "198.51.100.7#", "#12345", "12345", "ü#12345", new string('x', 250) + "#12345", new string('x', 251) + "#12345",
        "00", "0", "007 and 70", "18446744073709551616", "zone\0with\0nul 1", "ünïcode 12", new string('7', 60), new string('x', 300), "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhatGoesInComesOut(int seed)
    {
        var random = new Random(seed);
        var (store, expected) = (new EventStore(), new List<(LogEvent Event, string Peer, string Detail)>());
        for (var place = 0; place < 20_000; place++)
        {
            var made = Make(random, expected.Count == 0 ? 0 : expected[^1].Event.Line);
            var (peer, detail) = (MakeText(random), MakeText(random));
            store.Add(made, Encoding.UTF8.GetBytes(peer), Encoding.UTF8.GetBytes(detail));
            expected.Add((made, peer, detail));
            if (random.Next(50) == 0)
            {
                var line = made.Line + 1;
                store.AddAgain(made.Stamp, made.Run, line, 7);
                expected.Add((made with { Line = line, Count = 7 }, peer, detail));
            }
        }

        Assert.True(store.Pages.Count > 3);
        Check(store, expected);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void RecordsAndPagesTakenAsTheyAreComeOutInTheirOrder(int seed)
    {
        var random = new Random(seed);
        var (spare, page) = (new Stack<EventPage>(), new EventPage(events: 2, bytes: 64));
        var store = new EventStore(spare);
        var (last, expected) = (default((LogEvent Event, string Peer, string Detail)), new List<(LogEvent Event, string Peer, string Detail)>());
        for (var round = 0; round < 200; round++)
        {
            var takes = random.Next(3) == 0;
            for (var left = takes ? random.Next(256, 600) : random.Next(0, 40); left > 0; left--)
            {
                last = (Make(random, last.Event.Line), MakeText(random), MakeText(random));
                expected.Add(last);
                if (takes)
                {
                    ref var added = ref page.Add();
                    added = last.Event with { Peer = page.Keep(Encoding.UTF8.GetBytes(last.Peer)), Detail = page.Keep(Encoding.UTF8.GetBytes(last.Detail)) };
                    store.CountIn(page, added, isFirst: page.Count == 1);
                }
                else
                {
                    store.Add(last.Event, Encoding.UTF8.GetBytes(last.Peer), Encoding.UTF8.GetBytes(last.Detail));
                }
            }

            if (takes)
            {
                Assert.True(store.Takes(page));
                page = store.Take(page);
                Assert.Equal(0, page.Count);
            }

            if (last.Event.Line > 0 && random.Next(4) == 0)
            {
                store.AddAgain(last.Event.Stamp, last.Event.Run, last.Event.Line + 1, 3);
                last.Event = last.Event with { Line = last.Event.Line + 1, Count = 3 };
                expected.Add(last);
            }

            if (random.Next(10) == 0)
            {
                Check(store, expected);
                store.Clear();
                expected.Clear();
                Assert.Equal(0, store.Count);
                Assert.All(spare, given => Assert.NotNull(given.Plain));
            }
        }

        Check(store, expected);
        Assert.NotEmpty(spare);
    }

    [Fact]
    public void EachPageCanBeReadByItself()
    {
        var random = new Random(4);
        var store = new EventStore();
        for (var place = 0; place < 20_000; place++)
        {
            store.Add(Make(random, place), Encoding.UTF8.GetBytes(MakeText(random)), Encoding.UTF8.GetBytes(MakeText(random)));
        }

        var pages = new List<LogEvent>();
        Assert.True(store.Pages.Count > 3);
        for (var page = 0; page < store.Pages.Count; page++)
        {
            for (var reader = store.Read(page, page + 1); reader.Read();)
            {
                pages.Add(reader.Current);
            }
        }

        Assert.Equal(store.All, pages);
    }

    /// <summary>What comes behind a line of 10:00:00.5 on 30 May.</summary>
    public static TheoryData<string, bool> Neighbours => new()
    {
        { "the same again", true },
        { "a second later", true },
        { "a little later", true },
        { "a little earlier", false },
        { "a second earlier", false },
        { "the next day", false },
        { "another year", false },
        { "another offset", false },
        { "another form", false },
        { "no stamp", false },
        { "another writer", false },
        { "another run", false },
        { "another zone and kind", true },
        { "a server that starts", false },
        { "a server that says how it runs", false },
        { "a server that exits", false },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void APageIsEvenWhileNothingIsOutOfOrderInIt(string what, bool isEven)
    {
        Stamp At(int second, int millisecond, int day = 30, int year = 2019, int offset = 0) => new(year, 5, day, second, millisecond * 1_000_000, 3, offset);
        var first = new LogEvent { Kind = EventKind.Loaded, Run = 0, Line = 1, Writer = 0, Zone = 1, Count = 1, Stamp = At(36_000, 500) };
        var next = what switch
        {
            "the same again" => first,
            "a second later" => first with { Stamp = At(36_001, 0) },
            "a little later" => first with { Stamp = At(36_000, 501) },
            "a little earlier" => first with { Stamp = At(36_000, 499) },
            "a second earlier" => first with { Stamp = At(35_999, 999) },
            "the next day" => first with { Stamp = At(36_001, 0, day: 31) },
            "another year" => first with { Stamp = At(36_001, 0, year: 2020) },
            "another offset" => first with { Stamp = At(36_001, 0, offset: 60) },
            "another form" => first with { Stamp = new Stamp(2019, 5, 30, 36_001, 0, 0, 0) },
            "no stamp" => first with { Stamp = default, Run = -1 },
            "another writer" => first with { Writer = 1 },
            "another run" => first with { Run = 1 },
            "another zone and kind" => first with { Zone = 2, Kind = EventKind.Transferred },
            "a server that starts" => first with { Kind = EventKind.ServerStarting },
            "a server that says how it runs" => first with { Kind = EventKind.ServerRunningAs },
            "a server that exits" => first with { Kind = EventKind.ServerExiting },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
        foreach (var store in new[] { new EventStore(), new EventStore(new Stack<EventPage>()) })
        {
            store.Add(first, [], []);
            Assert.True(store.Pages[0].IsEven);
            store.Add(next with { Line = 2 }, [], []);
            store.Add((isEven ? next : first) with { Line = 3 }, [], []);

            var page = Assert.Single(store.Pages);
            Assert.Equal((isEven, 0, 0, first.Stamp), (page.IsEven, page.Writer, page.Run, page.First));
        }
    }

    [Fact]
    public void TextsAreTheSameWhereverTheyAreKept()
    {
        var store = new EventStore();
        foreach (var text in Texts.SelectMany(text => Enumerable.Repeat(text, 5)))
        {
            store.Add(Make(new Random(1), 1), Encoding.UTF8.GetBytes(text), default);
        }

        var found = new List<EventText>();
        for (var reader = store.Read(); reader.Read();)
        {
            found.Add(reader.Peer);
        }

        for (var place = 0; place < found.Count; place++)
        {
            Assert.Equal(Texts[place / 5], found[place].ToString());
            Assert.All(found, (other, at) => Assert.Equal(at / 5 == place / 5, other == found[place]));
            Assert.Equal(found[place / 5 * 5].GetHashCode(), found[place].GetHashCode());
            Assert.Equal(new EventText(Texts[place / 5]), found[place]);
            Assert.Equal(new EventText(Texts[place / 5]).GetHashCode(), found[place].GetHashCode());
        }
    }

    [Fact]
    public void EventsOfABusySecondaryTakeSomeTenBytesEach()
    {
        var random = new Random(5);
        var text = new StringBuilder();
        for (var place = 0; place < 7_000; place++)
        {
            var (zone, primary, serial) = (random.Next(10_000), random.Next(8), 1_778_000_000 + random.Next(1_000_000));
            var message = (place % 7) switch
            {
                0 => $"client @0x7f{random.Next(1 << 24):x6}0 192.0.2.{primary}#{random.Next(32768, 61000)}: received notify for zone 'z{zone:00000}.example'",
                1 => $"zone z{zone:00000}.example/IN: Transfer started.",
                2 => $"transfer of 'z{zone:00000}.example/IN' from 192.0.2.{primary}#53: connected using 198.51.100.7#{random.Next(32768, 61000)}",
                3 => $"zone z{zone:00000}.example/IN: transferred serial {serial}",
                4 => $"transfer of 'z{zone:00000}.example/IN' from 192.0.2.{primary}#53: Transfer status: success",
                5 => $"transfer of 'z{zone:00000}.example/IN' from 192.0.2.{primary}#53: Transfer completed: 1 messages, {random.Next(400)} records, {random.Next(20000)} bytes, 0.{random.Next(1000):000} secs ({random.Next(900000)} bytes/sec) (serial {serial})",
                _ => $"zone z{zone:00000}.example/IN: sending notifies (serial {serial})",
            };
            text.Append(CultureInfo.InvariantCulture, $"May  4 {place / 3600:00}:{place / 60 % 60:00}:{place % 60:00} sec1 named[1187]: {message}\n");
        }

        var events = Scanning.Scan(text.ToString()).Events;
        Assert.Equal(7_000, events.Count);
        Assert.InRange(events.UsedBytes / (double)events.Count, 1, 14);
    }

    [Fact]
    public void AFloodOfInventedAddressesIsKeptAsItsBytes()
    {
        var store = new EventStore();
        for (var place = 0; place < 200_000; place++)
        {
            // Each comes twice, so that each looks as if it came again and again.
            store.Add(Make(new Random(1), place), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"h{(place / 2 * 7919L) % 100_003:x}.example")), default);
        }

        Assert.InRange(store.UsedBytes / 200_000.0, 1, 40);
    }

    private static LogEvent Make(Random random, long before)
    {
        var stamp = random.Next(8) switch
        {
            0 => default,
            1 => new Stamp(2024, 2, 29, random.Next(86400), random.Next(1000) * 1_000_000, 3, -420),
            2 => new Stamp(1970 + random.Next(100), 1 + random.Next(12), 1 + random.Next(28), random.Next(86400), random.Next(1_000_000_000), 9, 840),
            3 => new Stamp(0, 2, 29, 0, 0, 0, null).In(int.MaxValue),
            _ => new Stamp(0, 5, 30, 36_000 + random.Next(20), 0, 0, null),
        };
        return new LogEvent
        {
            Kind = (EventKind)random.Next(EventContext.MostKinds),
            Side = (ZoneSide)random.Next(3),
            Stamp = stamp,
            Run = stamp.Exists ? random.Next(3) : -1,
            Line = random.Next(20) == 0 ? before + random.Next(1 << 30) : before + 1,
            Message = random.Next(100) == 0 ? random.Next(10) : 0,
            Writer = random.Next(10) == 0 ? random.Next(100_000) : 0,
            Zone = random.Next(20_000),
            Count = random.Next(10) == 0 ? (uint)random.NextInt64(uint.MaxValue) : 1,
            Serial = MakeSerial(random),
            Previous = MakeSerial(random),
            Raw = MakeSerial(random),
        };
    }

    private static SerialNumber? MakeSerial(Random random) => random.Next(4) switch
    {
        0 => null,
        1 => new SerialNumber((uint)random.NextInt64(uint.MaxValue + 1L)),
        2 => new SerialNumber(0),
        _ => new SerialNumber(1_558_799_284 + (uint)random.Next(1000)),
    };

    private static string MakeText(Random random) => random.Next(3) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Next(256)}#{random.Next(65536)}")
        : Texts[random.Next(Texts.Length)];

    private static void Check(EventStore store, List<(LogEvent Event, string Peer, string Detail)> expected)
    {
        Assert.Equal(expected.Count, store.Count);
        Assert.Equal(expected.Count(each => each.Event.Run < 0), store.Undated);
        var reader = store.Read();
        foreach (var known in expected)
        {
            Assert.True(reader.Read());
            Assert.Equal((known.Peer, known.Detail), (reader.Peer.ToString(), reader.Detail.ToString()));
            Assert.Equal(known.Event, reader.Current with { Peer = default, Detail = default });
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void EveryKindFitsIntoARecord() => Assert.True(Enum.GetValues<EventKind>().Length is > 40 and <= EventContext.MostKinds);
}
