using System.Globalization;
using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Events;

/// <summary>Events that go on evenly are completed together; they are what each of them is by itself.</summary>
public sealed class EvenEventsLawTests
{
    private static readonly string[] Rare =
    [
        "ns1 named[17]: starting BIND 9.18.1", "ns1 named[17]: exiting", "ns1 named[18]: zone a.org/IN: transferred serial 5", "ns2 named[17]: zone a.org/IN: transferred serial 6",
        "ns1 last message repeated 3 times", "ns1 sshd[3]: Received disconnect from 203.0.113.9", "ns1 named[17]: message repeated 4 times: [ zone b.org/IN: expired]",
        "ns1 named[17]: zone b.org/IN/inside (signed): loaded serial 7", "ns1 named[17]: 30-May-2019 10:05:36.123 zone c.org/IN: loaded serial 8",
    ];

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(2, 20, true)]
    [InlineData(3, 700, true)]
    [InlineData(4, 300, false)]
    public void EachIsWhatItIsByItself(int seed, int everyRare, bool hasFreshSerials)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var (second, blocks) = (1_551_398_400L, new List<(string Text, int First)>());
        for (var line = 1; line <= 30_000; line++)
        {
            // Mostly the clock goes on; at times it is set back, and a silence lasts for months.
            second += random.Next(8000) switch { 0 => -3, 1 => 86_400 * 40, 2 => 86_400, 3 => -86_400, _ => random.Next(3) };
            var serial = hasFreshSerials ? second - random.Next(60) : line;
            var said = everyRare > 0 && random.Next(everyRare) == 0 ? Rare[random.Next(Rare.Length)]
                : random.Next(3) == 0 ? $"ns1 named[17]: zone z{random.Next(50)}.org/IN: notify from 192.0.2.{random.Next(9)}#53: zone is up to date"
                : $"ns1 named[17]: zone z{random.Next(2000)}.org/IN: transferred serial {serial}";
            text.Append(CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(second):MMM} {DateTimeOffset.FromUnixTimeSeconds(second).Day,2} {DateTimeOffset.FromUnixTimeSeconds(second):HH:mm:ss} {said}\n");
            if (random.Next(450) == 0 || line == 30_000)
            {
                blocks.Add((text.ToString(), line + 1 - text.ToString().Count(each => each == '\n')));
                text.Clear();
            }
        }

        var (plain, records) = (Scan(new EventStore(new Stack<EventPage>()), blocks), Scan(new EventStore(), blocks));

        Assert.Contains(plain.Events.Pages, page => page.Plain is not null);
        Assert.Equal((records.Events.Count, records.Events.Undated, records.EventLines), (plain.Events.Count, plain.Events.Undated, plain.EventLines));
        Assert.Equal(Show(records.Events), Show(plain.Events));
        foreach (var page in plain.Events.Pages.Where(page => page.Plain is not null))
        {
            var noted = new EventPage(events: 1, bytes: 1);
            for (var place = 0; place < page.Count; place++)
            {
                noted.Note(page.Plain![place], isFirst: place == 0);
            }

            Assert.Equal((noted.IsEven, noted.Writer, noted.Run, noted.First, noted.Last), (page.IsEven, page.Writer, page.Run, page.First, page.Last));
        }
    }

    private static FileScan Scan(EventStore store, List<(string Text, int First)> blocks)
    {
        var scanner = new FileScanner(Catalogue.BuiltIn, new ProgramNames(Catalogue.BuiltIn.Programs), new FileScan(store, new ZonePool()));
        foreach (var (text, first) in blocks)
        {
            scanner.Read(Encoding.ASCII.GetBytes(text), first);
        }

        scanner.Finish();
        return scanner.Scan;
    }

    private static List<string> Show(EventStore store)
    {
        var shown = new List<string>();
        for (var reader = store.Read(); reader.Read();)
        {
            shown.Add($"{reader.Current with { Peer = default, Detail = default }} {reader.Peer} {reader.Detail}");
        }

        return shown;
    }
}
