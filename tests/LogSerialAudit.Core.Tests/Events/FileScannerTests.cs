using System.Text;
using CsCheck;
using LogSerialAudit.Events;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Events;

public sealed class FileScannerTests
{
    private const string Text =
        "May 30 10:05:36 ns1 named[11750]: zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)\n"
        + "May 30 10:05:37 ns1 last message repeated 2 times\n"
        + "May 30 10:05:38 ns1 sshd[5]: Accepted publickey for root\n"
        + "May 30 10:05:39 ns1 last message repeated 3 times\n"
        + "\n"
        + "May 30 10:05:40 ns1 named[11750]: zone balug.org/IN: notify from 198.144.194.238#40000: zone is up to date\r\n"
        + "May 30 10:05:41 ns2 last message repeated 4 times\r\n"
        + "May 30 10:05:42 ns1 named[11750]: received SIGHUP signal to reload zones\n"
        + "May 30 10:05:43 ns1 named[11750]: a line that no one knows\n"
        + "May 30 10:05:44 ns1 last message repeated 5 times\n"
        + "May 30 10:05:45 ns1 named[11750]: message repeated 6 times: [ zone balug.org/IN: expired]\n"
        + "May 30 10:05:46 ns1 --- last message repeated 1 time ---\n"
        + "May 30 10:05:47 ns1 last message repeated 7 times\n"
        + "\0\0\0\0May 30 10:05:48 ns2 named[3]: zone BALUG.org/IN: transferred serial 1559249859\n"
        + "May 30 10:05:49 ns2 named[3]: zone ./IN/our view: loaded serial 2019052401";

    private static readonly string[] Expected =
    [
        "1 ns1/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53",
        "2 ns1/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53 x2",
        "6 ns1/named[11750] notify-up-to-date balug.org/IN 198.144.194.238#40000",
        "8 ns1/named[11750] server-reloading",
        "11 ns1/named[11750] expired balug.org/IN x6",
        "12 ns1/named[11750] expired balug.org/IN",
        "13 ns1/named[11750] expired balug.org/IN x7",
        "14 ns2/named[3] transferred balug.org/IN 1559249859",
        "15 ns2/named[3] loaded ./IN/our view 2019052401",
    ];

    [Fact]
    public void EventsHaveTheirLinesAndRepetitionsCountForTheLineBeforeThem() => Assert.Equal(Expected, Scanning.Show(Scanning.Scan(Text)));

    [Theory]
    [InlineData(" ")]
    [InlineData("\t \r")]
    [InlineData("\r")]
    [InlineData("\0\0")]
    public void BlanksAtTheEndOfLinesDoNotMatter(string end) => Assert.Equal(
        ["1 ns1/named[1] expired a.org/IN", "2 ns1/named[1] loaded a.org/IN 5", "3 ns1/named[1] loaded a.org/IN 6 x2", "5 ns1/named[1] loaded a.org/IN 7", "6 ns1/named[1] loaded a.org/IN 8"],
        Scanning.Show(Scanning.Scan(string.Concat(
            new[] { "zone a.org/IN: expired", "zone a.org/IN: loaded serial 5", "message repeated 2 times: [ zone a.org/IN: loaded serial 6]", "a\tline that no one knows", "zone a.org/IN: loaded serial 7", "zone a.org/IN: loaded serial 8" }
                .Select(message => $"May 30 10:05:36 ns1 named[1]: {message}{end}\n")))));

    [Fact]
    public void ALineIsAnEventOrSkipped()
    {
        var scan = Scanning.Scan(Text);
        Assert.Equal((15, Expected.Length), (scan.Lines, scan.EventLines));
    }

    [Fact]
    public void WhereTheBlocksAreCutChangesNothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var starts = Enumerable.Range(0, bytes.Length).Where(at => at == 0 || bytes[at - 1] == '\n').ToList();
        for (var cut = 1; cut < starts.Count; cut++)
        {
            var scanner = Scanning.NewScanner();
            scanner.Read(bytes.AsSpan(0, starts[cut]), 1);
            scanner.Read(bytes.AsSpan(starts[cut]), cut + 1);
            Assert.Equal(Expected, Scanning.Show(scanner.Scan));
            Assert.Equal((15, Expected.Length), (scanner.Scan.Lines, scanner.Scan.EventLines));
        }

        var single = Scanning.NewScanner();
        for (var line = 0; line < starts.Count; line++)
        {
            single.Read(bytes.AsSpan(starts[line]..(line + 1 < starts.Count ? starts[line + 1] : bytes.Length)), line + 1);
        }

        Assert.Equal(Expected, Scanning.Show(single.Scan));
        Assert.Equal((15, Expected.Length), (single.Scan.Lines, single.Scan.EventLines));
    }

    [Fact]
    public void AStampIsReadTheSameBehindAnyOther() =>
        (from day in OneOf("Mar  1", "Mar 01", "Mar 11", "Feb 29", "Feb 30", "Xyz  1", "Mar 1 ")
         from hour in OneOf("09", "08", "19", "24", "0x", " 9")
         from minute in OneOf("00", "10", "59", "60", "1 ")
         from second in OneOf("00", "01", "59", "60", "61", "0a")
         select $"{day} {hour}:{minute}:{second}").Array[2, 12].Sample(
            stamps =>
            {
                var scan = Scanning.Scan(string.Concat(stamps.Select(stamp => $"{stamp} ns1 named[1]: zone a.example/IN: transferred serial 5\n")));
                foreach (var said in scan.Events.All)
                {
                    StampReader.TryRead(StampForm.Classic, Encoding.UTF8.GetBytes(stamps[said.Line - 1]), out var alone, out _);
                    Assert.Equal(alone, said.Stamp);
                }
            },
            iter: 2_000);

    [Fact]
    public void LettingGoAfterEveryLineLosesNothing()
    {
        var scanner = Scanning.NewScanner();
        var shown = new List<string>();
        var line = 1;
        foreach (var text in Text.Split('\n'))
        {
            scanner.Read(Encoding.UTF8.GetBytes(text + "\n"), line++);
            shown.AddRange(Scanning.Show(scanner.Scan));
            scanner.LetGo();
            Assert.Empty(scanner.Scan.Events.All);
        }

        Assert.Equal(Expected, shown);
        Assert.Equal(Expected.Length, scanner.Scan.EventLines);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void LineEndsAreNoPartOfALine(string end)
    {
        foreach (var last in new[] { end, "" })
        {
            var scan = Scanning.Scan($"zone a/IN: expired{end}{end}running{last}");
            Assert.Equal(["1 expired a/IN", "3 server-running"], Scanning.Show(scan));
            Assert.Equal(3, scan.Lines);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 1)]
    [InlineData("\n\n", 2)]
    [InlineData("\0", 1)]
    [InlineData("\0\0\n\0", 2)]
    [InlineData("x", 1)]
    public void LinesThatSayNothingAreCounted(string text, int lines)
    {
        var scan = Scanning.Scan(text);
        Assert.Equal((lines, 0, 0), (scan.Lines, scan.EventLines, scan.Events.Count));
    }

    [Theory]
    [InlineData("May 30 10:06:00 ns1 last message repeated 2 times", 2)]
    [InlineData("May 30 10:06:00 ns1 syslogd: last message repeated 2 times", 2)]
    [InlineData("May 30 10:06:00 ns1 --- last message repeated 2 times ---", 2)]
    [InlineData("2019-05-30T10:06:00Z ns1 last message repeated 2 times", 2)]
    [InlineData("May 30 10:06:00 ns1 named[5]: message repeated 2 times: [ zone a/IN: expired]", 2)]
    [InlineData("May 30 10:06:00 ns2 last message repeated 2 times", 0)]
    [InlineData("May 30 10:06:00 last message repeated 2 times", 0)]
    [InlineData("May 30 10:06:00 ns1 last message repeated 0 times", 0)]
    [InlineData("May 30 10:06:00 ns1 message repeated 2 times", 0)]
    [InlineData("May 30 10:06:00 ns1 sshd[5]: message repeated 2 times: [ zone a/IN: expired]", 0)]
    public void ARepetitionCountsForItsOwnHost(string line, uint times)
    {
        var scan = Scanning.Scan($"May 30 10:05:36 ns1 named[5]: zone a/IN: expired\n{line}\n");
        Assert.Equal(times, (uint)scan.Events.All.Skip(1).Sum(repeated => repeated.Count));
    }

    [Fact]
    public void NulBytesAroundALineAreNoPartOfIt() =>
        Assert.Equal(["1 expired a/IN", "2 expired b/IN"], Scanning.Show(Scanning.Scan("\0\0zone a/IN: expired\0\0\nzone b/IN: expired\0\r\n")));

    [Fact]
    public void BytesThatAreNoUtf8DoNotHideTheNextLine()
    {
        var scanner = Scanning.NewScanner();
        scanner.Read([.. "zone "u8, 0xff, 0xfe, .. "/IN: expired\nzone a/IN: expired\n"u8], 1);
        Assert.Equal([@"1 expired \xff\xfe/IN", "2 expired a/IN"], Scanning.Show(scanner.Scan));
    }

    [Fact]
    public void ALongLineDoesNotHideTheNextOne()
    {
        foreach (var filler in new[] { 'x', '[', '\'', ' ', '/', '1' })
        {
            var scan = Scanning.Scan($"zone {new string(filler, 300_000)}/IN: nothing\nzone a/IN: expired\n");
            Assert.Equal(["2 expired a/IN"], Scanning.Show(scan));
        }
    }

    [Theory]
    [InlineData("zone Example.ORG/IN: expired", "example.org/IN")]
    [InlineData("zone example.org./IN: expired", "example.org/IN")]
    [InlineData(@"zone example\./IN: expired", @"example\./IN")]
    [InlineData("zone ./IN: expired", "./IN")]
    [InlineData("zone 0/25.2.0.192.in-addr.arpa/IN: expired", "0/25.2.0.192.in-addr.arpa/IN")]
    [InlineData(@"zone a\032b.test/IN: expired", @"a\032b.test/IN")]
    [InlineData("zone version.bind/CH: expired", "version.bind/CH")]
    [InlineData("zone example.org/IN/Our View: expired", "example.org/IN/Our View")]
    [InlineData("received control channel command 'retransfer Example.org in our view'", "example.org/IN/our view")]
    [InlineData("added zone example.org in view _default via addzone", "example.org")]
    [InlineData("added zone example.org in view int via addzone", "example.org/int")]
    [InlineData("Zone \"example.org\" (class 1) SOA serial# (1) rcvd from [192.0.2.1] is < ours (2)", "example.org/IN")]
    [InlineData("Zone \"example.org\" (IN) SOA serial# (1) rcvd from [192.0.2.1] is < ours (2)", "example.org/IN")]
    public void AZoneHasOneSpelling(string message, string expected)
    {
        var scan = Scanning.Scan(message);
        var zone = scan.Zones[Assert.Single(scan.Events.All).Zone];
        Assert.Equal(expected, string.Join('/', new[] { zone.Name, zone.Class, zone.View }.Where(part => part.Length > 0)));
    }

    /// <summary>Zones as lines write them: names alone that look like one with a class, and one zone in several ways.</summary>
    [Fact]
    public void AZoneIsTheSameHoweverOftenAndInWhicheverWayItIsWritten()
    {
        string[] messages =
        [
            "zone 0/IN: transferred serial 1",
            "client @0x7f 192.0.2.1#7: received notify for zone '0/IN'",
            "zone a.example/IN: transferred serial 1",
            "zone A.Example/IN: transferred serial 1",
            "zone a.example/CH: transferred serial 1",
            "zone a.example/IN/_default: transferred serial 1",
            "zone a.example/IN/inner: transferred serial 1",
            "zone a.example/IN/outer: transferred serial 1",
            "client @0x7f 192.0.2.1#7: received notify for zone 'a.example'",
            "client @0x7f 192.0.2.1#7: received notify for zone 'a.example.'",
            "starting BIND 9.18.0",
            "zone ./IN: transferred serial 1",
            "client @0x7f 192.0.2.1#7: received notify for zone '.'",
        ];
        var text = string.Concat(messages.Select(message => $"May 30 10:00:00 ns1 named[1]: {message}\n"));
        var alone = messages.Select(message => Assert.Single(ZonesOf($"May 30 10:00:00 ns1 named[1]: {message}\n"))).ToList();

        Assert.True(alone.Distinct().Count() > 6);
        Assert.Equal(Enumerable.Repeat(alone, 200).SelectMany(zones => zones), ZonesOf(string.Concat(Enumerable.Repeat(text, 200))));

        static List<ZoneName> ZonesOf(string text)
        {
            var scan = Scanning.Scan(text);
            return [.. scan.Events.All.Select(each => scan.Zones[each.Zone])];
        }
    }

    [Theory]
    [InlineData("May 30 10:05:36 ns1 sshd[5]: Accepted publickey for root")]
    [InlineData("May 30 10:05:36 ns1 kernel: [12.34] eth0: link up")]
    [InlineData("May 30 10:05:36 ns1 last message repeated 2 times")]
    [InlineData("May 30 10:05:36 ns1 named[5]: client @0x7f51 192.0.2.1#4 (a.example): query: a.example IN A")]
    [InlineData("May 30 10:05:36 ns1 named[5]: message repeated 2 times: [ zone a.example/IN: who knows]")]
    [InlineData("2019-05-30T10:05:36.482916-07:00 ns1 named[5]: zone a.example/IN: who knows")]
    [InlineData("30-May-2019 10:05:36.482 queries: info: client @0x7f51 192.0.2.1#4 (a.example): query: a.example IN A")]
    [InlineData("<30>1 2019-05-30T10:05:36Z ns1 named 5 - [a b=\"c\"] zone a.example/IN: who knows")]
    [InlineData("no stamp at all")]
    [InlineData("")]
    public void ALineThatIsNoEventAllocatesNothing(string line)
    {
        const int Lines = 5000;
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line + "\n", Lines)));
        var scanner = Scanning.NewScanner();
        scanner.Read(block, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        scanner.Read(block, Lines + 1);
        var perLine = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Lines;
        Assert.Equal(0, scanner.Scan.EventLines);
        // Far below what the smallest object takes.
        Assert.InRange(perLine, 0, 5);
    }

    [Fact]
    public void LinesOfHostsInTurnAllocateLittle()
    {
        const int Lines = 6000;
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Lines).Select(line => $"May 30 10:00:00 ns{line % 7} sshd[5]: Accepted publickey\n")));
        var scanner = Scanning.NewScanner();
        scanner.Read(block, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        scanner.Read(block, Lines + 1);
        Assert.InRange((double)(GC.GetAllocatedBytesForCurrentThread() - before) / Lines, 0, 100);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);
}
